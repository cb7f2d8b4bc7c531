import EngineInterface
import SchemagateModel

/// Opens the sessions in which migrations run.
struct ApplicationSession {
  let cluster: Cluster
  let database: String
  let request: ScratchRequest

  /// A new session with the request's settings; a setting that the server refuses is thrown.
  func open() async throws -> PostgreSQLConnection {
    let login = request.privileges == .owner ? cluster.application : cluster.administrator
    let connection = try await PostgreSQLConnection(login.setting(["dbname": database]))
    for statement in request.session { try await connection.rows(statement) }
    return connection
  }
}
