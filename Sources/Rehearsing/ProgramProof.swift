import EngineInterface
import SchemagateModel

extension StepRunner.Carried {
  /// Where the program names what it runs, it has to be what the files tell of.
  func confirm(_ steps: [MigrationID], of call: ProgramCall) throws {
    guard let told, !told.isEmpty || (call.ledger != nil && call.progress != nil) else { return }
    let (ran, expected) = (Set(told), Set(steps))
    // A step that is run alone may be named by some programs in other words; one with a ledger names it always.
    guard ran != expected, steps.count > 1 || call.ledger != nil else { return }
    throw RehearsalError.programRanOthers(
      unexpected: told.filter { !expected.contains($0) }, left: steps.filter { !ran.contains($0) })
  }
}

extension StepRunner {
  /// A program that wrote its notes elsewhere changed another database than the one that we look at.
  func find(_ ledger: String?) async throws {
    guard let ledger, let engine = programs?.engine else { return }
    let outcome = try await database.send(SourceText(path: nil, text: presence(of: ledger, on: engine)), limit: limit)
    guard case .rejected = outcome else { return }
    try await endTransaction()
    throw RehearsalError.programWentElsewhere(ledger: ledger)
  }

  /// SQL that the server refuses where no table has this name, in whatever schema.
  private func presence(of table: String, on engine: EngineKind) -> String {
    switch engine {
    case .postgresql: "SELECT 1 / count(*) FROM pg_catalog.pg_class WHERE relname = '\(table)'"
    case .sqlite, .mysql, .mariadb: "SELECT 1 FROM \(table) LIMIT 1"
    }
  }
}
