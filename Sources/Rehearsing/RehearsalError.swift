package import SchemagateModel

/// Why a rehearsal could not be brought to its end.
package enum RehearsalError: ReportedError {
  /// A step that was applied once was rejected when the same path was run again.
  case notRepeatable(MigrationID, String)
  /// The database refused what the tool sends before its first step.
  case preparationRejected(message: String, statement: String?)
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
    }
  }
}
