import EngineInterface
import Foundation
import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@testable import PostgreSQLEngine

@Suite(
  "What a change of access comes to is what psql finds as that role",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES does not name postgresql"))
struct AccessTrialTests {
  /// A change, what the claims about it must come to, and what `psql` gets as a role before and after it.
  private struct Story {
    let name: String
    let base: String
    let change: String
    let outcomes: [AccessProof.Outcome]
    let role: String
    let query: String
    let before: String
    let after: String
    /// The roles through which it could, too.
    var groups: [String] = []
  }

  private static let refused = "refused"
  private static let rows = "CREATE TABLE t (id int, who text); INSERT INTO t VALUES (1, 'x');"

  private static let stories = [
    Story(
      name: "a right to read", base: rows, change: "GRANT SELECT ON t TO anon", outcomes: [.allowed(.all)],
      role: "anon", query: "SELECT count(*) FROM t", before: refused, after: "1"),
    Story(
      name: "a right on a table whose schema is closed",
      base: "CREATE SCHEMA app; CREATE TABLE app.t (id int);", change: "GRANT SELECT ON app.t TO anon",
      outcomes: [.refused(schema: "app", message: "permission denied for schema app")], role: "anon",
      query: "SELECT count(*) FROM app.t", before: refused, after: refused),
    Story(
      name: "a right that everyone has", base: rows + "GRANT SELECT ON t TO PUBLIC",
      change: "GRANT SELECT ON t TO anon",
      outcomes: [.allowed(.all)], role: "anon", query: "SELECT count(*) FROM t", before: "1", after: "1"),
    Story(
      name: "row security off", base: rows + "GRANT SELECT ON t TO anon; ALTER TABLE t ENABLE ROW LEVEL SECURITY",
      change: "ALTER TABLE t DISABLE ROW LEVEL SECURITY", outcomes: [.holds], role: "anon",
      query: "SELECT count(*) FROM t", before: "0", after: "1"),
    Story(
      name: "row security on", base: rows + "GRANT SELECT ON t TO anon",
      change: "ALTER TABLE t ENABLE ROW LEVEL SECURITY", outcomes: [.allowed(.none)], role: "anon",
      query: "SELECT count(*) FROM t", before: "1", after: "0"),
    Story(
      name: "a right to read that no policy lets through", base: rows + "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
      change: "GRANT SELECT ON t TO anon", outcomes: [.allowed(.none)], role: "anon", query: "SELECT count(*) FROM t",
      before: refused, after: "0"),
    Story(
      name: "a right to read what policies let through",
      base: rows + "ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (who = 'x');",
      change: "GRANT SELECT ON t TO anon", outcomes: [.allowed(.some)], role: "anon", query: "SELECT count(*) FROM t",
      before: refused, after: "1"),
    Story(
      name: "a view that lost its invoker's rights",
      base: rows + "CREATE VIEW v WITH (security_invoker = on) AS SELECT * FROM t; GRANT SELECT ON v TO anon",
      change: "ALTER VIEW v RESET (security_invoker)", outcomes: [.holds], role: "anon",
      query: "SELECT count(*) FROM v",
      before: refused, after: "1"),
    Story(
      name: "a right on a view whose reader may not read below it",
      base: rows + "CREATE VIEW v WITH (security_invoker = on) AS SELECT * FROM t",
      change: "GRANT SELECT ON v TO anon",
      outcomes: [.refused(schema: nil, message: "permission denied for table t")], role: "anon",
      query: "SELECT count(*) FROM v", before: refused, after: refused),
    Story(
      name: "a policy that lets more through",
      base: rows + """
        GRANT SELECT ON t TO anon; ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (who = 'y');
        """,
      change: "ALTER POLICY p ON t USING (true)", outcomes: [.holds], role: "anon", query: "SELECT count(*) FROM t",
      before: "0", after: "1"),
    Story(
      name: "a policy on a table without row security", base: rows + "GRANT SELECT ON t TO anon",
      change: "CREATE POLICY p ON t USING (false)",
      outcomes: [.withoutEffect(why: "row security is off for the table")], role: "anon",
      query: "SELECT count(*) FROM t", before: "1", after: "1"),
    Story(
      name: "a right taken away", base: rows + "GRANT SELECT ON t TO anon", change: "REVOKE SELECT ON t FROM anon",
      outcomes: [.refused(schema: nil, message: "permission denied for table t")], role: "anon",
      query: "SELECT count(*) FROM t", before: "1", after: refused),
    Story(
      name: "a right taken away that a group still has",
      base: rows + "GRANT SELECT ON t TO alice; GRANT SELECT ON t TO staff", change: "REVOKE SELECT ON t FROM alice",
      outcomes: [.allowed(.all)], role: "alice", query: "SELECT count(*) FROM t", before: "1", after: "1",
      groups: ["staff"]),
    Story(
      name: "a right that a group has", base: rows + "GRANT SELECT ON t TO staff", change: "GRANT SELECT ON t TO alice",
      outcomes: [.allowed(.all)], role: "alice", query: "SELECT count(*) FROM t", before: "1", after: "1",
      groups: ["staff"]),
    Story(
      name: "a column", base: rows, change: "GRANT SELECT (who), UPDATE (who) ON t TO anon",
      outcomes: [.allowed(.all), .allowed(.all)], role: "anon", query: "SELECT who FROM t", before: refused, after: "x"),
    Story(
      name: "a right to write", base: rows, change: "GRANT INSERT, UPDATE, DELETE, TRUNCATE ON t TO \"Odd \"\"Role\"",
      outcomes: Array(repeating: .allowed(.all), count: 4), role: "\"Odd \"\"Role\"",
      query: "INSERT INTO t (id) VALUES (2)", before: refused, after: ""),
    Story(
      name: "a sequence", base: "CREATE SEQUENCE s", change: "GRANT USAGE ON SEQUENCE s TO anon",
      outcomes: [.allowed(.all)], role: "anon", query: "SELECT nextval('s')", before: refused, after: "1"),
    Story(
      name: "a function that everyone may run no longer",
      base: "CREATE FUNCTION f(integer, VARIADIC text[]) RETURNS integer LANGUAGE sql AS 'SELECT 7'",
      change: "REVOKE EXECUTE ON FUNCTION f FROM PUBLIC", outcomes: [.refused(schema: nil, message: nil)],
      role: "anon", query: "SELECT f(1, 'a')", before: "7", after: refused),
    Story(
      name: "a function that lends its owner's rights",
      base: rows + "CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM t'",
      change: "ALTER FUNCTION f() SECURITY DEFINER", outcomes: [.allowed(.all)], role: "anon", query: "SELECT f()",
      before: refused, after: "1"),
    Story(
      name: "a schema", base: "CREATE SCHEMA app; CREATE TABLE app.t (id int); GRANT SELECT ON app.t TO anon",
      change: "GRANT USAGE ON SCHEMA app TO anon", outcomes: [.allowed(.all)], role: "anon",
      query: "SELECT count(*) FROM app.t", before: refused, after: "0"),
    Story(
      name: "a new table that everyone may read", base: "SELECT 1", change: rows + "GRANT SELECT ON t TO PUBLIC",
      outcomes: [.allowed(.all)], role: "anon", query: "SELECT count(*) FROM t", before: refused, after: "1"),
    Story(
      name: "a materialized view without rows", base: "CREATE MATERIALIZED VIEW m AS SELECT 1 AS x WITH NO DATA",
      change: "GRANT SELECT ON m TO anon", outcomes: [.allowed(.all)], role: "anon",
      query: "SELECT has_table_privilege('m', 'SELECT')", before: "f", after: "t"),
  ]

  @Test func everyStory() async throws {
    try await withRoles { server, psql in
      for story in Self.stories { try await check(story, on: server, psql) }
    }
  }

  private func check(_ story: Story, on server: any DatabaseServer, _ psql: Psql) async throws {
    try await server.withScratchDatabase(ScratchRequest()) { database in
      let name = try await psql.scratchName()
      #expect(try await database.applied(story.base) != nil, "\(story.name)")
      let base = try await database.introspect()
      #expect(try await psql.run(story.query, as: story.role, in: name) == story.before, "\(story.name), before")
      #expect(try await database.applied(story.change) != nil, "\(story.name)")
      let head = try await database.introspect()
      #expect(try await psql.run(story.query, as: story.role, in: name) == story.after, "\(story.name), after")
      let changes = SchemaDiff.changes(from: base, to: head, matchingServerIdentity: true)
      let claims = AccessDiff.claims(changes, from: base, to: head)
      let proofs = try await database.proveAccess(claims)
      #expect(proofs.map(\.outcome) == story.outcomes, "\(story.name): \(proofs.map(\.how))")
      #expect(proofs.flatMap(\.groups) == story.groups, "\(story.name)")
      #expect(try await database.introspect() == head, "\(story.name) leaves something behind")
    }
  }

  @Test func membersAndObjectsToCome() async throws {
    try await withRoles { server, psql in
      try await server.withScratchDatabase(ScratchRequest()) { database in
        let name = try await psql.scratchName()
        _ = try await database.applied("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO anon")
        _ = try await database.introspect()
        let future = ObjectIdentity(kind: .defaultPrivileges, name: ["DATABASE_OWNER", "tables"])
        let access = CatalogueAccess(before: .refused, after: .allowed(through: .role("anon")))
        let reading = Grant(grantee: .role("anon"), privilege: "SELECT")
        let writing = Grant(grantee: .role("anon"), privilege: "DELETE")
        let claims: [AccessClaim] = [
          AccessClaim(subject: future, statement: .gained(reading, access)),
          AccessClaim(subject: future, statement: .lost(writing, access)),
          AccessClaim(subject: ObjectIdentity(kind: .role, name: ["alice"]), statement: .joined("staff")),
          AccessClaim(subject: ObjectIdentity(kind: .role, name: ["anon"]), statement: .joined("staff")),
          AccessClaim(subject: ObjectIdentity(kind: .role, name: ["anon"]), statement: .left("staff")),
          AccessClaim(subject: ObjectIdentity(kind: .role, name: ["nobody_here"]), statement: .left("staff")),
        ]
        let proofs = try await database.proveAccess(claims)
        #expect(
          proofs.map(\.outcome) == [
            .allowed(.all), .refused(schema: nil, message: "permission denied for table schemagate_probe"), .holds,
            .withoutEffect(why: "it has not its rights"), .holds,
            .notTried(why: "role \"nobody_here\" does not exist"),
          ])
        _ = try await database.applied("CREATE TABLE later (id int)")
        #expect(try await psql.run("SELECT count(*) FROM later", as: "anon", in: name) == "0")
        #expect(try await psql.run("DELETE FROM later", as: "anon", in: name) == Self.refused)
        #expect(try await psql.run("SELECT pg_has_role('staff', 'USAGE')", as: "alice", in: name) == "t")
        #expect(try await psql.run("SELECT pg_has_role('staff', 'USAGE')", as: "anon", in: name) == "f")
      }
    }
  }

  private func withRoles(_ body: @Sendable (any DatabaseServer, Psql) async throws -> Void) async throws {
    try await LentServer.withGivenServer { url, administrator in
      for role in ["anon", "staff", "alice", "\"Odd \"\"Role\""] { try await administrator.rows("CREATE ROLE \(role)") }
      try await administrator.rows("GRANT staff TO alice")
      try await LentServer.withServer(.url(url)) { try await body($0, Psql(url: url, administrator: administrator)) }
    }
  }
}

/// The oracle: `psql`, which knows nothing of us.
private struct Psql: Sendable {
  let url: String
  let administrator: PostgreSQLConnection

  /// The database that is lent at present.
  func scratchName() async throws -> String {
    let names = try await administrator.rows("SELECT datname FROM pg_database WHERE datname LIKE 'schemagate%'")
    return try #require(names.first?.first ?? nil)
  }

  /// What the query prints as the role, or `refused`.
  func run(_ query: String, as role: String, in database: String) async throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "psql", url.replacing("/postgres?", with: "/\(database)?"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c",
      "BEGIN", "-c", "SET ROLE \(role)", "-c", query, "-c", "ROLLBACK",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return "refused" }
    return String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
