/// The roles of a server as they were before anything was lent, and the way back to them.
struct ClusterRoles: Sendable {
  private static let attributes = """
    SELECT rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls,
      rolconnlimit
    FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1
    """
  private static let memberships = """
    SELECT r.rolname, m.rolname
    FROM pg_auth_members a JOIN pg_roles r ON r.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
    """
  private static let settings = """
    SELECT DISTINCT r.rolname FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole WHERE s.setdatabase = 0
    """

  private let roles: [[String?]]
  private let members: Set<[String?]>

  init(connection: PostgreSQLConnection) async throws {
    roles = try await connection.rows(Self.attributes)
    members = Set(try await connection.rows(Self.memberships))
  }

  /// Drops what was added, and takes back what was changed.
  func restore(over connection: PostgreSQLConnection) async throws {
    let present = try await connection.rows(Self.attributes)
    let known = Set(roles.map { $0[0] })
    let added = present.filter { !known.contains($0[0]) }
    var statements = added.map { "DROP ROLE \(Self.quoted($0[0]))" }
    statements += roles.filter { !present.contains($0) }.map(Self.restoring)
    statements += Set(try await connection.rows(Self.memberships)).subtracting(members)
      .filter { pair in !added.contains { pair.contains($0[0]) } }
      .map { "REVOKE \(Self.quoted($0[0])) FROM \(Self.quoted($0[1]))" }
    statements += try await connection.rows(Self.settings).filter { known.contains($0[0]) }
      .map { "ALTER ROLE \(Self.quoted($0[0])) RESET ALL" }
    for statement in statements { try await connection.rows(statement) }
  }

  private static func quoted(_ name: String?) -> String { SQLText.identifier(name ?? "") }

  private static func restoring(_ role: [String?]) -> String {
    let words = ["SUPERUSER", "INHERIT", "CREATEROLE", "CREATEDB", "LOGIN", "REPLICATION", "BYPASSRLS"]
    let options = zip(words, role.dropFirst()).map { word, value in value == "t" ? word : "NO\(word)" }
    return "ALTER ROLE \(quoted(role[0])) \(options.joined(separator: " ")) CONNECTION LIMIT \(role[8] ?? "-1")"
  }
}
