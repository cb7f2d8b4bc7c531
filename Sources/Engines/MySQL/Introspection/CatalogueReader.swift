import SchemagateModel

/// Reads the schema of a MySQL or MariaDB database, which is the session's own (`DATABASE()`).
///
/// Tables are read from `SHOW CREATE TABLE`: it says all that a dump says, and costs a tenth of what
/// `information_schema` does, which opens every table for each of its views.
struct CatalogueReader: Sendable {
  private let version: EngineVersion
  private let ownUsers: Set<String>

  /// `version` is the server's own, for example `10.11.19`. `ownUsers` are accounts of ours, as `name` or `name@host`:
  /// they never show. The account that reads is one of them by itself.
  init(version: EngineVersion, ownUsers: Set<String> = []) {
    self.version = version
    self.ownUsers = ownUsers
  }

  /// The whole schema. The session's own settings are the same afterwards.
  func read(_ connection: MySQLConnection) async throws -> Schema {
    try await ReadingSession(connection: connection).read {
      let source = CatalogueSource(connection: connection, version: CatalogueVersion(version))
      return try await CatalogueReading(source: source.withRightsKnown(), engine: version, ownUsers: ownUsers).schema()
    }
  }
}
