/// The roles of a server at one moment.
struct ClusterRoles: Sendable {
  private let roles: [UInt32: ClusterRole]
  /// What is set for all roles, in every database or in one.
  let common: Set<ClusterRole.Setting>

  init(connection: PostgreSQLConnection, majorVersion: Int) async throws {
    let query = CatalogueQuery(PackageResources.cluster_roles_sql, majorVersion: majorVersion).text
    self.init(rows: try await connection.scan(query) { ClusterRoleRow($0) })
  }

  init(rows: [ClusterRoleRow]) {
    var roles: [UInt32: ClusterRole] = [:]
    for row in rows where row.what == "role" {
      roles[row.number] = ClusterRole(
        number: row.number, name: row.name ?? "", options: row.parts, comment: row.comment, labels: row.labels)
    }
    for row in rows where row.what == "member" {
      roles[row.number]?.memberships.insert(.init(group: row.other, options: row.parts))
    }
    let settings = rows.filter { $0.what == "setting" }
    for row in settings { roles[row.number]?.settings.insert(.init(database: row.name, text: row.text ?? "")) }
    self.roles = roles
    common = Set(settings.filter { $0.number == 0 }.map { .init(database: $0.name, text: $0.text ?? "") })
  }

  /// By number.
  var all: [ClusterRole] { roles.values.sorted { $0.number < $1.number } }

  subscript(number: UInt32) -> ClusterRole? { roles[number] }
}
