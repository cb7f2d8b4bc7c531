import SchemagateModel

/// Reads tables, views and sequences, each from what the server would make it anew by.
struct RelationReading {
  private enum Kind {
    case table
    case view
    case sequence
    case temporary
    case other(String)

    init(_ type: String) {
      self =
        switch type {
        case "BASE TABLE", "SYSTEM VERSIONED": .table
        case "VIEW": .view
        case "SEQUENCE": .sequence
        case let type where type.contains("TEMPORARY"): .temporary
        default: .other(type.lowercased())
        }
    }
  }

  let source: CatalogueSource
  let database: String
  let names: AccountNames

  func read() async throws -> CataloguePart {
    var part = CataloguePart()
    let collations = try await source.rows(PackageResources.character_sets_sql)
    let tables = TableReading(
      source: source, database: database,
      collations: Dictionary(collations.map { ($0[0] ?? "", $0[1] ?? "") }) { first, _ in first })
    for row in try await source.rows(PackageResources.tables_sql) {
      let name = row[0] ?? ""
      do {
        try await read(name, Kind(row[1] ?? ""), tables, into: &part)
      } catch let refused as QueryRefused where Self.unopened.contains(refused.message.number) {
        part.notCompared.append(NotCompared(what: "\((row[1] ?? "").lowercased()) that can't be opened", names: [name]))
      }
    }
    part.objects = try await tables.addingSpatialReferences(to: part.objects)
    return part
  }

  /// A `MERGE` table without its parts, a table whose engine isn't loaded, a damaged file: listed, and shown by no
  /// statement.
  private static let unopened: Set<Int> = [
    29, 126, 127, 130, 145, 1016, 1017, 1033, 1034, 1146, 1168, 1194, 1286, 1296, 1429, 1431, 1432, 1812, 1932,
  ]

  private func read(_ name: String, _ kind: Kind, _ tables: TableReading, into part: inout CataloguePart) async throws {
    switch kind {
    case .table: part.add(try await tables.objects(name))
    case .view: part.objects.append(try await view(name))
    case .sequence: part.objects.append(try await sequence(name))
    case .temporary: break
    case .other(let type): part.notCompared.append(NotCompared(what: type, names: [name]))
    }
  }

  private func view(_ name: String) async throws -> SchemaObject {
    let rows = try await source.connection.rows("SHOW CREATE VIEW \(name.quotedName)")
    guard let row = rows.first, row.count >= 4, let text = row[1] else {
      throw CatalogueError.unshown(kind: "view", name: name)
    }
    let columns = try await source.connection.rows(
      "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = \(database.quotedString) "
        + "AND TABLE_NAME = \(name.quotedString) ORDER BY ORDINAL_POSITION")
    return ViewText(text, database: database, names: names).object(
      name, columns: columns.compactMap { $0[0] }, characterSet: row[2], collation: row[3])
  }

  private func sequence(_ name: String) async throws -> SchemaObject {
    let rows = try await source.connection.rows("SHOW CREATE SEQUENCE \(name.quotedName)")
    guard let row = rows.first, row.count >= 2, let text = row[1] else {
      throw CatalogueError.unshown(kind: "sequence", name: name)
    }
    let next = try await source.connection.rows("SELECT next_not_cached_value FROM \(name.quotedName)")
    return SequenceText(text).object(name, nextValue: next.first?.first ?? nil)
  }
}

extension CataloguePart {
  /// A table of another server may hide a password in its connection.
  fileprivate mutating func add(_ table: [SchemaObject]) {
    objects += table
    notCompared += table.filter(ConnectionText.isHidden).map { object in
      NotCompared(what: "value of a password", names: [object.identity.description])
    }
  }
}
