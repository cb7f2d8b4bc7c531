import SchemagateModel

/// Why no server of our own could be had.
enum EmbeddedServerError: Error, Hashable {
  case notInstalled(kind: EngineKind, version: String?, found: [String])
  case noPrograms(folder: String)
  case preparationFailed(name: String, output: String)
  case didNotStart(name: String, log: String, isFromPrepared: Bool)
  case died(name: String, log: String)
  /// The server lives, and one of our sessions is gone.
  case lost(name: String, message: String)
}

extension EmbeddedServerError: ReportedError {
  var report: ErrorReport {
    switch self {
    case .notInstalled(let kind, let version, let found):
      Self.notInstalled(kind, version, found)
    case .noPrograms(let folder):
      ErrorReport(
        what: "SCHEMAGATE_MYSQL_BIN names a folder without the program mariadbd or mysqld", at: folder,
        try: "ls /usr/sbin/mariadbd /usr/sbin/mysqld /usr/libexec/mysqld")
    case .preparationFailed(let name, let output):
      ErrorReport(what: "the data folder for an embedded \(name) could not be made: \(output)", try: Self.otherServer)
    case .didNotStart(let name, let log, _):
      ErrorReport(what: "the embedded \(name) server did not start: \(log)", try: Self.otherServer)
    case .lost(let name, let message):
      ErrorReport(
        what: "a session on the embedded \(name) server ended early: \(message)",
        try: "look for a statement that ends sessions or stops the server; then run the check again")
    case .died(let name, let log):
      ErrorReport(
        what: "the embedded \(name) server ended while it was needed: \(log)",
        try:
          "look for a migration that ends the server, or for a machine that is out of memory, and run the check again")
    }
  }

  private static let otherServer =
    "name the folder of another installation in SCHEMAGATE_MYSQL_BIN, or give a server with --server URL"

  private static func notInstalled(_ kind: EngineKind, _ version: String?, _ found: [String]) -> ErrorReport {
    let wanted = "\(kind.title)\(version.map { " \($0)" } ?? "'s server")"
    let others = found.isEmpty ? "" : " (found: \(found.joined(separator: ", ")))"
    let package = kind == .mariadb ? "mariadb-server" : "mysql-server"
    let source = version.map {
      " of version \($0), from the vendor's own repository where the distribution has another"
    }
    return ErrorReport(
      what: "\(wanted) is not installed on this machine\(others)",
      try: "apt-get install \(package)\(source ?? ""), or name its folder in SCHEMAGATE_MYSQL_BIN, "
        + "or give a server with --server URL")
  }
}
