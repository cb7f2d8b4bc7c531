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
    guard plan.base.refusal == nil else { return try await rehearseWithoutBase(PathRunner.Walk()) }
    let upgrade = try await ObservedPath(server: server, plan: plan, prefix: plan.base, observed: plan.upgrade)
      .rehearse()
    guard upgrade.prefix.completed else { return try await rehearseWithoutBase(upgrade.prefix) }
    try plan.requireTrace(of: upgrade)
    let fresh = plan.freshDiffers && plan.fresh.refusal == nil ? try await freshPath() : nil
    let divergence = divergence(from: upgrade, to: fresh)
    let suspects = divergence?.isEmpty ?? true ? nil : try await SuspectWatch(server: server, plan: plan).observe()
    let other = try await otherOrder(upgrade)
    return Rehearsal(
      engine: server.version, base: upgrade.prefix.path, upgrade: upgrade.observed.path, fresh: fresh?.walk.path,
      freshRefusal: plan.fresh.refusal?.reason, divergence: divergence,
      freshChanges: freshChanges(since: upgrade, fresh), suspectChanges: suspects, interleaving: other.interleaving,
      rollbacks: upgrade.rollbacks, netChanges: upgrade.netChanges, access: upgrade.access,
      notCompared: upgrade.notCompared,
      typeNames: upgrade.typeNames, defaultSchemas: upgrade.defaultSchemas,
      missing: upgrade.missing.adding(fresh?.walk.missing ?? []), notChecked: upgrade.notChecked + other.notChecked,
      timings: upgrade.timings + [fresh?.timing, other.timing].compactMap(\.self),
      baseSchema: upgrade.observed.schemas.first, headSchema: upgrade.headSchema)
  }

  /// Only where base moved, and where its order ran to its end.
  private func otherOrder(_ upgrade: ObservedPath.Outcome) async throws -> OtherOrder.Outcome {
    guard let orders = plan.interleaving, let schema = upgrade.headSchema else { return OtherOrder.Outcome() }
    let other = OtherOrder(server: server, plan: plan, orders: orders)
    guard upgrade.observed.tellsStepsApart else {
      return other.unchecked("the tool runs them in one transaction, so that nobody knows what each of them touches")
    }
    return try await other.build(upgraded: schema, records: upgrade.observed.records)
  }

  /// What a new database gets now, beside what it got before.
  private func freshChanges(since base: ObservedPath.Outcome, _ fresh: FreshPath?) -> [SchemaChange]? {
    guard plan.isSquash, let before = base.observed.schemas.first, let after = fresh?.schema else { return nil }
    return SchemaDiff.changes(from: before, to: after, matchingServerIdentity: false).filter { !$0.isCounterOnly }
  }

  /// Base doesn't build, or its own tool refuses it: head's own history is all that can be rehearsed.
  private func rehearseWithoutBase(_ base: PathRunner.Walk) async throws -> Rehearsal {
    var fresh: ObservedPath.Outcome?
    if plan.fresh.refusal == nil {
      let (prefix, observed) = plan.freshSplit
      fresh = try await ObservedPath(server: server, plan: plan, prefix: prefix, observed: observed).rehearse()
    }
    return Rehearsal(
      engine: server.version, base: base.path, baseRefusal: plan.base.refusal?.reason, upgrade: nil,
      fresh: fresh.map { PathRecord(steps: $0.prefix.records + $0.observed.records) },
      freshRefusal: plan.fresh.refusal?.reason, rollbacks: fresh?.rollbacks ?? [], netChanges: nil,
      notCompared: fresh?.notCompared ?? [], typeNames: fresh?.typeNames ?? [:],
      defaultSchemas: fresh?.defaultSchemas ?? [], missing: base.missing.adding(fresh?.missing ?? []),
      notChecked: fresh?.notChecked ?? [], timings: fresh?.timings ?? [], headSchema: fresh?.headSchema)
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
      let runner = plan.runner(of: database, on: server)
      let reader = SchemaReader(database: database, plan: plan)
      let walk = try await PathRunner(runner: runner, reader: reader).walk(plan.fresh)
      let schema = walk.completed ? try await reader.read() : nil
      let timing = Timing(stage: "fresh", milliseconds: (clock.now - start).milliseconds)
      return FreshPath(walk: walk, schema: schema, timing: timing)
    }
  }

  /// Nothing to compare where the tool refuses to upgrade. Which rows moved a counter is no matter of the schema.
  private func divergence(from upgrade: ObservedPath.Outcome, to fresh: FreshPath?) -> [SchemaChange]? {
    guard plan.upgrade.refusal == nil, let upgraded = upgrade.headSchema, let schema = fresh?.schema else { return nil }
    return SchemaDiff.changes(from: upgraded, to: schema, matchingServerIdentity: false).filter { !$0.isCounterOnly }
  }

  /// Builds the state in which the first failure happens, or head's where nothing failed, and keeps that database.
  /// Returns the command that enters it.
  package func keep(after rehearsal: Rehearsal) async throws -> String {
    let plan = plan
    let runs = rehearsal.runsBeforeFailure(of: plan)
    return try await server.withScratchDatabase(plan.scratch) { database in
      let runner = plan.runner(of: database, on: server)
      let paths = PathRunner(runner: runner, reader: SchemaReader(database: database, plan: plan))
      for run in runs {
        try await paths.repeatWalk(run)
        try await database.renewSession()
      }
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
  /// The tool's runs up to the first failure: a rejected up, or the up of the first down that failed.
  fileprivate func runsBeforeFailure(of plan: RehearsalPlan) -> [ToolPlan] {
    if upgrade == nil || (upgrade?.rejected == nil && fresh?.rejected != nil) {
      return [plan.fresh.before(fresh?.rejected?.migration ?? base.rejected?.migration)]
    }
    if let rejected = upgrade?.rejected { return [plan.base, plan.upgrade.before(rejected.migration)] }
    return [plan.base, plan.upgrade.through(rollbacks.first { $0.failed }?.migration)]
  }
}

extension RollbackRecord {
  fileprivate var failed: Bool {
    switch down {
    case .rejected, .residue, .empty: true
    case .missing, .irreversible, .notRunnable: false
    case .restored: reapply != .same
    }
  }
}

extension ToolPlan {
  fileprivate func before(_ migration: MigrationID?) -> ToolPlan {
    ToolPlan(prepare: prepare, steps: Array(steps.prefix { $0.migration != migration }))
  }

  fileprivate func through(_ migration: MigrationID?) -> ToolPlan {
    guard let index = steps.firstIndex(where: { $0.migration == migration }) else { return self }
    return ToolPlan(prepare: prepare, steps: Array(steps[...index]))
  }
}

extension [MissingPiece] {
  func adding(_ others: [MissingPiece]) -> [MissingPiece] {
    self + others.filter { !contains($0) }
  }
}
