import EngineInterface
import SchemagateModel

/// A running PostgreSQL server that lends scratch databases.
actor PostgreSQLServer: DatabaseServer {
  nonisolated let version: EngineVersion
  private let cluster: Cluster
  private let connection: PostgreSQLConnection
  private let roles: ClusterRoles
  private var lent: Set<Int> = []
  private(set) var hasKept = false

  /// `connection` is the administrator's, to a database of the server's own.
  init(cluster: Cluster, connection: PostgreSQLConnection) async throws {
    self.cluster = cluster
    self.connection = connection
    version = cluster.version
    roles = try await ClusterRoles(connection: connection, majorVersion: cluster.majorVersion)
  }

  func withScratchDatabase<Result: Sendable>(
    _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    let number = (1...).first { !lent.contains($0) } ?? 0
    lent.insert(number)
    do {
      let name = "\(cluster.namePrefix)\(number)"
      let result = try await lend(name, request, body)
      try await giveBack(number)
      return result
    } catch {
      try? await giveBack(number)
      throw await cluster.explain(error)
    }
  }

  private func lend<Result: Sendable>(
    _ name: String, _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    try await create(name, for: request.privileges)
    let scratch: PostgreSQLScratch
    do {
      scratch = try await PostgreSQLScratch(name: name, cluster: cluster, request: request)
    } catch {
      try? await drop(name)
      throw error
    }
    do {
      let result = try await body(scratch)
      try await end(scratch)
      return result
    } catch {
      try? await end(scratch)
      throw error
    }
  }

  private func create(_ name: String, for privileges: Privileges) async throws {
    let owner = privileges == .owner ? "OWNER \(SQLText.identifier(cluster.applicationRole)) " : ""
    let strategy = cluster.majorVersion >= 15 ? " STRATEGY file_copy" : ""
    try await connection.rows(
      "CREATE DATABASE \(SQLText.identifier(name)) \(owner)TEMPLATE template0 ENCODING 'UTF8'\(strategy)")
  }

  private func end(_ scratch: PostgreSQLScratch) async throws {
    if await scratch.isKept { return try await leave(scratch) }
    await scratch.close()
    try await drop(scratch.name)
    for role in await scratch.providedRoles { try await dropUnlessInUse(role) }
  }

  /// On a given server the next run would take the database for a leftover, and its owner has to go with this run.
  private func leave(_ scratch: PostgreSQLScratch) async throws {
    hasKept = true
    guard cluster.embedded == nil else { return await scratch.close() }
    try await scratch.handOver()
    await scratch.close()
    let kept = cluster.keptName(of: scratch.name)
    try await connection.rows(
      "ALTER DATABASE \(SQLText.identifier(scratch.name)) RENAME TO \(SQLText.identifier(kept))")
  }

  /// Another database that is lent may have been provided with the same role; its end drops it then.
  private func dropUnlessInUse(_ role: String) async throws {
    do {
      try await connection.rows("DROP ROLE IF EXISTS \(SQLText.identifier(role))")
    } catch let refused as QueryRefused where refused.message.code == "2BP01" {
      return
    }
  }

  /// Needs no new connection and heeds no cancellation, so that it works however the body ended.
  private func drop(_ name: String) async throws {
    let database = SQLText.identifier(name)
    try await awaitSessionsEnd(name)
    if cluster.majorVersion >= 13 {
      try await connection.rows("DROP DATABASE IF EXISTS \(database) WITH (FORCE)")
    } else {
      try await connection.rows(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name])
      try await connection.rows("DROP DATABASE IF EXISTS \(database)")
    }
  }

  /// The server looks for other sessions ten times a second only; ours are gone in a thousandth.
  private func awaitSessionsEnd(_ name: String) async throws {
    for _ in 0..<20 {
      let sessions = try await connection.rows("SELECT 1 FROM pg_stat_activity WHERE datname = $1 LIMIT 1", [name])
      if sessions.isEmpty { return }
    }
  }

  /// Roles belong to the whole server: they can only be put back when no other database is lent.
  private func giveBack(_ number: Int) async throws {
    lent.remove(number)
    guard lent.isEmpty, cluster.isOurs, !hasKept else { return }
    try await restoreRoles()
    if cluster.embedded != nil { try await resetSystemSettings() }
  }

  private func restoreRoles() async throws {
    let now = try await ClusterRoles(connection: connection, majorVersion: cluster.majorVersion)
    let restoring = RoleRestoring(before: roles, now: now)
    if !restoring.added.isEmpty { try await drop(roles: restoring.added.joined(separator: ", ")) }
    for statement in restoring.statements { try await connection.rows(statement) }
  }

  /// Rights on what belongs to the whole server outlive the scratch database, and hold a role fast.
  private func drop(roles: String) async throws {
    do { try await connection.rows("DROP ROLE \(roles)") } catch let refused as QueryRefused
      where refused.message.code == "2BP01"
    {
      try await connection.rows("DROP OWNED BY \(roles)")
      try await connection.rows("DROP ROLE \(roles)")
    }
  }

  private func resetSystemSettings() async throws {
    let set = try await connection.rows(
      "SELECT 1 FROM pg_file_settings WHERE sourcefile LIKE '%/postgresql.auto.conf' LIMIT 1")
    guard !set.isEmpty else { return }
    try await connection.rows("ALTER SYSTEM RESET ALL")
    try await connection.rows("SELECT pg_reload_conf()")
  }
}
