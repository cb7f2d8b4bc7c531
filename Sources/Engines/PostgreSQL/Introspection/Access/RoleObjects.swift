import SchemagateModel

/// Which of the server's roles a schema leaves out.
struct RoleScope: Sendable {
  /// The role that runs migrations here; it shows only where it owns the database.
  let application: String
  /// Roles that stand for the platform's own, made on the way.
  let provided: Set<String>
}

/// The server's roles as objects of the schema, for a server on which only the migrations change them.
struct RoleObjects {
  let roles: ClusterRoles
  let scope: RoleScope
  let context: CatalogueContext

  func objects() -> [SchemaObject] { roles.all.filter(isShown).map(object) }

  /// PostgreSQL's own roles can't be changed, and ours are nobody's business.
  private func isShown(_ role: ClusterRole) -> Bool {
    if role.name.hasPrefix("pg_") || scope.provided.contains(role.name) { return false }
    let isOurs = role.name == scope.application || RunMark(database: role.name) != nil
    return !isOurs || role.number == context.roles.database.owner
  }

  private func object(_ role: ClusterRole) -> SchemaObject {
    var attributes: [Attribute: Value] = [.options: .set(of: role.options)]
    attributes.set(.memberOf, members: role.memberships.filter(isShown).map(words))
    // What is set for one database is said of that database.
    attributes.set(.settings, members: role.settings.filter { $0.database == nil }.map(\.shownText))
    attributes.set(.comment, text: role.comment)
    attributes.set(.securityLabels, members: role.labels)
    return SchemaObject(
      identity: ObjectIdentity(kind: .role, name: [word(role.number)]), parent: nil, attributes: attributes,
      serverIdentity: CatalogueKey(catalogue: .role, object: role.number).serverIdentity)
  }

  private func isShown(_ membership: ClusterRole.Membership) -> Bool {
    roles[membership.group].map { !scope.provided.contains($0.name) && RunMark(database: $0.name) == nil } ?? true
  }

  private func words(_ membership: ClusterRole.Membership) -> String {
    let options = membership.options.joined(separator: ", ")
    return word(membership.group) + (options.isEmpty ? "" : " WITH \(options)")
  }

  private func word(_ role: UInt32) -> String { context.roles.grantee(role, owner: 0) }
}
