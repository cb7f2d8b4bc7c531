package import SchemagateModel

/// A connection that could not be made, or was lost.
package enum ConnectionError: Error, Hashable {
  /// The text of the URL stays out: what libpq says about it may quote the password.
  case unreadableURL
  case refused(server: String, message: String, isTransient: Bool)
  case tooSlow(server: String, limit: Duration)
  case lost(server: String, message: String)
  case closed(server: String)
}

extension ConnectionError: ReportedError {
  package var report: ErrorReport {
    switch self {
    case .unreadableURL:
      ErrorReport(
        what: "the server's URL can't be read", try: "write it as postgresql://USER@HOST:PORT/DATABASE")
    case .refused(let server, let message, _):
      ErrorReport(
        what: "PostgreSQL refused the connection: \(message)", at: server,
        try: "psql '\(server)', with the same user and password")
    case .tooSlow(let server, let limit):
      ErrorReport(
        what: "PostgreSQL did not answer within \(limit.components.seconds) s", at: server,
        try: "check that the server runs and that this machine may reach it")
    case .lost(let server, let message):
      ErrorReport(
        what: "the connection to PostgreSQL was lost: \(message)", at: server,
        try: "look into the server's log; then run the check again")
    case .closed(let server):
      ErrorReport(what: "the connection to PostgreSQL was closed before its work was done", at: server)
    }
  }
}
