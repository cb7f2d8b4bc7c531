import SchemagateModel

/// What isn't made of a relation's rows, or of few: it is read at every moment.
struct OtherObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  func objects() async throws -> [SchemaObject] {
    let changed = try await ChangedGrants(source, context.roles)
    var objects = [context.roles.database.object(context, changed)]
    objects += try await containers(changed)
    objects += try await types()
    objects += try await routines()
    objects += try await tableMembers()
    objects += try await BuildingBlockObjects(source: source, context: context).objects()
    return objects + (try await ServiceObjects(source: source, context: context).objects())
  }

  private func containers(_ changed: ChangedGrants) async throws -> [SchemaObject] {
    let context = context
    let schemas = try await source.scan(PackageResources.schemas_sql) { row in
      context.object(
        ObjectIdentity(kind: .schema, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .schema, object: row.number(0)),
        context.ownership(owner: row.number(2), grants: row.text(3), isSet: row.flag(4), kind: "n"))
    }
    let extensions = try await source.scan(PackageResources.extensions_sql) { row in
      var attributes: [Attribute: Value] = [.version: .text(row.text(2) ?? ""), .schema: .text(row.text(3) ?? "")]
      changed.add(ofExtension: row.number(0), to: &attributes)
      return context.object(
        ObjectIdentity(kind: .extension, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .extension, object: row.number(0)), attributes)
    }
    return schemas + extensions
  }

  private func types() async throws -> [SchemaObject] {
    let types = TypeRow(
      context, labels: try await source.group(PackageResources.enum_labels_sql) { $0.text(1) ?? "" },
      checks: try await source.group(PackageResources.domain_checks_sql) { row in
        (row.text(1) ?? "") + (row.text(2).map { " -- \($0)" } ?? "")
      },
      ranges: try await source.index(PackageResources.ranges_sql) { RangeRow($0) })
    return try await source.scan(PackageResources.types_sql) { types.object($0) }.compactMap(\.self)
  }

  private func routines() async throws -> [SchemaObject] {
    let routines = RoutineRow(
      context, aggregates: try await source.index(PackageResources.aggregates_sql) { $0.text(1) ?? "" })
    return try await source.scan(PackageResources.routines_sql) { routines.object($0) }
  }

  private func tableMembers() async throws -> [SchemaObject] {
    let members = TableMembers(context: context)
    let triggers = try await source.scan(PackageResources.triggers_sql) { members.trigger($0) }
    let rules = try await source.scan(PackageResources.rules_sql) { members.rule($0) }
    let policies = try await source.scan(PackageResources.policies_sql) { members.policy($0) }
    return (triggers + rules + policies).compactMap(\.self)
  }
}
