package import SchemagateModel

/// Reads a PostgreSQL database's schema from its catalogue, as one moment of it.
package struct CatalogueReader: Sendable {
  private let version: EngineVersion
  private let majorVersion: Int

  /// `version` is the server's own, for example `15.18`.
  package init(version: EngineVersion) {
    self.version = version
    majorVersion = Int(version.version.prefix { $0.isNumber }) ?? 0
  }

  /// The whole schema. The connection must stand outside of a transaction.
  package func read(_ connection: PostgreSQLConnection) async throws -> Schema {
    try await state(of: connection, after: nil).schema
  }

  /// The same, read the faster the less has changed since `earlier`, a state of the same database.
  package func state(of connection: PostgreSQLConnection, after earlier: CatalogueState?) async throws -> CatalogueState
  {
    try await ReadingSession(connection: connection).read {
      let source = CatalogueSource(connection: connection, majorVersion: majorVersion)
      return try await CatalogueReading(source: source, engine: version).state(after: earlier)
    }
  }
}
