import EngineInterface
import SchemagateModel

/// A running server, as those see it who make scratch databases on it.
struct ServerAccess: Sendable {
  let version: EngineVersion
  /// Connects as administrator; the database is set by whoever connects.
  let administrator: ConnectionParameters
  /// Connects as the user that runs migrations.
  let application: ConnectionParameters
  /// The account that is given rights on each scratch database; `nil` where the given user runs the migrations itself.
  let account: String?
  /// What the databases' names begin with.
  let namePrefix: String
  /// Whether accounts, variables and databases that appear while scratch databases are lent can only be their doing.
  let isOurs: Bool
  /// Set for an embedded server.
  let embedded: EmbeddedServer?

  /// Accounts that never show in a schema.
  var ownUsers: Set<String> { Set([application.user].compactMap { $0 }) }

  /// `error`, or the better one where the server itself is gone.
  func explain(_ error: any Error) async -> any Error { await embedded?.explain(error) ?? error }

  /// The command that enters `database`, and the one that ends what was kept.
  func entry(to database: String) -> String {
    let client = version.name == .mariadb ? "mariadb" : "mysql"
    guard let embedded else {
      return "\(client) \(options) \(database)   # and in the end: \(client) \(options) -e 'DROP DATABASE \(database)'"
    }
    return "\(client) --socket=\(embedded.socket) --user=\(EmbeddedServer.administrator) \(database)"
      + "   # and in the end: kill $(cat \(embedded.folder.path)/pid)"
  }

  private var options: String {
    let place =
      administrator.socket.map { "--socket=\($0)" }
      ?? "--host=\(administrator.host ?? "127.0.0.1") --port=\(administrator.port ?? 3306)"
    return "\(place) --user=\(administrator.user ?? "root")\(administrator.password == nil ? "" : " --password")"
  }
}
