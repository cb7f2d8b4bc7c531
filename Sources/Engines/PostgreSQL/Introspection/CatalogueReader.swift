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

  /// The whole schema, with the names of what it doesn't tell of. The connection must stand outside of a transaction.
  package func read(_ connection: PostgreSQLConnection) async throws -> Schema {
    try await ReadingSession(connection: connection).read {
      let state = try await reading(connection).state(after: nil, isLast: true)
      return state.schema(notCompared: try await net(connection, state))
    }
  }

  /// What the database holds and `state`, which was read from it last, doesn't tell of.
  package func notCompared(_ connection: PostgreSQLConnection, in state: CatalogueState) async throws -> [NotCompared] {
    try await ReadingSession(connection: connection).read { try await net(connection, state) }
  }

  /// The same, read the faster the less has changed since `earlier`, a state of the same database.
  package func state(of connection: PostgreSQLConnection, after earlier: CatalogueState?) async throws -> CatalogueState
  {
    try await ReadingSession(connection: connection).read {
      try await reading(connection).state(after: earlier)
    }
  }

  private func reading(_ connection: PostgreSQLConnection) -> CatalogueReading {
    CatalogueReading(source: source(connection), engine: version)
  }

  private func source(_ connection: PostgreSQLConnection) -> CatalogueSource {
    CatalogueSource(connection: connection, majorVersion: majorVersion, roles: roles)
  }

  private func net(_ connection: PostgreSQLConnection, _ state: CatalogueState) async throws -> [NotCompared] {
    try await NotComparedReading(source: source(connection), objects: state.schema.objects).groups()
      .joined(with: HiddenValues.groups(in: state.entries))
  }
}
