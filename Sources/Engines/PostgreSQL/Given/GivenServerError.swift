import SchemagateModel

/// Why a given server can't be used.
enum GivenServerError: Error, Hashable {
  case otherVersion(server: String, version: String, wanted: String)
  case noRight(server: String, role: String)
  case notEmpty(server: String, databases: [String])
  case roleCannotLogIn(server: String, reason: String)
}

extension GivenServerError: ReportedError {
  var report: ErrorReport {
    switch self {
    case .otherVersion(let server, let version, let wanted):
      let major = ServerPrograms.major(of: wanted)
      return ErrorReport(
        what: "the server is PostgreSQL \(version), and server-version asks for \(wanted)", at: server,
        try: "give a server of version \(major), or apt-get install postgresql-\(major) and leave --server out")
    case .noRight(let server, let role):
      return ErrorReport(
        what: "the role \(role) may not create databases", at: server,
        try: "ALTER ROLE \(SQLText.identifier(role)) CREATEDB;")
    case .notEmpty(let server, let databases):
      return ErrorReport(
        what: "migrations would run as administrator on a server that holds other databases: "
          + databases.joined(separator: ", "), at: server,
        try: "use an empty server, or pass --shared-server if that is meant")
    case .roleCannotLogIn(let server, let reason):
      return ErrorReport(
        what: "the role that was made to run the migrations may not log in: \(reason)", at: server,
        try: "allow password logins in pg_hba.conf, or give the URL of a role with CREATEDB alone")
    }
  }
}
