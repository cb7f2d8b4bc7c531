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
    return try await walk(plan.steps)
  }

  private func walk(_ steps: [Step]) async throws -> Walk {
    var walk = Walk()
    try await inRunTransaction(steps) {
      for step in steps {
        try Task.checkCancellation()
        let run = try await runner.run(step)
        walk.add(step, run, changes: [])
        guard walk.completed else { return false }
      }
      return true
    }
    return walk
  }

  /// Runs a plan and reads the schema after each step. Where one transaction spans them all, nothing can be read in
  /// between: their changes are put down to the last.
  func observe(_ plan: ToolPlan, from start: Schema) async throws -> Walk {
    let steps = plan.steps
    try await runner.prepare(plan)
    guard !steps.spansOneTransaction else { return try await observeTogether(steps, from: start) }
    var walk = Walk()
    walk.schemas = [start]
    for step in steps {
      try Task.checkCancellation()
      let run = try await runner.run(step)
      guard case .rejected = run.outcome else {
        let before = walk.schemas[walk.schemas.count - 1]
        let after = try await reader.read(after: before)
        walk.add(step, run, changes: SchemaDiff.changes(from: before, to: after, matchingServerIdentity: true))
        walk.schemas.append(after)
        continue
      }
      walk.add(step, run, changes: [])
      break
    }
    return walk
  }

  private func observeTogether(_ steps: [Step], from start: Schema) async throws -> Walk {
    var walk = try await self.walk(steps)
    walk.schemas = Array(repeating: start, count: steps.count)
    let after = try await reader.read(after: start)
    walk.schemas.append(after)
    guard walk.completed, let last = walk.records.popLast() else { return walk }
    let changes = SchemaDiff.changes(from: start, to: after, matchingServerIdentity: true)
    walk.records.append(last.with(changes: changes))
    return walk
  }

  /// Opens the one transaction of a tool that runs everything in one, and ends it as `body` says.
  private func inRunTransaction(_ steps: [Step], _ body: () async throws -> Bool) async throws {
    guard steps.spansOneTransaction else {
      _ = try await body()
      return
    }
    _ = try await runner.database.send(SourceText(path: nil, text: "BEGIN"), limit: runner.limit)
    let end = try await body() ? "COMMIT" : "ROLLBACK"
    _ = try await runner.database.send(SourceText(path: nil, text: end), limit: runner.limit)
  }
}

extension PathRunner.Walk {
  mutating func add(_ step: Step, _ run: StepRunner.Run, changes: [SchemaChange]) {
    missing += run.missing.filter { !missing.contains($0) }
    records.append(
      StepRecord(
        migration: step.migration, outcome: run.outcome, changes: changes, statements: run.statements,
        milliseconds: run.elapsed.milliseconds, transaction: step.script.transaction,
        leftTransactionOpen: run.leftTransactionOpen))
  }
}

extension [Step] {
  fileprivate var spansOneTransaction: Bool { contains { $0.script.transaction == .run } }
}

extension StepRecord {
  fileprivate func with(changes: [SchemaChange]) -> StepRecord {
    StepRecord(
      migration: migration, outcome: outcome, changes: changes, statements: statements, milliseconds: milliseconds,
      transaction: transaction, leftTransactionOpen: leftTransactionOpen)
  }
}

extension Duration {
  var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
