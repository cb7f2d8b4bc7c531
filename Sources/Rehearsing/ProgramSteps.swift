import EngineInterface
import SchemagateModel
import ToolPrograms

extension StepRunner {
  /// How many steps' limits one call may take at most: a program starts once for all of its steps.
  private static let mostLimits = 20

  /// Carries out one step by its tool's own program.
  func run(_ step: Step, by call: ProgramCall) async throws -> Run {
    let carried = try await carryOut(call, steps: 1)
    if case .applied = carried.run.outcome { try carried.confirm([step.migration], of: call) }
    if step.session == .fresh { try await database.renewSession() }
    return carried.run
  }

  /// What one call gave, and what the program said of its way.
  struct Carried {
    var run: Run
    /// The migrations that the program named, in order; `nil` where it doesn't say.
    var told: [MigrationID]?
    /// Its whole output, or what is kept of it.
    var output: String
  }

  /// Runs `call`, which stands for this many steps. Tries again once the engine has provided what the server lacked.
  func carryOut(_ call: ProgramCall, steps: Int) async throws -> Carried {
    guard let programs else { throw RehearsalError.noPrograms(call.words.joined(separator: " ")) }
    let clock = ContinuousClock()
    let start = clock.now
    var missing: [MissingPiece] = []
    while true {
      try Task.checkCancellation()
      // Our own session may hold nothing that the program waits for.
      try await endTransaction()
      let ended = try await programs.run(
        call, on: try await database.programAccess(), limit: limit * min(max(steps, 1), Self.mostLimits))
      var run = Run(outcome: .applied, statements: 1, missing: missing, elapsed: clock.now - start)
      guard let rejection = ended.rejection else {
        if let proof = call.proof { try await check(proof) }
        return Carried(run: run, told: ended.isWhole ? ended.progress : nil, output: ended.output)
      }
      run.outcome = .rejected(rejection)
      if case .environment(let piece) = rejection.cause, !missing.contains(piece) {
        missing.append(piece)
        run.missing = missing
        if try await database.provide(piece) { continue }
      }
      return Carried(run: run, told: ended.progress, output: ended.output)
    }
  }

  /// A program that connects elsewhere succeeds, too, and says nothing of it.
  private func check(_ proof: ProgramCall.Proof) async throws {
    let rows: [[String?]]?
    do { rows = try await database.rows(of: proof.query) } catch {
      try Task.checkCancellation()
      rows = nil
    }
    let notes = Set((rows ?? []).compactMap { $0.first ?? nil })
    guard rows != nil, notes.isSuperset(of: proof.holds), notes.isDisjoint(with: proof.lacks) else {
      throw RehearsalError.programLeftNoTrace(proof, isReadable: rows != nil)
    }
  }
}
