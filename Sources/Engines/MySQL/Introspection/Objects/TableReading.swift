import SchemagateModel

/// Reads a table with all that is in it.
struct TableReading {
  private static let spatialTypes: Set<String> = [
    "geometry", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection",
  ]

  let source: CatalogueSource
  let database: String
  /// The collation that each character set has by itself.
  let collations: [String: String]

  func objects(_ name: String) async throws -> [SchemaObject] {
    let rows = try await source.connection.rows("SHOW CREATE TABLE \(name.quotedName)")
    guard let row = rows.first, row.count >= 2, let text = row[1] else {
      throw CatalogueError.unshown(kind: "table", name: name)
    }
    let context = TableContext(
      table: ObjectIdentity(kind: .table, name: [name]), database: database, vendor: source.version.vendor,
      collations: collations)
    return TableText(text, context: context).objects()
  }

  /// MariaDB's tables don't say in which spatial reference system a column is; to ask is dear, and seldom needed.
  func addingSpatialReferences(to objects: [SchemaObject]) async throws -> [SchemaObject] {
    guard source.version.vendor == .mariadb, objects.contains(where: Self.isSpatial) else { return objects }
    let rows = try await source.rows(PackageResources.spatial_references_sql)
    let references = Dictionary(rows.map { ([$0[0] ?? "", $0[1] ?? ""], Int($0[2] ?? "") ?? 0) }) { first, _ in first }
    return objects.map { object in
      guard Self.isSpatial(object), let number = references[object.identity.name], number != 0 else { return object }
      let attributes = object.attributes.merging([.spatialReference: .integer(number)]) { $1 }
      return SchemaObject(identity: object.identity, parent: object.parent, attributes: attributes)
    }
  }

  private static func isSpatial(_ object: SchemaObject) -> Bool {
    object.identity.kind == .column && spatialTypes.contains(object.attributes[.type]?.description ?? "")
  }
}
