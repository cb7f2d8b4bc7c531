import EngineInterface
import SchemagateModel

/// What a server says that it is.
struct ServerFacts: Sendable {
  let version: EngineVersion

  init(connection: MySQLConnection) async throws {
    let row = try await connection.rows("SELECT VERSION(), @@version_comment").first ?? []
    let text = row.compactMap { $0 }.joined(separator: " ")
    // Old clients are told `5.5.5-10.11.6-MariaDB`.
    let number = text.replacing("5.5.5-", with: "", maxReplacements: 1).prefix { $0.isNumber || $0 == "." }
    version = EngineVersion(
      name: text.lowercased().contains("mariadb") ? .mariadb : .mysql, version: String(number))
  }

  /// Throws where the server is not what the request asks for.
  func check(_ request: ServerRequest, _ server: String) throws {
    let fits = request.version.map { ReleaseSeries(version.version).matches($0) } ?? true
    guard fits, request.isAssumed || version.name == request.engine else {
      throw GivenServerError.otherServer(
        server: server, found: version, kind: request.engine, version: request.version)
    }
  }
}
