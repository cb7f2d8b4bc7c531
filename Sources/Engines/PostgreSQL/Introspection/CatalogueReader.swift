package import SchemagateModel

/// Reads a PostgreSQL database's schema from its catalogue, as one moment of it.
package struct CatalogueReader: Sendable {
  private let version: EngineVersion
  private let majorVersion: Int
  private let roles: RoleScope?

  /// `version` is the server's own, for example `15.18`.
  package init(version: EngineVersion) { self.init(version: version, roles: nil) }

  /// With `roles` the server's roles are part of the schema: where what is done to them is the schema's own doing.
  init(version: EngineVersion, roles: RoleScope?) {
    self.version = version
    self.roles = roles
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
      let source = CatalogueSource(connection: connection, majorVersion: majorVersion, roles: roles)
      return try await CatalogueReading(source: source, engine: version).state(after: earlier)
    }
  }
}
