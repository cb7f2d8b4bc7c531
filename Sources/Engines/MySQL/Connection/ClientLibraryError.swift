package import SchemagateModel

/// Why no client library could be used.
package enum ClientLibraryError: Error, Hashable {
  case notInstalled
  case unreadable(path: String, reason: String)
  case noFunction(name: String)
}

extension ClientLibraryError: ReportedError {
  package var report: ErrorReport {
    switch self {
    case .notInstalled:
      ErrorReport(
        what: "the client library of MySQL and MariaDB is not installed on this machine",
        try: "apt-get install libmariadb3, or name the library's file in SCHEMAGATE_MYSQL_CLIENT")
    case .unreadable(let path, let reason):
      ErrorReport(
        what: "the client library of MySQL and MariaDB could not be loaded: \(reason)", at: path,
        try: "apt-get install libmariadb3, and name its file in SCHEMAGATE_MYSQL_CLIENT or unset the variable")
    case .noFunction(let name):
      ErrorReport(
        what: "the client library of MySQL and MariaDB has no function \(name)",
        try: "apt-get install libmariadb3, or name another library's file in SCHEMAGATE_MYSQL_CLIENT")
    }
  }
}
