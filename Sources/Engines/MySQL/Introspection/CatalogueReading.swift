import SchemagateModel

/// One reading of the catalogue: the database first, then what is in it, then who may do what.
struct CatalogueReading {
  let source: CatalogueSource
  let engine: EngineVersion
  let ownUsers: Set<String>

  func schema() async throws -> Schema {
    guard let row = try await source.rows(PackageResources.database_sql).first else { throw CatalogueError.noDatabase }
    let database = DatabaseRow(row)
    let names = AccountNames(own: ownUsers.union([database.currentUser]))
    let programs = StoredPrograms(names: names, databaseCollation: database.collation)
    let relations = try await RelationReading(source: source, database: database.name, names: names).read()
    let routines = try await RoutineReading(source: source, programs: programs).read()
    var objects = [database.object] + relations.objects + routines.objects
    objects += try await source.rows(PackageResources.events_sql).map { EventRow($0, programs).object }
    objects += TriggerRows(try await source.rows(PackageResources.triggers_sql), programs).objects
    let grants = try await GrantReading(source: source, names: names).rows()
    let granted = grants.applied(to: objects)
    objects = granted.objects + (try await RoleReading(source: source, names: names).objects(grants.grantees))
    let wide = try await ServerWideReading(source: source).read()
    let orphans = NotCompared(what: "grant on what doesn't exist", names: granted.orphans.map(\.description))
    let groups = relations.notCompared + routines.notCompared + wide.notCompared + [orphans]
    return Schema(
      engine: engine, objects: objects + wide.objects, notCompared: [].joined(with: groups.filter { !$0.names.isEmpty })
    )
  }
}

/// What a part of the reading found: objects, and what the model has no words for.
struct CataloguePart: Sendable {
  var objects: [SchemaObject] = []
  var notCompared: [NotCompared] = []
}
