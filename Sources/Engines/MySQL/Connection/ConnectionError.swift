import SchemagateModel

/// A connection that could not be made, or was lost.
enum ConnectionError: Error, Hashable {
  /// The text of the URL stays out: it may hold a password in any place.
  case unreadableURL
  case unknownEncryption(value: String)
  case refused(server: String, message: String, isTransient: Bool)
  case lost(server: String, message: String)
  case closed(server: String)
}

extension ConnectionError: ReportedError {
  var report: ErrorReport {
    switch self {
    case .unreadableURL:
      ErrorReport(
        what: "the server's URL can't be read", try: "write it as mysql://USER:PASSWORD@HOST:PORT/DATABASE")
    case .unknownEncryption(let value):
      ErrorReport(
        what: "the server's URL asks for an unknown ssl-mode: \(value)",
        try: "write ssl-mode=disabled, preferred, required, verify_ca or verify_identity")
    case .refused(let server, let message, _):
      ErrorReport(
        what: "the server refused the connection: \(message)", at: server,
        try: "check with the mariadb or mysql client that the server runs and that this user and password may enter")
    case .lost(let server, let message):
      ErrorReport(
        what: "the connection to the server was lost: \(message)", at: server,
        try: "look into the server's log; then run the check again")
    case .closed(let server):
      ErrorReport(what: "the connection to the server was closed before its work was done", at: server)
    }
  }
}
