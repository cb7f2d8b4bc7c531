import SchemagateModel

/// Why no server of our own could be had.
enum EmbeddedServerError: Error, Hashable {
  case notInstalled(major: String?, found: [String])
  case noPrograms(folder: String)
  case preparationFailed(program: String, output: String)
  case didNotStart(log: String)
  case died(log: String)
  /// The server lives, and one of our sessions is gone.
  case lost(String)
}

extension EmbeddedServerError: ReportedError {
  var report: ErrorReport {
    switch self {
    case .notInstalled(let major, let found):
      Self.notInstalled(major, found)
    case .noPrograms(let folder):
      ErrorReport(
        what: "SCHEMAGATE_PG_BIN names a folder without the programs postgres and initdb", at: folder,
        try: "ls -d /usr/lib/postgresql/*/bin")
    case .preparationFailed(let program, let output):
      ErrorReport(what: "\(program) failed: \(output)", try: Self.otherServer)
    case .didNotStart(let log):
      ErrorReport(what: "the embedded PostgreSQL server did not start: \(log)", try: Self.otherServer)
    case .lost(let message):
      ErrorReport(
        what: "a session on the embedded PostgreSQL server ended early: \(message)",
        try: "look for a statement that ends sessions or stops the server; then run the check again")
    case .died(let log):
      ErrorReport(
        what: "the embedded PostgreSQL server ended while it was needed: \(log)",
        try:
          "look for a migration that ends the server, or for a machine that is out of memory, and run the check again")
    }
  }

  private static let otherServer =
    "name the folder of another installation in SCHEMAGATE_PG_BIN, or give a server with --server URL"

  private static func notInstalled(_ major: String?, _ found: [String]) -> ErrorReport {
    let wanted = major.map { "PostgreSQL \($0)" } ?? "PostgreSQL's server"
    var seen: Set<String> = []
    let versions = found.filter { seen.insert($0).inserted }
    let others = versions.isEmpty ? "" : " (found: \(versions.joined(separator: ", ")))"
    let package = major.map { "postgresql-\($0)" } ?? "postgresql"
    return ErrorReport(
      what: "\(wanted) is not installed on this machine\(others)",
      try: "apt-get install \(package), or name its folder in SCHEMAGATE_PG_BIN, or give a server with --server URL")
  }
}
