import SchemagateModel

/// Foreign servers, publications, event triggers, default privileges, roles: what works beside the tables.
struct ServiceObjects {
  let source: CatalogueSource
  let context: CatalogueContext

  /// Most databases have none of these: one question tells which are worth reading.
  func objects() async throws -> [SchemaObject] {
    let present = Set(try await source.scan(PackageResources.services_sql) { $0.text(0) ?? "" })
    var objects = try await ForeignObjects(source: source, context: context).objects(present)
    objects += try await ReplicationObjects(source: source, context: context).objects(present)
    if present.contains("event trigger") { objects += try await eventTriggers() }
    if present.contains("default privileges") { objects += try await defaultPrivileges() }
    if let scope = source.roles { objects += try await roles(scope) }
    return objects
  }

  private func eventTriggers() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.event_triggers_sql) { row in
      var attributes: [Attribute: Value] = [
        .event: .text(row.text(3) ?? ""), .function: .text(row.text(4) ?? ""),
        .enabled: .text(TableMembers.enabled(row.letter(5))),
      ]
      attributes.set(.owner, text: context.roles.owner(row.number(2)))
      attributes.set(.tags, members: row.members(6))
      return context.object(
        ObjectIdentity(kind: .eventTrigger, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .eventTrigger, object: row.number(0)), attributes)
    }
  }

  /// Named by whose new objects they are for, by the kind of these, and by the schema where they are limited to one.
  private func defaultPrivileges() async throws -> [SchemaObject] {
    let context = context
    return try await source.scan(PackageResources.default_privileges_sql) { row in
      let owner = row.number(1)
      let schema = row.text(3)
      let name = [context.roles.grantee(owner, owner: 0), row.text(2) ?? ""] + (schema.map { [$0] } ?? [])
      return context.object(
        ObjectIdentity(kind: .defaultPrivileges, name: name),
        parent: schema.map { ObjectIdentity(kind: .schema, name: [$0]) },
        key: CatalogueKey(catalogue: .defaultPrivileges, object: row.number(0)),
        [.grants: .set(of: context.roles.members(row.text(4), owner: owner))])
    }
  }

  private func roles(_ scope: RoleScope) async throws -> [SchemaObject] {
    let roles = ClusterRoles(rows: try await source.scan(PackageResources.cluster_roles_sql) { ClusterRoleRow($0) })
    return RoleObjects(roles: roles, scope: scope, context: context).objects()
  }
}
