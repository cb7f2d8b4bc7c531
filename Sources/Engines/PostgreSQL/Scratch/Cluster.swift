import EngineInterface
import SchemagateModel

/// A running server, as those see it who make scratch databases on it.
struct Cluster: Sendable {
  let version: EngineVersion
  /// Connects as administrator; the database is set by whoever connects.
  let administrator: ConnectionParameters
  /// Connects as the role that runs migrations.
  let application: ConnectionParameters
  let applicationRole: String
  /// What the databases' names begin with.
  let namePrefix: String
  /// Whether roles and settings that appear while databases are lent can only be their doing.
  let isOurs: Bool
  /// Set for an embedded server.
  let embedded: EmbeddedServer?

  var majorVersion: Int { Int(ServerPrograms.major(of: version.version).prefix { $0.isNumber }) ?? 0 }

  /// `error`, or the better one where the server itself is gone.
  func explain(_ error: any Error) async -> any Error {
    await embedded?.explain(error) ?? error
  }

  /// The name of a database that outlives the run; on a given server it is none that a later run would drop.
  func keptName(of database: String) -> String {
    embedded == nil ? "schemagate_kept_\(database.dropFirst("schemagate_".count))" : database
  }

  /// The command that enters `database`.
  func entry(to database: String) -> String {
    guard let embedded else {
      return "psql '\(administrator.setting(["dbname": database]))'"
        + "   # and in the end: psql '\(administrator)' -c 'DROP DATABASE \(database)'"
    }
    return "psql -h \(embedded.folder.socket) -U \(EmbeddedServer.administrator) -d \(database)"
      + "   # and in the end: kill -INT $(cat \(embedded.folder.path)/pid)"
  }
}
