import EngineInterface
import Foundation
import SchemagateModel

@testable import MySQLEngine

/// Real servers and scratch databases for the tests: MariaDB's, or MySQL's where `SCHEMAGATE_TEST_ENGINES` names only that.
enum LentServer {
  static let engine = MySQLEngine(environment: ProcessInfo.processInfo.environment)

  static func withServer<Result: Sendable>(
    _ choice: ServerChoice = .embedded, kind: EngineKind = .mariadb, isAssumed: Bool = false,
    privileges: Privileges = .owner, version: String? = nil, sharedServer: Bool = false, keep: Bool = false,
    _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    try await engine.withServer(
      ServerRequest(
        engine: kind, isAssumed: isAssumed, choice: choice, version: version, privileges: privileges,
        sharedServer: sharedServer, keep: keep), body)
  }

  static func withScratch<Result: Sendable>(
    _ request: ScratchRequest = ScratchRequest(), _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    try await withServer { try await $0.withScratchDatabase(request, body) }
  }

  static func start(_ kind: EngineKind = .mariadb) async throws -> EmbeddedServer {
    let environment = ProcessInfo.processInfo.environment
    let programs = try await ServerProgramSearch(environment: environment)
      .programs(kind: kind, isAssumed: false, version: nil)
    return try await EmbeddedServer.start(
      programs, library: ClientLibrary(environment: environment), environment: environment)
  }

  /// A running server that plays the part of the one given with `--server`.
  static func withGivenServer<Result: Sendable>(
    _ body: @Sendable (_ url: String, _ administrator: MySQLConnection) async throws -> Result
  ) async throws -> Result {
    let server = try await start()
    do {
      let connection = try await MySQLConnection(server.parameters(user: EmbeddedServer.administrator))
      try await connection.rows("SET PASSWORD FOR root@localhost = PASSWORD('s3cret')")
      let result = try await body("mariadb://root:s3cret@localhost/?socket=\(server.socket)", connection)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }
}

extension SourceText {
  init(_ text: String) { self.init(path: "db/1.sql", text: text) }
}

extension ScratchDatabase {
  /// The refusal of `text`; `nil` where the server ran it.
  func refusal(of text: String, limit: Duration = .seconds(20)) async throws -> Rejection? {
    guard case .rejected(let rejection, _) = try await send(SourceText(text), limit: limit) else { return nil }
    return rejection
  }

  func applied(_ text: String) async throws -> Int? {
    switch try await send(SourceText(text), limit: .seconds(60)) {
    case .applied(let answers): return answers.count
    case .rejected(let rejection, _): throw Unexpected(rejection: rejection)
    }
  }
}

struct Unexpected: Error {
  let rejection: Rejection
}
