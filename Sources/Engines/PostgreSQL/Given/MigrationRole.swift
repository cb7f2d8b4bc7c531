import SchemagateModel

/// The role that runs migrations on a given server: the given one, or one without rights where that has too many.
struct MigrationRole: Sendable {
  let name: String
  let login: ConnectionParameters
  private let isMade: Bool

  static func make(
    for facts: ServerFacts, run: RunMark, over connection: PostgreSQLConnection, _ parameters: ConnectionParameters
  ) async throws -> MigrationRole {
    guard facts.createsRoles else { return MigrationRole(name: facts.role, login: parameters, isMade: false) }
    let name = "\(run.namePrefix)app"
    let password =
      String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
    try await connection.rows("CREATE ROLE \(SQLText.identifier(name)) LOGIN PASSWORD \(SQLText.literal(password))")
    let login = parameters.setting(["user": name, "password": password])
    let role = MigrationRole(name: name, login: login, isMade: true)
    do {
      try await connection.rows("GRANT \(SQLText.identifier(name)) TO CURRENT_USER")
      try await role.tryLogin(facts)
    } catch {
      try? await role.drop(over: connection)
      throw error
    }
    return role
  }

  /// Drops the role if it was made for this run.
  func drop(over connection: PostgreSQLConnection) async throws {
    if isMade { try await connection.rows("DROP ROLE IF EXISTS \(SQLText.identifier(name))") }
  }

  /// Some servers let only known roles in; that has to be said before anything is judged.
  private func tryLogin(_ facts: ServerFacts) async throws {
    do { try await PostgreSQLConnection(login.setting(["dbname": "template1"])).close() } catch let error
      as ConnectionError
    {
      throw GivenServerError.roleCannotLogIn(server: facts.server, reason: error.report.what)
    }
  }
}
