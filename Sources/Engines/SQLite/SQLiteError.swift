package import SchemagateModel

/// What keeps a SQLite database from being checked.
package enum SQLiteError: ReportedError, Equatable {
  case serverGiven
  case otherVersion(wanted: String, found: String)
  case folderNotMade(path: String, reason: String)
  case notOpened(path: String, reason: String)
  case setupRefused(Rejection)
  case sessionRefused(statement: String, reason: String)
  /// The library itself failed: no memory, no room, input or output.
  case failed(code: String, message: String)
  case notRead(reason: String)
  /// A table has the name of a catalogue function, which our queries would read in its stead.
  case catalogueHidden(name: String)
  case notKept(path: String, reason: String)
  case closed
}

extension SQLiteError {
  /// What happened, where, and what to do.
  package var report: ErrorReport {
    switch self {
    case .serverGiven:
      ErrorReport(
        what: "SQLite runs inside schemagate and takes no server",
        try: "remove `server:` from the target, or `--server`")
    case .otherVersion(let wanted, let found):
      ErrorReport(
        what: "SQLite \(wanted) is asked for, and \(found) is what is installed",
        try: "install libsqlite3-0 in version \(wanted), or correct `server-version:`")
    case .folderNotMade(let path, let reason):
      ErrorReport(
        what: "no folder for scratch databases: \(reason)", at: path, try: "set TMPDIR to a folder that can be written")
    case .notOpened(let path, let reason):
      ErrorReport(what: "the database can't be opened: \(reason)", at: path, try: "check the path and its permissions")
    case .setupRefused(let rejection):
      ErrorReport(
        what: "the setup script is refused: \(rejection.message)", at: rejection.location.map(Self.place),
        try: "correct the script that `setup:` names")
    case .sessionRefused(let statement, let reason):
      ErrorReport(what: "a session statement is refused: \(reason)", at: statement, try: "correct `session:`")
    case .failed(let code, let message):
      ErrorReport(what: "SQLite failed: \(message) (\(code))", try: "check free memory and room on the disk")
    case .notRead(let reason):
      ErrorReport(what: "the schema can't be read: \(reason)", try: "run `PRAGMA integrity_check` after the migrations")
    case .catalogueHidden(let name):
      ErrorReport(
        what: "the schema can't be read: \(name) hides SQLite's own catalogue function", try: "rename \(name)")
    case .notKept(let path, let reason):
      ErrorReport(what: "the database can't be kept: \(reason)", at: path, try: "make room in the temporary folder")
    case .closed:
      ErrorReport(what: "the scratch database is closed already", try: "report this as a bug in schemagate")
    }
  }

  private static func place(_ location: SourceLocation) -> String {
    location.path + (location.line.map { ":\($0)" } ?? "")
  }
}
