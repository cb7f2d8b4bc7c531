import SchemagateModel

/// The names of a database's relations and columns, by which references to them are recognised.
struct DatabaseNames {
  let statement: CanonicalSQL
  private let relations: [String: ObjectIdentity]
  private let columns: [String: [Catalog.Column]]

  init(_ catalog: Catalog) {
    var relations: [String: ObjectIdentity] = [:]
    for entry in catalog.entries where ["table", "view"].contains(entry.type) {
      relations[entry.name.lowercased()] = ObjectIdentity(kind: Self.kind(of: entry, in: catalog), name: [entry.name])
    }
    statement = CanonicalSQL(
      known: Set(relations.keys).union(catalog.columns.values.joined().map { $0.name.lowercased() }))
    self.relations = relations
    columns = Dictionary(catalog.columns.map { ($0.lowercased(), $1) }) { first, _ in first }
  }

  func isView(_ name: String) -> Bool { relations[name.lowercased()]?.kind == .view }
  func relation(_ name: String) -> ObjectIdentity? { relations[name.lowercased()] }

  /// The columns that `REFERENCES table` means, as the table spells them; without names, its primary key.
  func referenced(_ names: [String], of table: String) -> [String] {
    let columns = columns[table.lowercased()] ?? []
    guard !names.isEmpty else { return Self.key(columns) }
    return names.map { name in columns.first { $0.name.lowercased() == name.lowercased() }?.name ?? name }
  }

  /// The relations that these tokens may name.
  func mentioned(in tokens: ArraySlice<Token>, except own: String) -> [ObjectIdentity] {
    let found = Set(tokens.lazy.filter(\.isName).compactMap { relations[$0.folded] })
    return found.filter { $0.name != [own] }.sorted()
  }

  private static func kind(of entry: Catalog.Entry, in catalog: Catalog) -> ObjectKind {
    if entry.type == "view" { return .view }
    return catalog.tables[entry.name]?.type == "virtual" ? .virtualTable : .table
  }

  private static func key(_ columns: [Catalog.Column]) -> [String] {
    columns.filter { $0.keyPlace > 0 }.sorted { $0.keyPlace < $1.keyPlace }.map(\.name)
  }
}
