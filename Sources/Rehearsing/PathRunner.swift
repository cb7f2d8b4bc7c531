import EngineInterface
import SchemaDiffing
import SchemagateModel

/// Runs a list of steps in order, up to and including the first that is rejected.
struct PathRunner {
  let runner: StepRunner
  let reader: SchemaReader

  /// What a path gave: its record, the schema after each observed step, and what the scratch world lacked.
  struct Walk {
    var records: [StepRecord] = []
    /// The schema before the first observed step and after each one that was applied or passed over.
    var schemas: [Schema] = []
    var missing: [MissingPiece] = []

    var path: PathRecord { PathRecord(steps: records) }

    var completed: Bool {
      guard case .rejected = records.last?.outcome else { return true }
      return false
    }
  }

  /// Runs a plan without reading the schema in between.
  func walk(_ plan: ToolPlan) async throws -> Walk {
    try await runner.prepare(plan)
    if let call = plan.together { return try await walk(plan.steps, by: call) }
    return try await walk(plan.steps)
  }

  /// Runs a plan that was applied before.
  func repeatWalk(_ plan: ToolPlan) async throws {
    guard let rejected = try await walk(plan).path.rejected else { return }
    throw RehearsalError.notRepeatable(rejected.migration, rejected.rejection.message)
  }

  private func walk(_ steps: [Step]) async throws -> Walk {
    guard !steps.spanOneTransaction || steps.runPrograms else { return try await walkTogether(steps) }
    var walk = Walk()
    for step in steps where walk.completed { walk.add(step, try await run(step), changes: []) }
    return walk
  }

  /// All or nothing: after a refusal only the refused step is told of, because nothing is left of those before it. Where
  /// the server has committed on the way, as MySQL does with each change of the schema, the steps up to there stay.
  private func walkTogether(_ steps: [Step]) async throws -> Walk {
    var walk = Walk()
    var staying = 0
    try await runner.begin()
    for step in steps where walk.completed {
      walk.add(step, try await run(step), changes: [])
      if walk.completed, try await runner.standsOutsideTransaction() { staying = walk.records.count }
    }
    if walk.completed, let rejection = try await runner.commit() { walk.rejectLast(rejection) }
    if !walk.completed { walk.records.removeSubrange(staying..<walk.records.count - 1) }
    return walk
  }

  private func walkInOneTransaction(_ plan: ToolPlan) async throws -> Walk {
    if let call = plan.together { return try await walk(plan.steps, by: call) }
    return try await plan.steps.runPrograms ? walk(plan.steps) : walkTogether(plan.steps)
  }

  private func run(_ step: Step) async throws -> StepRunner.Run {
    try Task.checkCancellation()
    return try await runner.run(step)
  }

  /// Runs a plan and reads the schema after each step. Where one transaction spans several, nothing can be read in
  /// between: their changes are put down to the last, and the schemas are those before and after all of them.
  func observe(_ plan: ToolPlan, from start: Schema) async throws -> Walk {
    try await runner.prepare(plan)
    guard !plan.steps.spanOneTransaction else { return try await observeTogether(plan, from: start) }
    var walk = Walk()
    walk.schemas = [start]
    var before = start
    for step in plan.steps {
      let run = try await run(step)
      if case .rejected = run.outcome {
        walk.add(step, run, changes: [])
        return walk
      }
      let after = try await reader.read(after: before)
      walk.add(step, run, changes: SchemaDiff.changes(from: before, to: after, matchingServerIdentity: true))
      walk.schemas.append(after)
      before = after
    }
    return walk
  }

  /// Whether the database is as the last step that was applied left it.
  func standsBetweenSteps(_ walk: Walk) async throws -> Bool {
    guard let rejected = walk.path.rejected, let last = walk.schemas.last else { return true }
    guard rejected.rejection.stayed.isEmpty else { return false }
    return try await reader.read(after: last) == last
  }

  private func observeTogether(_ plan: ToolPlan, from start: Schema) async throws -> Walk {
    var walk = try await walkInOneTransaction(plan)
    walk.schemas = [start]
    guard walk.completed else { return walk }
    let after = try await reader.read(after: start)
    walk.schemas.append(after)
    let changes = SchemaDiff.changes(from: start, to: after, matchingServerIdentity: true)
    if let last = walk.records.popLast() { walk.records.append(last.with(changes: changes)) }
    return walk
  }
}

extension PathRunner.Walk {
  mutating func add(_ step: Step, _ run: StepRunner.Run, changes: [SchemaChange]) {
    missing = missing.adding(run.missing)
    records.append(
      StepRecord(
        migration: step.migration, outcome: run.outcome, changes: changes, statements: run.statements,
        milliseconds: run.elapsed.milliseconds, transaction: step.script.transaction,
        leftTransactionOpen: run.leftTransactionOpen, answers: run.answers))
  }

  /// The transaction's end was refused: that is where a deferred constraint speaks.
  fileprivate mutating func rejectLast(_ rejection: Rejection) {
    guard let last = records.popLast() else { return }
    records.append(last.with(outcome: .rejected(rejection)))
  }

  /// Whether each step's schema is known, so that each can be judged by itself.
  var tellsStepsApart: Bool { schemas.count == records.count + (completed ? 1 : 0) }
}

extension [Step] {
  /// Whether a tool's own program carries them out, which opens its transactions itself.
  var runPrograms: Bool {
    contains { step in
      if case .command = step.script.body { true } else { false }
    }
  }

  /// Whether the tool runs them all in one transaction.
  var spanOneTransaction: Bool { contains { $0.script.transaction == .run } }

  /// The same steps, each in a transaction of its own.
  var apart: [Step] { map(\.apart) }
}

extension Step {
  /// The step as the tool runs it when it is the only one.
  var apart: Step {
    guard script.transaction == .run else { return self }
    return Step(
      migration: migration, direction: direction,
      script: MigrationScript(
        path: script.path, body: script.body, transaction: .file, contentID: script.contentID,
        checksum: script.checksum, part: script.part),
      session: session, bookkeeping: bookkeeping)
  }
}

extension StepRecord {
  func with(changes: [SchemaChange]? = nil, outcome: StepOutcome? = nil) -> StepRecord {
    StepRecord(
      migration: migration, outcome: outcome ?? self.outcome, changes: changes ?? self.changes,
      statements: statements, milliseconds: milliseconds, transaction: transaction,
      leftTransactionOpen: leftTransactionOpen, answers: answers)
  }
}

extension Duration {
  var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
