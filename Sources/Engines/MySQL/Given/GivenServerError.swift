import SchemagateModel

/// Why a given server can't be used.
enum GivenServerError: Error, Hashable {
  case otherServer(server: String, found: EngineVersion, kind: EngineKind, version: String?)
  case noRight(server: String, reason: String, user: String)
  case notEmpty(server: String, databases: [String])
  case userCannotLogIn(server: String, reason: String)
  case noDatabase(server: String)
  case noLock(server: String)
}

extension GivenServerError: ReportedError {
  var report: ErrorReport {
    switch self {
    case .otherServer(let server, let found, let kind, let version):
      let wanted = "\(kind.title)\(version.map { " \($0)" } ?? "")"
      return ErrorReport(
        what: "the server is \(found.name.title) \(found.version), and the target asks for \(wanted)", at: server,
        try: "give a server of \(wanted), or install \(wanted) on this machine and leave --server out")
    case .noRight(let server, let reason, let user):
      return ErrorReport(
        what: "scratch databases can't be made: \(reason)", at: server,
        try: "GRANT ALL PRIVILEGES ON `schemagate\\_%`.* TO \(user) WITH GRANT OPTION;")
    case .notEmpty(let server, let databases):
      return ErrorReport(
        what: "migrations would run as administrator on a server that holds other databases: "
          + databases.joined(separator: ", "), at: server,
        try: "use an empty server, or pass --shared-server if that is meant")
    case .userCannotLogIn(let server, let reason):
      return ErrorReport(
        what: "the user that was made to run the migrations may not log in: \(reason)", at: server,
        try: "give the URL of a user that may make databases named schemagate_…, and no users")
    case .noDatabase(let server):
      return ErrorReport(
        what: "the URL names no database", at: server, try: "write it as mysql://USER@HOST:PORT/DATABASE")
    case .noLock(let server):
      return ErrorReport(
        what: "the server gives no named lock, by which other runs know that our databases are in use", at: server,
        try: "run the check again, or give a server on which SELECT GET_LOCK('x', 1) answers 1")
    }
  }
}
