package import SchemagateModel

/// Why a rehearsal could not be brought to its end.
package enum RehearsalError: ReportedError {
  /// A step that was applied once was rejected when the same path was run again.
  case notRepeatable(MigrationID, String)
  /// The database refused what the tool sends before its first step.
  case preparationRejected(message: String, statement: String?)
  /// A schema that was to be built for a comparison was refused on the way.
  case buildRejected(Rejection, path: String)
  /// A script began a transaction and never ended it, so that nothing of it was kept.
  case buildLeftOpen(path: String)
}

extension RehearsalError {
  package var report: ErrorReport {
    switch self {
    case .notRepeatable(let migration, let message):
      ErrorReport(
        what: "migration \(migration) was applied once, but rejected when the same history ran again on a new "
          + "database: \(message)",
        try: "look for a step that depends on the time, on chance, or on something outside the database")
    case .preparationRejected(let message, let statement):
      ErrorReport(
        what: "the database refused what the migration tool sends before its first step: \(message)", at: statement,
        try: "check `setup:`, `session:` and `tool: {table: …}` in schemagate.yml")
    case .buildRejected(let rejection, let path):
      ErrorReport(
        what:
          "the database refused a statement: \(rejection.message)\(rejection.code.isEmpty ? "" : " (\(rejection.code))")",
        at: rejection.location.map(Self.place) ?? path, try: rejection.remedy)
    case .buildLeftOpen(let path):
      ErrorReport(
        what: "a transaction is begun and never ended, so that nothing of it stays", at: path,
        try: "end it with COMMIT")
    }
  }

  private static func place(_ location: SourceLocation) -> String {
    location.path + (location.line.map { ":\($0)" } ?? "")
  }
}

extension Rejection {
  fileprivate var remedy: String? {
    switch cause {
    case .environment(let piece): piece.advice ?? piece.setup.map { "provide it in a `setup:` file: \($0)" } ?? hint
    case .migration: hint ?? "correct the statement; the schema is only known where all of it runs"
    case .timeLimit(let seconds): "it did not end within \(seconds) s; look for a loop, or a wait"
    }
  }
}
