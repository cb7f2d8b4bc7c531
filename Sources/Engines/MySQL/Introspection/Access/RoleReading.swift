import SchemagateModel

/// Reads who is a member of the roles that hold a grant in the database, directly or through another role.
struct RoleReading {
  let source: CatalogueSource
  let names: AccountNames

  func objects(_ grantees: Set<String>) async throws -> [SchemaObject] {
    guard source.seesAccounts, source.version.hasRoles, !grantees.isEmpty else { return [] }
    let rows = try await source.rows(PackageResources.role_members_sql).map { $0.map { $0 ?? "" } }
    let members = Dictionary(grouping: rows.filter { !names.isOwn($0[0]) }) { $0[1] }
    var roles: [String] = []
    var waiting = members.keys.filter(grantees.contains)
    while let role = waiting.popLast() {
      guard !roles.contains(role) else { continue }
      roles.append(role)
      waiting += (members[role] ?? []).map { $0[0] }.filter { members[$0] != nil }
    }
    return roles.map { role in object(role, members[role] ?? []) }
  }

  private func object(_ role: String, _ members: [[String]]) -> SchemaObject {
    let entries = members.map { member in
      "\(AccountNames.shown(member[0]))=MEMBER\(member[2] == "Y" ? " WITH ADMIN OPTION" : "")"
    }
    return SchemaObject(
      identity: ObjectIdentity(kind: .role, name: [AccountNames.shown(role)]), parent: nil,
      attributes: [.grants: .set(of: entries)])
  }
}
