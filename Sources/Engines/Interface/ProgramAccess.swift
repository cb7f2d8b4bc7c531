/// How a program that is not ours reaches a scratch database, with the application's rights.
package struct ProgramAccess: Hashable, Sendable {
  /// A host's name, or the folder of a Unix socket (MySQL: the socket itself); `nil` on SQLite.
  package let host: String?
  package let port: Int?
  package let user: String?
  package let password: String?
  /// The database's name on its server; on SQLite the file's path.
  package let database: String

  package init(
    host: String? = nil, port: Int? = nil, user: String? = nil, password: String? = nil, database: String
  ) {
    self.host = host
    self.port = port
    self.user = user
    self.password = password
    self.database = database
  }
}
