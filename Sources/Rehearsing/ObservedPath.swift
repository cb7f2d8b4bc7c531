import EngineInterface
import SchemaDiffing
import SchemagateModel

/// A path of which the last part is observed step by step and then taken back: base's history, then what is pending.
struct ObservedPath: Sendable {
  let server: any DatabaseServer
  let plan: RehearsalPlan
  /// Run without observing.
  let prefix: ToolPlan
  let observed: ToolPlan

  struct Outcome: Sendable {
    var prefix = PathRunner.Walk()
    var observed = PathRunner.Walk()
    var rollbacks: [RollbackRecord] = []
    var missing: [MissingPiece] = []
    var typeNames: [String: String] = [:]
    var defaultSchemas: Set<String> = []
    /// At either end: what a migration drops can't be compared either.
    var notCompared: [NotCompared] = []
    var timings: [Timing] = []
    /// From the schema before the observed steps to the one after them; `nil` where the path didn't reach it.
    var netChanges: [SchemaChange]?
    /// What those changes say about access, tried where they led to.
    var access: [AccessProof] = []

    /// The schema after the last observed step; `nil` where the path didn't reach it.
    var headSchema: Schema? { prefix.completed && observed.completed ? observed.schemas.last : nil }

    var notChecked: [NotChecked] {
      guard prefix.completed, observed.completed, !observed.tellsStepsApart else { return [] }
      return [NotChecked(what: "what each pending migration changes, and its way back", why: whyNotApart ?? "")]
    }

    /// Why steps that share a transaction could not be told apart.
    fileprivate var whyNotApart: String?
  }

  func rehearse() async throws -> Outcome {
    var (outcome, remaining) = try await server.withScratchDatabase(plan.scratch) { database in
      try await self.run(on: database)
    }
    while remaining > 0 {
      let (timing, result) = try await continueRollback(outcome, count: remaining)
      outcome.add(timing, result)
      remaining = result.remaining
    }
    return outcome
  }

  private func run(on database: any ScratchDatabase) async throws -> (Outcome, remaining: Int) {
    var watch = Stopwatch()
    var outcome = Outcome()
    outcome.defaultSchemas = database.defaultSchemas
    let paths = self.paths(on: database)
    outcome.prefix = try await paths.walk(prefix)
    outcome.missing = outcome.prefix.missing
    outcome.timings.append(watch.lap("base"))
    guard outcome.prefix.completed else { return (outcome, 0) }
    // The tool runs again, with a session of its own.
    try await database.renewSession()
    let start = try await paths.reader.read()
    outcome.notCompared = start.notCompared.joined(with: try await database.notCompared())
    let together = try await paths.observe(observed, from: start)
    let end = (together.schemas.last?.notCompared ?? []).joined(with: try await database.notCompared())
    outcome.notCompared = outcome.notCompared.joined(with: end)
    outcome.observed = together
    try await tellApart(&outcome)
    outcome.missing = outcome.missing.adding(outcome.observed.missing)
    outcome.typeNames = try await database.resolveTypes(plan.typeNames)
    try await compareEnds(&outcome, on: database)
    outcome.timings.append(watch.lap("upgrade"))
    // What a refused step left behind is no state of any history.
    guard try await paths.standsBetweenSteps(outcome.observed) else { return (outcome, rollbackCount(outcome)) }
    let result = try await prove(rollbackCount(outcome), outcome, on: paths)
    outcome.add(watch.lap("rollback"), result)
    return (outcome, result.remaining)
  }

  /// Access is tried only where something about it changed.
  private func compareEnds(_ outcome: inout Outcome, on database: any ScratchDatabase) async throws {
    guard let base = outcome.observed.schemas.first, let head = outcome.headSchema else { return }
    let changes = SchemaDiff.changes(from: base, to: head, matchingServerIdentity: true)
    let claims = AccessDiff.claims(changes, from: base, to: head)
    outcome.netChanges = changes
    outcome.access = claims.isEmpty ? [] : try await database.proveAccess(claims)
  }

