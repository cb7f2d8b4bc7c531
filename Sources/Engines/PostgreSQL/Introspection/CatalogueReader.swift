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
    try await ReadingSession(connection: connection).read {
      let source = CatalogueSource(connection: connection, majorVersion: majorVersion)
      let reading = try await CatalogueReading(source)
      return Schema(
        engine: version, objects: try await reading.objects(),
        notCompared: try await NotComparedReading(source: source).groups())
    }
  }
}
