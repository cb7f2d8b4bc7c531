import SchemagateModel

/// What the objects share. It is little, and read at every moment.
struct CatalogueFacts: Sendable {
  let roles: RoleWords
  let comments: [CatalogueKey: String]
  /// What security providers say, as `provider: label`.
  let labels: [CatalogueKey: [String]]
  /// What a table inherits from or an index is a partition of, in order.
  let parents: [UInt32: [String]]

  init(_ source: CatalogueSource) async throws {
    roles = try await Self.roles(source)
    let remarks = try await Self.remarks(source)
    comments = Dictionary(remarks.filter { $0.provider == nil }.map { ($0.key, $0.text) }) { first, _ in first }
    labels = Dictionary(grouping: remarks.filter { $0.provider != nil }, by: \.key)
      .mapValues { $0.map { "\($0.provider ?? ""): \($0.text)" } }
    parents = try await source.group(PackageResources.parents_sql) { $0.text(1) ?? "" }
  }

  /// Whether roles, parents and labels are the same; comments are told apart one by one.
  func agree(with other: CatalogueFacts) -> Bool {
    roles == other.roles && parents == other.parents && labels == other.labels
  }

  private static func roles(_ source: CatalogueSource) async throws -> RoleWords {
    let databases = try await source.scan(PackageResources.database_sql) { DatabaseRow($0) }
    guard let database = databases.first else { throw CatalogueError.noDatabase }
    let defaults = try await source.scan(PackageResources.default_grants_sql) { ($0.letter(0), $0.text(1) ?? "") }
    return RoleWords(
      database: database, names: try await source.index(PackageResources.roles_sql) { $0.text(1) ?? "" },
      defaults: Dictionary(defaults) { first, _ in first })
  }

  /// A comment, or what a security provider says.
  private struct Remark: Sendable {
    let key: CatalogueKey
    let text: String
    let provider: String?
  }

  private static func remarks(_ source: CatalogueSource) async throws -> [Remark] {
    try await source.scan(PackageResources.comments_sql) { row -> Remark? in
      guard let catalogue = Catalogue(rawValue: row.number(0)), let text = row.text(3) else { return nil }
      let key = CatalogueKey(catalogue: catalogue, object: row.number(1), column: row.integer(2) ?? 0)
      return Remark(key: key, text: text, provider: row.text(4))
    }.compactMap(\.self)
  }
}
