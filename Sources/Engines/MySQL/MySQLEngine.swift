package import EngineInterface
package import SchemagateModel

/// Rehearses on MySQL and MariaDB: on a server of our own, or on a given one.
package struct MySQLEngine: DatabaseEngine {
  package let kinds: [EngineKind] = [.mysql, .mariadb]
  private let environment: [String: String]

  /// `environment` is the process's own: where programs, libraries, caches and temporary folders are.
  package init(environment: [String: String]) { self.environment = environment }

  package func withServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    throw MySQLEngineError.unreachable
  }

  package func equipment() async -> [Equipment] { [] }

  package func readSchema(at url: String) async throws -> Schema { throw MySQLEngineError.unreachable }
}

enum MySQLEngineError: Error { case unreachable }
