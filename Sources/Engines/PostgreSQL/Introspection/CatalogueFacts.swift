import SchemagateModel

/// What the objects share. It is little, and read at every moment.
struct CatalogueFacts: Sendable {
  let roles: RoleWords
  let comments: [CatalogueKey: String]
  /// What a table inherits from or an index is a partition of, in order.
  let parents: [UInt32: [String]]

  init(_ source: CatalogueSource) async throws {
    roles = try await Self.roles(source)
    comments = try await Self.comments(source)
    parents = try await source.group(PackageResources.parents_sql) { $0.text(1) ?? "" }
  }

  /// Whether roles and parents are the same; comments are told apart one by one.
  func agree(with other: CatalogueFacts) -> Bool { roles == other.roles && parents == other.parents }

  private static func roles(_ source: CatalogueSource) async throws -> RoleWords {
    let databases = try await source.scan(PackageResources.database_sql) { DatabaseRow($0) }
    guard let database = databases.first else { throw CatalogueError.noDatabase }
    let defaults = try await source.scan(PackageResources.default_grants_sql) { ($0.letter(0), $0.text(1) ?? "") }
    return RoleWords(
      database: database, names: try await source.index(PackageResources.roles_sql) { $0.text(1) ?? "" },
      defaults: Dictionary(defaults) { first, _ in first })
  }

  private static func comments(_ source: CatalogueSource) async throws -> [CatalogueKey: String] {
    let rows = try await source.scan(PackageResources.comments_sql) { row -> (CatalogueKey, String)? in
      guard let catalogue = Catalogue(rawValue: row.number(0)), let text = row.text(3) else { return nil }
      return (CatalogueKey(catalogue: catalogue, object: row.number(1), column: row.integer(2) ?? 0), text)
    }
    return Dictionary(rows.compactMap(\.self)) { first, _ in first }
  }
}
