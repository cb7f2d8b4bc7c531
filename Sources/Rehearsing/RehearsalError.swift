package import SchemagateModel

/// Why a rehearsal could not be brought to its end.
package enum RehearsalError: ReportedError {
  /// A step that was applied once was rejected when the same path was run again.
  case notRepeatable(MigrationID?)
  /// The database refused the tool's bookkeeping table.
  case preparationRejected(message: String, statement: String?)
}

extension RehearsalError {
  package var report: ErrorReport {
    switch self {
    case .notRepeatable(let migration):
      let name = migration.map { "migration \($0)" } ?? "the tool's preparation"
      return ErrorReport(
        what: "\(name) was applied once, but rejected when the same history ran again on a new database",
        try: "look for a step that depends on the time, on chance, or on something outside the database")
    case .preparationRejected(let message, let statement):
      return ErrorReport(
        what: "the database refused the migration tool's own table: \(message)", at: statement,
        try: "check `setup:`, `session:` and `tool: {table: …}` in schemagate.yml")
    }
  }
}