  /// A down failed: the ones below it are proved in a new database that holds only what stands below.
  private func continueRollback(_ outcome: Outcome, count: Int) async throws -> (Timing, RollbackProof.Result) {
    try await server.withScratchDatabase(plan.scratch) { database in
      var watch = Stopwatch()
      let paths = self.paths(on: database)
      try await paths.repeatWalk(prefix)
      try await database.renewSession()
      try await paths.repeatWalk(ToolPlan(prepare: observed.prepare, steps: Array(observed.steps.prefix(count))))
      let result = try await prove(count, outcome, on: paths)
      return (watch.lap("rollback"), result)
    }
  }

  /// The tool runs once more, to revert.
  private func prove(_ count: Int, _ outcome: Outcome, on paths: PathRunner) async throws -> RollbackProof.Result {
    guard count > 0 else { return RollbackProof.Result(remaining: 0) }
    try await paths.runner.database.renewSession()
    try await paths.runner.prepare(observed)
    return try await proof(outcome, on: paths).prove(count)
  }

  /// What each step of one common transaction does is seen by running them one by one beside it. That counts only
  /// where it ends in the same schema.
  private func tellApart(_ outcome: inout Outcome) async throws {
    let together = outcome.observed
    guard together.completed, !together.tellsStepsApart else { return }
    let apart = try await observedApart()
    guard let apart, apart.completed, apart.schemas.last == together.schemas.last else {
      outcome.whyNotApart = Self.whyNotApart(apart)
      return
    }
    outcome.observed.schemas = apart.schemas
    outcome.observed.records = zip(together.records, apart.records).map { $0.with(changes: $1.changes) }
  }

  private static func whyNotApart(_ apart: PathRunner.Walk?) -> String {
    let start = "the tool runs them in one transaction, which passes; "
    guard let apart else { return start + "base can't be built a second time beside it, to run them one by one" }
    guard let (migration, rejection) = apart.path.rejected else {
      return start + "one by one they pass, too, but don't end in the same schema"
    }
    return start + "one by one, `\(migration)` is refused (\(rejection.message)), as it will be where a database "
      + "has those before it already"
  }

  /// `nil` where base can't be built a second time beside the first: it makes a role, which the two would share.
  private func observedApart() async throws -> PathRunner.Walk? {
    try await server.withScratchDatabase(plan.scratch) { database in
      let paths = self.paths(on: database)
      do { try await paths.repeatWalk(prefix) } catch RehearsalError.notRepeatable { return nil }
      try await database.renewSession()
      let steps = ToolPlan(prepare: observed.prepare, steps: observed.steps.apart)
      return try await paths.observe(steps, from: try await paths.reader.read())
    }
  }

  private func paths(on database: any ScratchDatabase) -> PathRunner {
    PathRunner(
      runner: plan.runner(of: database, on: server),
      reader: SchemaReader(database: database, plan: plan))
  }

  private func proof(_ outcome: Outcome, on paths: PathRunner) -> RollbackProof {
    RollbackProof(
      runner: paths.runner, reader: paths.reader, downs: plan.downs, schemas: outcome.observed.schemas,
      steps: observed.steps)
  }

  /// How many observed steps were applied; none where the tool has no downs, or where nobody knows what each one did.
  private func rollbackCount(_ outcome: Outcome) -> Int {
    plan.toolHasDowns && outcome.observed.tellsStepsApart ? max(0, outcome.observed.schemas.count - 1) : 0
  }
}

extension ObservedPath.Outcome {
  fileprivate mutating func add(_ timing: Timing, _ result: RollbackProof.Result) {
    rollbacks += result.records
    missing = missing.adding(result.missing)
    guard let index = timings.firstIndex(where: { $0.stage == timing.stage }) else { return timings.append(timing) }
    let total = timings[index].milliseconds + timing.milliseconds
    timings[index] = Timing(stage: timing.stage, milliseconds: total)
  }
}

/// Measures consecutive stages.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() { last = clock.now }

  mutating func lap(_ stage: String) -> Timing {
    let now = clock.now
    defer { last = now }
    return Timing(stage: stage, milliseconds: (now - last).milliseconds)
  }
}
