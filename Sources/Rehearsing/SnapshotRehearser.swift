package import EngineInterface
package import SchemagateModel

/// Builds an environment from its snapshot in a scratch database, and runs there what the tool would.
package struct SnapshotRehearser: Sendable {
  private let server: any DatabaseServer
  private let snapshot: RehearsalPlan
  private let plan: RehearsalPlan
  private let query: String?

  /// `snapshot` is the environment's SQL as a plan, `plan` the target's; `query` reads the tool's notes.
  package init(server: any DatabaseServer, snapshot: RehearsalPlan, plan: RehearsalPlan, query: String?) {
    self.server = server
    self.snapshot = snapshot
    self.plan = plan
    self.query = query
  }

  /// The environment as its snapshot says, before anything is run.
  package struct Start: Sendable {
    /// Everything, the tool's own tables too.
    package let whole: Schema
    package let answer: QueryAnswer?
    package let defaultSchemas: Set<String>
  }

  /// What was run, and the visible schemas around it.
  package struct Outcome: Sendable {
    package let before: Schema
    package let path: PathRecord
    /// `nil` where a step was rejected.
    package let after: Schema?
  }

  /// What was decided for the environment, and what came of it; `nil` where the tool would run nothing.
  package typealias Result<Decision> = (decision: Decision, outcome: Outcome?)

  /// `decide` says what the tool would run there. Throws where the snapshot can't be built.
  package func rehearse<Decision: Sendable>(
    _ decide: @escaping @Sendable (Start) throws -> (Decision, ToolPlan)
  ) async throws -> Result<Decision> {
    do {
      return try await rehearse(after: [], decide)
    } catch let refused as RehearsalError where !plan.setup.isEmpty {
      // A dump of some schemas only stands on what the platform provides.
      guard case .buildRejected = refused else { throw refused }
      return try await rehearse(after: plan.setup, decide)
    }
  }

  private func rehearse<Decision: Sendable>(
    after setup: [SourceText], _ decide: @escaping @Sendable (Start) throws -> (Decision, ToolPlan)
  ) async throws -> Result<Decision> {
    let request = ScratchRequest(
      privileges: snapshot.target.privileges, setup: setup, session: plan.target.session,
      functions: plan.target.functions)
    return try await server.withScratchDatabase(request) { database in
      let (decision, upgrade) = try decide(try await build(on: database))
      guard upgrade.refusal == nil else { return (decision, nil) }
      return (decision, try await run(upgrade, on: database))
    }
  }

  private func build(on database: any ScratchDatabase) async throws -> Start {
    let runner = StepRunner(database: database, limit: snapshot.stepLimit, wanted: plan.wanted(on: server))
    let paths = PathRunner(runner: runner, reader: SchemaReader(database: database, plan: snapshot))
    try snapshot.refuse(try await paths.walk(snapshot.fresh).path)
    // The file may have left the session with other settings.
    try await database.renewSession()
    return Start(
      whole: try await paths.reader.read(),
      answer: try await QueryAnswer(asking: query) { try await database.rows(of: $0) },
      defaultSchemas: database.defaultSchemas)
  }

  private func run(_ upgrade: ToolPlan, on database: any ScratchDatabase) async throws -> Outcome {
    let runner = plan.runner(of: database, on: server)
    let paths = PathRunner(runner: runner, reader: SchemaReader(database: database, plan: plan))
    let before = try await paths.reader.read()
    let walk = try await paths.walk(upgrade)
    let after = walk.completed ? try await paths.reader.read(after: before) : nil
    return Outcome(before: before, path: walk.path, after: after)
  }
}
