import EngineInterface
import SchemaDiffing
package import SchemagateModel

/// Base gained migrations since the branch began: what is needed to build the two sides' migrations in the other order.
package struct InterleavingPlan: Sendable {
  /// The history where the branch began, on an empty database.
  package let start: ToolPlan
  /// Base's new migrations on top of it.
  package let gained: ToolPlan
  /// The branch's migrations on top of it, without base's new ones.
  package let own: ToolPlan

  package init(start: ToolPlan, gained: ToolPlan, own: ToolPlan) {
    self.start = start
    self.gained = gained
    self.own = own
  }

  /// Steps that only a program runs need the files of a revision that nobody has.
  fileprivate var isSQL: Bool {
    (start.steps + gained.steps + own.steps).allSatisfy { step in
      if case .sql = step.script.body { true } else { false }
    }
  }

  fileprivate var refusal: ToolPlan.Refusal? { start.refusal ?? gained.refusal ?? own.refusal }
}

/// Builds the order that the upgrade doesn't take: the branch's migrations first, then base's new ones.
struct OtherOrder: Sendable {
  let server: any DatabaseServer
  let plan: RehearsalPlan
  let orders: InterleavingPlan

  struct Outcome: Sendable {
    var interleaving: Interleaving?
    var notChecked: [NotChecked] = []
    var timing: Timing?
  }

  /// `upgraded` is the schema that base's order gives, `records` what each of the branch's migrations did there.
  func build(upgraded: Schema, records: [StepRecord]) async throws -> Outcome {
    guard orders.isSQL else { return unchecked("they are programs, which run in the order of their own files") }
    if let refusal = orders.refusal { return unchecked("the tool refuses one of the two histories: \(refusal.reason)") }
    var watch = Stopwatch()
    guard let gained = try await observeGained() else {
      return unchecked("the history where the branch began doesn't run by itself")
    }
    let touched = records.reduce(into: Set<ObjectIdentity>()) { $0.formUnion($1.touched) }
    guard gained.contains(where: { !$0.touched.isDisjoint(with: touched) }) else {
      return Outcome(interleaving: Interleaving(gained: gained), timing: watch.lap("other order"))
    }
    let interleaving = try await buildOther(gained, upgraded: upgraded)
    return Outcome(interleaving: interleaving, timing: watch.lap("other order"))
  }

  private func observeGained() async throws -> [StepRecord]? {
    try await inScratch { paths, database in
      do { try await paths.repeatWalk(orders.start) } catch RehearsalError.notRepeatable { return nil }
      try await database.renewSession()
      let steps = ToolPlan(prepare: orders.gained.prepare, steps: orders.gained.steps.apart)
      return try await paths.observe(steps, from: try await paths.reader.read()).records
    }
  }

  private func buildOther(_ gained: [StepRecord], upgraded: Schema) async throws -> Interleaving {
    try await inScratch { paths, database in
      try await paths.repeatWalk(orders.start)
      var records: [StepRecord] = []
      for part in [orders.own, orders.gained] {
        try await database.renewSession()
        let walk = try await paths.walk(part)
        records += walk.records
        guard walk.completed else { return Interleaving(gained: gained, otherOrder: PathRecord(steps: records)) }
      }
      let schema = try await paths.reader.read()
      let changes = SchemaDiff.changes(from: upgraded, to: schema, matchingServerIdentity: false)
      return Interleaving(
        gained: gained, otherOrder: PathRecord(steps: records), differences: changes.filter { !$0.isCounterOnly })
    }
  }

  private func inScratch<Result: Sendable>(
    _ body: @Sendable (PathRunner, any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    try await server.withScratchDatabase(plan.scratch) { database in
      let runner = plan.runner(of: database, on: server)
      return try await body(
        PathRunner(runner: runner, reader: SchemaReader(database: database, plan: plan)), database)
    }
  }

  func unchecked(_ why: String) -> Outcome {
    Outcome(notChecked: [
      NotChecked(what: "The branch's migrations before those that base gained meanwhile", why: why)
    ])
  }
}
