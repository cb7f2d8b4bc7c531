import EngineInterface
import SchemaDiffing
import SchemagateModel

/// The two paths end in different schemas, and several migrations may be why: both paths run once more, and what those
/// few change is observed.
struct SuspectWatch: Sendable {
  let server: any DatabaseServer
  let plan: RehearsalPlan

  /// `nil` where one transaction spans all steps, so that nothing can be read in between.
  func observe() async throws -> SuspectChanges? {
    let runs = [plan.base, plan.upgrade, plan.fresh]
    guard plan.suspects.count > 1, !runs.contains(where: { $0.steps.spanOneTransaction }) else { return nil }
    let upgraded = try await changes(along: [plan.base, plan.upgrade])
    return SuspectChanges(upgraded: upgraded, fresh: try await changes(along: [plan.fresh]))
  }

  private func changes(along runs: [ToolPlan]) async throws -> [MigrationID: [SchemaChange]] {
    try await server.withScratchDatabase(plan.scratch) { database in
      let runner = plan.runner(of: database, on: server)
      let paths = PathRunner(runner: runner, reader: SchemaReader(database: database, plan: plan))
      var found: [MigrationID: [SchemaChange]] = [:]
      for run in runs {
        try await database.renewSession()
        found.merge(try await paths.watch(run, plan.suspects)) { first, _ in first }
      }
      return found
    }
  }
}

extension PathRunner {
  /// Runs a plan that ran before, and reads the schema only around `suspects`.
  fileprivate func watch(
    _ plan: ToolPlan, _ suspects: Set<MigrationID>
  ) async throws -> [MigrationID: [SchemaChange]] {
    try await runner.prepare(plan)
    var found: [MigrationID: [SchemaChange]] = [:]
    for step in plan.steps {
      let before = suspects.contains(step.migration) ? try await reader.read() : nil
      try Task.checkCancellation()
      _ = try await runner.run(step)
      guard let before else { continue }
      let after = try await reader.read(after: before)
      found[step.migration] = SchemaDiff.changes(from: before, to: after, matchingServerIdentity: true)
    }
    return found
  }
}
