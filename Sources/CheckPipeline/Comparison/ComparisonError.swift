package import SchemagateModel

/// Why one side of a comparison can't be had.
package enum ComparisonError: ReportedError, Hashable {
  case unsupported(EngineKind)
  case metaCommand(String, at: SourceLocation)
  case unreadable(SourceLocation, why: String)
  case duplicate(MigrationID, paths: [String])
  case refused(String, tool: String)
  case empty(folder: String)
  /// A step in a language that isn't run: what it makes is missing.
  case notRun(path: String)
}

extension ComparisonError {
  package var report: ErrorReport {
    switch self {
    case .unsupported(let engine):
      ErrorReport(
        what: "this program has no engine for \(engine.rawValue)",
        try: "compare databases of PostgreSQL, MySQL, MariaDB or SQLite")
    case .metaCommand(let command, let location):
      ErrorReport(
        what: "\(command) is a command of the server's client program, which isn't run", at: Self.place(location),
        try: "take the line out, or dump without it")
    case .unreadable(let location, let why):
      ErrorReport(
        what: why, at: Self.place(location), try: "correct the file; the schema is only known where all of it runs")
    case .duplicate(let id, let paths):
      ErrorReport(
        what: "several files claim version \(id)", at: paths.joined(separator: ", "),
        try: "give each a version of its own")
    case .refused(let reason, let tool):
      ErrorReport(what: "\(tool) would not run this history: \(reason)", try: "correct it: schemagate check --all")
    case .notRun(let path):
      ErrorReport(
        what: "a migration isn't SQL, and what it makes would be missing", at: path,
        try: "read the schema of a database instead that has all of them: schemagate snapshot URL")
    case .empty(let folder):
      ErrorReport(what: "there are no migrations", at: folder, try: "name the folder that holds them")
    }
  }

  private static func place(_ location: SourceLocation) -> String {
    location.path + (location.line.map { ":\($0)" } ?? "")
  }
}
