import SchemagateModel

/// Reads everything that a database holds besides rows.
struct SchemaReader {
  /// Sees what is committed.
  let committed: Connection
  /// Sees its own temporary and attached objects.
  let session: Connection
  let version: EngineVersion

  func schema() throws -> Schema {
    let catalog = try Catalog(committed)
    let names = DatabaseNames(catalog)
    var objects = [try DatabaseObject.read(committed)]
    for entry in catalog.entries { append(entry, to: &objects, catalog: catalog, names: names) }
    return Schema(engine: version, objects: objects, notCompared: try notCompared())
  }

  private func append(
    _ entry: Catalog.Entry, to objects: inout [SchemaObject], catalog: Catalog, names: DatabaseNames
  ) {
    let statement = StatementObject(entry: entry, names: names)
    switch (entry.type, catalog.tables[entry.name]?.type) {
    case ("table", "shadow"?): break
    case ("table", "virtual"?): objects.append(statement.virtualTable)
    case ("table", _): TableObjects(entry: entry, catalog: catalog, names: names).append(to: &objects)
    case ("view", _): objects.append(statement.view(isBroken: catalog.brokenViews.contains(entry.name)))
    case ("trigger", _): objects.append(statement.trigger(onView: names.isView(entry.table)))
    case ("index", _):
      if let sql = entry.sql { objects.append(IndexObject(entry: entry, sql: sql, catalog: catalog).object) }
    default: break
    }
  }

  private func notCompared() throws -> [NotCompared] {
    let temporary = try session.rows("SELECT name FROM temp.sqlite_schema ORDER BY name") { $0.text(0) }
    let attached = try session.rows(
      "SELECT name FROM pragma_database_list WHERE name NOT IN ('main', 'temp') ORDER BY name"
    ) { $0.text(0) }
    let lists = [
      NotCompared(what: "temporary object", names: temporary), NotCompared(what: "attached database", names: attached),
    ]
    return lists.filter { !$0.names.isEmpty }
  }
}
