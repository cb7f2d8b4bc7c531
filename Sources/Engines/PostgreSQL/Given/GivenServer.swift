import EngineInterface
import SchemagateModel

/// A running server on which scratch databases may be made. We make and drop only what bears our own names.
struct GivenServer {
  let url: String
  let request: ServerRequest

  func lend<Result: Sendable>(
    _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    let parameters = try ConnectionParameters(url: url)
    let connection = try await PatientConnection(parameters: parameters).open()
    let facts = try await ServerFacts(connection: connection, server: parameters.description)
    try await facts.check(request, parameters)
    let run = try await RunMark.take(over: connection)
    try await Leftovers(connection: connection).drop()
    let role = try await MigrationRole.make(for: facts, run: run, over: connection, parameters)
    do {
      let server = try await PostgreSQLServer(
        cluster: cluster(facts, run, role, parameters), connection: connection)
      let result = try await body(server)
      try await role.drop(over: connection)
      return result
    } catch {
      try? await role.drop(over: connection)
      throw error
    }
  }

  private func cluster(
    _ facts: ServerFacts, _ run: RunMark, _ role: MigrationRole, _ parameters: ConnectionParameters
  ) -> Cluster {
    Cluster(
      version: facts.version, administrator: parameters, application: role.login, applicationRole: role.name,
      namePrefix: run.namePrefix, isOurs: request.privileges == .administrator && !request.sharedServer, embedded: nil)
  }
}
