package import EngineInterface
import SchemaDiffing
package import SchemagateModel

/// Runs a plan's paths in scratch databases of one server and writes down what happened.
package struct Rehearser: Sendable {
  private let server: any DatabaseServer
  private let plan: RehearsalPlan

  package init(server: any DatabaseServer, plan: RehearsalPlan) {
    self.server = server
    self.plan = plan
  }

  /// Rehearses the upgrade path with its rollbacks, and the fresh path where it differs.
  /// Throws only where nothing is known: a lost server, a refused `setup:` file, a cancellation.
  package func rehearse() async throws -> Rehearsal {
    let upgrade = try await ObservedPath(server: server, plan: plan, prefix: plan.base, observed: plan.upgrade)
      .rehearse()
    guard upgrade.prefix.completed else { return try await rehearseWithoutBase(upgrade.prefix) }
    let fresh = plan.freshDiffers ? try await freshPath() : nil
    return Rehearsal(
      engine: server.version, base: upgrade.prefix.path, upgrade: upgrade.observed.path, fresh: fresh?.walk.path,
      divergence: divergence(from: upgrade, to: fresh), rollbacks: upgrade.rollbacks, netChanges: upgrade.netChanges,
      notCompared: upgrade.notCompared, typeNames: upgrade.typeNames, defaultSchemas: upgrade.defaultSchemas,
      missing: upgrade.missing.adding(fresh?.walk.missing ?? []), notChecked: notes(),
      timings: upgrade.timings + (fresh.map { [$0.timing] } ?? []))
  }

  /// Base doesn't build: head's own history is all that can be rehearsed.
  private func rehearseWithoutBase(_ base: PathRunner.Walk) async throws -> Rehearsal {
    let (prefix, observed) = plan.freshSplit
    let fresh = try await ObservedPath(server: server, plan: plan, prefix: prefix, observed: observed).rehearse()
    return Rehearsal(
      engine: server.version, base: base.path, upgrade: nil,
      fresh: PathRecord(steps: fresh.prefix.records + fresh.observed.records), rollbacks: fresh.rollbacks,
      netChanges: nil, notCompared: fresh.notCompared, typeNames: fresh.typeNames,
      defaultSchemas: fresh.defaultSchemas, missing: base.missing.adding(fresh.missing), notChecked: notes(),
      timings: fresh.timings)
  }

  private struct FreshPath: Sendable {
    let walk: PathRunner.Walk
    let schema: Schema?
    let timing: Timing
  }

  private func freshPath() async throws -> FreshPath {
    let plan = plan
    return try await server.withScratchDatabase(plan.scratch) { database in
      let clock = ContinuousClock()
      let start = clock.now
      let runner = StepRunner(database: database, limit: plan.stepLimit)
      let reader = SchemaReader(database: database, plan: plan)
      let walk = try await PathRunner(runner: runner, reader: reader).walk(plan.fresh)
      let schema = walk.completed ? try await reader.read() : nil
      let timing = Timing(stage: "fresh", milliseconds: (clock.now - start).milliseconds)
      return FreshPath(walk: walk, schema: schema, timing: timing)
    }
  }

  private func divergence(from upgrade: ObservedPath.Outcome, to fresh: FreshPath?) -> [SchemaChange]? {
    guard let upgraded = upgrade.headSchema, let schema = fresh?.schema else { return nil }
    return SchemaDiff.changes(from: upgraded, to: schema, matchingServerIdentity: false)
  }

  private func notes() -> [NotChecked] {
    guard plan.upgrade.steps.contains(where: { $0.script.transaction == .run }) else { return [] }
    let why = "the tool runs all pending migrations in one transaction; their changes were observed together"
    return [NotChecked(what: "which migration made which change", why: why)]
  }

  /// Builds the state in which the first failure happens, or head's where nothing failed, and keeps that database.
  /// Returns the command that enters it.
  package func keep(after rehearsal: Rehearsal) async throws -> String {
    let plan = plan
    let steps = rehearsal.stepsBeforeFailure(of: plan)
    return try await server.withScratchDatabase(plan.scratch) { database in
      let runner = StepRunner(database: database, limit: plan.stepLimit)
      let paths = PathRunner(runner: runner, reader: SchemaReader(database: database, plan: plan))
      _ = try await paths.walk(ToolPlan(prepare: plan.base.prepare, steps: steps))
      return try await database.keep()
    }
  }
}

extension RehearsalPlan {
  /// Head's history, parted before the pending migrations at its end.
  fileprivate var freshSplit: (prefix: ToolPlan, observed: ToolPlan) {
    let trailing = fresh.steps.reversed().prefix { pending.contains($0.migration) }.count
    let prefix = ToolPlan(prepare: fresh.prepare, steps: Array(fresh.steps.dropLast(trailing)))
    return (prefix, ToolPlan(steps: Array(fresh.steps.suffix(trailing))))
  }
}

extension Rehearsal {
  /// The steps that stand before the first failure: a rejected up, or the up of the first down that failed.
  fileprivate func stepsBeforeFailure(of plan: RehearsalPlan) -> [Step] {
    guard let upgrade else {
      return plan.fresh.steps.before(fresh?.rejected?.migration ?? base.rejected?.migration)
    }
    if let rejected = upgrade.rejected {
      return plan.base.steps + plan.upgrade.steps.before(rejected.migration)
    }
    let failed = rollbacks.first { $0.failed }?.migration
    return plan.base.steps + plan.upgrade.steps.through(failed)
  }
}

extension RollbackRecord {
  fileprivate var failed: Bool {
    switch down {
    case .rejected, .residue, .empty: true
    case .missing, .notRunnable: false
    case .restored: reapply != .same
    }
  }
}

extension [Step] {
  fileprivate func before(_ migration: MigrationID?) -> [Step] {
    Array(prefix { $0.migration != migration })
  }

  fileprivate func through(_ migration: MigrationID?) -> [Step] {
    guard let index = firstIndex(where: { $0.migration == migration }) else { return self }
    return Array(self[...index])
  }
}

extension [MissingPiece] {
  func adding(_ others: [MissingPiece]) -> [MissingPiece] {
    self + others.filter { !contains($0) }
  }
}
