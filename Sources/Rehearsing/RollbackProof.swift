import EngineInterface
import SchemaDiffing
import SchemagateModel

/// Takes the newest of a list of applied steps down, up and down again, then the one before it, and so on.
struct RollbackProof {
  let runner: StepRunner
  let reader: SchemaReader
  let downs: [MigrationID: Step]
  /// `schemas[n]` is the schema after the first `n` steps.
  let schemas: [Schema]
  let steps: [Step]

  /// What was proved before the database stopped being usable, and how many steps are still to be proved on another.
  struct Result {
    var records: [RollbackRecord] = []
    var remaining: Int
    var missing: [MissingPiece] = []
  }

  /// Proves the first `count` steps on a database that holds exactly them.
  func prove(_ count: Int) async throws -> Result {
    var result = Result(remaining: count)
    while result.remaining > 0 {
      try Task.checkCancellation()
      let proved = try await proveNewest(of: result.remaining, &result.missing)
      result.records.append(proved.record)
      result.remaining -= 1
      guard proved.standsBelow else { return result }
    }
    return result
  }

  private typealias Proved = (record: RollbackRecord, standsBelow: Bool)

  private func proveNewest(of count: Int, _ missing: inout [MissingPiece]) async throws -> Proved {
    let step = steps[count - 1]
    guard let down = downs[step.migration] else { return (record(step, .missing), false) }
    if case .program(let language) = down.script.body { return (record(step, .notRunnable(language: language)), false) }
    let before = schemas[count - 1]
    let run = try await run(down, &missing)
    if case .rejected(let rejection) = run.outcome { return (record(step, down.verdict(on: rejection)), false) }
    let residue = try await differences(from: before)
    guard run.statements > 0 else { return (record(step, .empty(leaves: residue)), residue.isEmpty) }
    guard residue.isEmpty else {
      let stayed = down.isCommand ? try await differences(from: schemas[count]) : residue
      let didNothing = down.isCommand && stayed.isEmpty
      return (record(step, didNothing ? .empty(leaves: residue) : .residue(residue)), false)
    }
    return try await reapply(step, down, count, &missing)
  }

  private func reapply(
    _ step: Step, _ down: Step, _ count: Int, _ missing: inout [MissingPiece]
  ) async throws -> Proved {
    if case .rejected(let rejection) = try await run(step, &missing).outcome {
      return (record(step, .restored, .rejected(rejection)), false)
    }
    let differences = try await differences(from: schemas[count])
    guard differences.isEmpty else { return (record(step, .restored, .differs(differences)), false) }
    guard count > 1 else { return (record(step, .restored, .same), true) }
    if case .rejected(let rejection) = try await run(down, &missing).outcome {
      return (record(step, .rejected(rejection), .same), false)
    }
    return (record(step, .restored, .same), true)
  }

  private func run(_ step: Step, _ missing: inout [MissingPiece]) async throws -> StepRunner.Run {
    let run = try await runner.run(step.apart)
    missing = missing.adding(run.missing)
    return run
  }

  /// Counters that rows moved are left out: no way back has to wind them back.
  private func differences(from wanted: Schema) async throws -> [SchemaChange] {
    let found = try await reader.read(after: wanted)
    return SchemaDiff.changes(from: wanted, to: found, matchingServerIdentity: false).filter { !$0.isCounterOnly }
  }

  private func record(
    _ step: Step, _ down: RollbackRecord.Down, _ reapply: RollbackRecord.Reapply = .notRun
  ) -> RollbackRecord {
    RollbackRecord(migration: step.migration, down: down, reapply: reapply)
  }
}

extension Step {
  /// Nobody counts the statements of a program: that it did nothing is seen by the schema alone.
  fileprivate var isCommand: Bool {
    if case .command = script.body { true } else { false }
  }

  /// What it says of a way back that it ended so.
  fileprivate func verdict(on rejection: Rejection) -> RollbackRecord.Down {
    guard case .command(let call) = script.body, let pattern = call.irreversible,
      let regex = try? Regex(pattern), let match = rejection.message.firstMatch(of: regex)
    else { return .rejected(rejection) }
    return .irreversible(match.output.count > 1 ? match.output[1].substring.map(String.init) ?? "" : "")
  }
}
