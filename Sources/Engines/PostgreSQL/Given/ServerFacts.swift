import EngineInterface
import SchemagateModel

/// What a given server is, and what we may do on it.
struct ServerFacts: Sendable {
  let version: EngineVersion
  let server: String
  let role: String
  let isSuperuser: Bool
  let createsRoles: Bool
  let createsDatabases: Bool

  init(connection: PostgreSQLConnection, server: String) async throws {
    let row = try await connection.rows(
      """
      SELECT split_part(current_setting('server_version'), ' ', 1), rolname, rolsuper, rolcreaterole OR rolsuper,
        rolcreatedb OR rolsuper
      FROM pg_roles WHERE rolname = current_user
      """
    ).first
    self.server = server
    version = EngineVersion(name: .postgresql, version: row?[0] ?? "")
    role = row?[1] ?? ""
    isSuperuser = row?[2] == "t"
    createsRoles = row?[3] == "t"
    createsDatabases = row?[4] == "t"
  }

  /// Throws where the server is not what the request asks for.
  func check(_ request: ServerRequest, _ parameters: ConnectionParameters) async throws {
    if let wanted = request.version, ServerPrograms.major(of: wanted) != ServerPrograms.major(of: version.version) {
      throw GivenServerError.otherVersion(server: server, version: version.version, wanted: wanted)
    }
    guard createsDatabases else { throw GivenServerError.noRight(server: server, role: role) }
    guard request.privileges == .administrator, !request.sharedServer else { return }
    let others = try await OtherDatabases(parameters: parameters).names()
    guard others.isEmpty else { throw GivenServerError.notEmpty(server: server, databases: others) }
  }
}
