import EngineInterface

/// Opens the sessions in which migrations run.
struct ApplicationSession {
  let access: ServerAccess
  let database: String
  let request: ScratchRequest

  /// A new session with the request's settings; a setting that the server refuses is thrown.
  func open() async throws -> MySQLConnection {
    let login = request.privileges == .owner ? access.application : access.administrator
    let connection = try await MySQLConnection(login.entering(database))
    for statement in request.session { try await connection.rows(statement) }
    return connection
  }
}
