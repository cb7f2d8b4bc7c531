import EngineInterface
import SchemagateModel
import ToolPrograms

/// Runs steps on one scratch database exactly as their tool would: its transactions, its sessions, its bookkeeping.
struct StepRunner {
  let database: any ScratchDatabase
  let limit: Duration
  /// The kind of server that the files are for, where another one stands in for it.
  var wanted: EngineKind?
  /// `nil` where no private copies were made.
  var programs: ProgramRunner?

  /// What a run of one step gave, before anything is compared.
  struct Run {
    var outcome: StepOutcome
    var statements = 0
    /// What the server answered to each piece, the refused one included, as far as a report shows it.
    var answers: [StatementAnswers] = []
    var leftTransactionOpen = false
    var missing: [MissingPiece] = []
    /// Pieces that nothing takes back any more, as far as the step came.
    var stayed: [String] = []
    var elapsed: Duration = .zero
  }

  /// Sends the tool's preparation: its bookkeeping tables.
  func prepare(_ plan: ToolPlan) async throws {
    guard let rejection = try await sendEach(plan.prepare) else { return }
    throw RehearsalError.preparationRejected(message: rejection.message, statement: rejection.statement)
  }

  /// Opens the transaction of a tool that runs all pending migrations in one.
  func begin() async throws {
    guard let rejection = try await sendEach(["BEGIN"]) else { return }
    throw RehearsalError.preparationRejected(message: rejection.message, statement: "BEGIN")
  }

  /// Whether that transaction is no more.
  func standsOutsideTransaction() async throws -> Bool { try await database.transactionState() == .idle }

  /// Ends that transaction; a refusal takes back everything in it.
  func commit() async throws -> Rejection? {
    let rejection = try await sendEach(["COMMIT"])
    try await endTransaction()
    return rejection
  }

  func run(_ step: Step) async throws -> Run {
    switch step.script.body {
    case .sql(let pieces): try await run(step, pieces)
    case .program(let language): Run(outcome: .notRunnable(language: language))
    case .command(let call): try await run(step, by: call)
    }
  }

  private func run(_ step: Step, _ pieces: [SourceText]) async throws -> Run {
    let clock = ContinuousClock()
    let start = clock.now
    var run = Run(outcome: .applied)
    if let rejection = try await attempt(step, pieces, &run) {
      let told = rejection.after(run.stayed).onSubstitute(for: wanted)
      if case .environment(let piece) = told.cause, !run.missing.contains(piece) { run.missing.append(piece) }
      run.outcome = .rejected(told)
      try await endTransaction()
    } else if step.script.transaction != .run, try await database.transactionState() != .idle {
      run.leftTransactionOpen = true
      try await endTransaction()
    }
    if step.session == .fresh { try await database.renewSession() }
    run.elapsed = clock.now - start
    return run
  }

  /// Tries again for as long as the engine can provide what is missing, so that one replay names everything.
  private func attempt(_ step: Step, _ pieces: [SourceText], _ run: inout Run) async throws -> Rejection? {
    if let rejection = try await sendTogether(step.bookkeeping.before) { return rejection }
    var next = 0
    var lack: Rejection?
    while let rejection = try await send(step, pieces, from: &next, &run) {
      guard case .environment(let piece) = rejection.cause, !run.missing.contains(piece) else {
        return lack ?? rejection
      }
      run.missing.append(piece)
      guard let retreat = try await retreat(step.script.transaction, from: next, of: pieces.count),
        try await database.provide(piece)
      else { return rejection }
      next = retreat.next
      if !retreat.isClean { lack = lack ?? rejection }
    }
    return try await sendTogether(step.bookkeeping.after)
  }

  /// Where a step goes on once it has what it lacked.
  private struct Retreat {
    let next: Int
    /// Whether nothing may be left of what is sent again. If something may, a second refusal says nothing about the
    /// migration: the table that is there already is our own doing.
    let isClean: Bool
  }

  /// Rolls back what is open; `nil` where that takes other steps back too.
  private func retreat(_ scope: TransactionScope, from next: Int, of count: Int) async throws -> Retreat? {
    let inTransaction = try await database.transactionState() != .idle
    try await endTransaction()
    switch scope {
    case .run: return nil
    case .statement: return Retreat(next: next, isClean: true)
    case .file, .section: return Retreat(next: inTransaction ? 0 : next, isClean: inTransaction)
    case .none: return Retreat(next: inTransaction ? 0 : next, isClean: !inTransaction && count > 1)
    }
  }

  /// Sends the pieces from `next` on, in the tool's transaction; `next` ends at the refused piece.
  private func send(
    _ step: Step, _ pieces: [SourceText], from next: inout Int, _ run: inout Run
  ) async throws -> Rejection? {
    let scope = step.script.transaction
    if next == 0 { run.statements = 0 }
    run.answers.removeLast(max(0, run.answers.count - next))
    if scope.wrapsFile, let rejection = try await sendEach(["BEGIN"]) { return rejection }
    var open: [String] = []
    while next < pieces.count {
      switch try await sendOne(pieces[next], scope) {
      case .applied(let answers):
        run.statements += answers.count
        run.note(answers)
        if answers.count > 0 { open.append(pieces[next].text) }
      case .rejected(let rejection, let answers):
        run.note(answers)
        return rejection
      }
      next += 1
      // MySQL commits before each change of the schema, and has left the tool's transaction then.
      guard try await database.transactionState() == .idle else { continue }
      run.stayed += open
      open = []
    }
    if let rejection = try await sendTogether(step.bookkeeping.inside) { return rejection }
    return scope.wrapsFile ? try await sendEach(["COMMIT"]) : nil
  }

  private func sendOne(_ piece: SourceText, _ scope: TransactionScope) async throws -> SendOutcome {
    guard scope == .statement else { return try await database.send(piece, limit: limit) }
    if let rejection = try await sendEach(["BEGIN"]) { return .rejected(rejection, after: .init()) }
    let outcome = try await database.send(piece, limit: limit)
    guard case .applied(let answers) = outcome else { return outcome }
    if let rejection = try await sendEach(["COMMIT"]) { return .rejected(rejection, after: answers) }
    return outcome
  }

  private func sendEach(_ statements: [String]) async throws -> Rejection? {
    for statement in statements {
      let outcome = try await database.send(SourceText(path: nil, text: statement), limit: limit)
      if case .rejected(let rejection, _) = outcome { return rejection }
    }
    return nil
  }

  /// Tools write down one step in one transaction; sent in one go, the statements are one.
  private func sendTogether(_ statements: [String]) async throws -> Rejection? {
    statements.isEmpty ? nil : try await sendEach([statements.joined(separator: ";\n")])
  }

  func endTransaction() async throws {
    guard try await database.transactionState() != .idle else { return }
    _ = try await sendEach(["ROLLBACK"])
  }
}

extension StepRunner.Run {
  /// Pieces beyond what a report shows aren't kept: a dump has a hundred thousand.
  fileprivate mutating func note(_ new: StatementAnswers) {
    if answers.count < StatementAnswers.most { answers.append(new) }
  }
}

extension Rejection {
  /// The same refusal, after earlier texts of the step that stayed.
  fileprivate func after(_ texts: [String]) -> Rejection {
    guard !texts.isEmpty else { return self }
    return Rejection(
      cause: cause, message: message, detail: detail, hint: hint, code: code, location: location, statement: statement,
      context: context, stayed: texts + stayed)
  }
}

extension TransactionScope {
  /// Whether the tool's transaction is opened and closed around each file.
  fileprivate var wrapsFile: Bool {
    switch self {
    case .file, .section: true
    case .run, .statement, .none: false
    }
  }
}
