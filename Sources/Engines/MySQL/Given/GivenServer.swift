import EngineInterface
import SchemagateModel

/// A running server on which scratch databases may be made. We make and drop only what bears our own names.
struct GivenServer {
  let parameters: ConnectionParameters
  let request: ServerRequest

  func lend<Result: Sendable>(
    _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    let connection = try await PatientConnection(parameters: parameters.entering(nil)).open()
    try await connection.rows("SET SESSION wait_timeout = 28800")
    let facts = try await ServerFacts(connection: connection)
    try facts.check(request, parameters.description)
    let run = try await RunMark.take(over: connection)
    try await Leftovers(connection: connection).drop()
    if isOurs { try await checkEmptiness(connection) }
    let user = try await user(run, connection)
    do {
      let access = access(facts, run, user)
      let result = try await body(try await MySQLServer(access: access, connection: connection))
      try await user.drop(over: connection)
      return result
    } catch {
      try? await user.drop(over: connection)
      throw error
    }
  }

  private var isOurs: Bool { request.privileges == .administrator && !request.sharedServer }

  private func checkEmptiness(_ connection: MySQLConnection) async throws {
    let others = try await OtherDatabases(connection: connection).names()
    guard others.isEmpty else {
      throw GivenServerError.notEmpty(server: parameters.description, databases: others)
    }
  }

  private func user(_ run: RunMark, _ connection: MySQLConnection) async throws -> MigrationUser {
    guard request.privileges == .owner else { return MigrationUser(login: parameters, account: nil) }
    return try await MigrationUser.make(run: run, over: connection, parameters)
  }

  private func access(_ facts: ServerFacts, _ run: RunMark, _ user: MigrationUser) -> ServerAccess {
    ServerAccess(
      version: facts.version, administrator: parameters, application: user.login, account: user.account,
      namePrefix: request.keep ? run.keptNamePrefix : run.namePrefix, isOurs: isOurs, embedded: nil)
  }
}
