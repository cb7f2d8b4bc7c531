import EngineInterface
import SchemagateModel
import TestSupport
import Testing

@testable import PostgreSQLEngine

@Suite(
  "Roles in a scratch database",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
struct RoleTests {
  private static let administrator = ScratchRequest(privileges: .administrator)

  @Test("a role that a migration makes is part of the schema, and gone for the next database")
  func made() async throws {
    try await LentServer.withServer(privileges: .administrator) { server in
      let before = try await server.withScratchDatabase(Self.administrator) { try await $0.introspect() }
      let made = try await server.withScratchDatabase(Self.administrator) { database in
        #expect(try await database.refusal(of: Self.making) == nil)
        return try await database.introspect()
      }
      let again = try await server.withScratchDatabase(Self.administrator) { database in
        let clean = try await database.introspect()
        #expect(try await database.refusal(of: Self.making) == nil)
        return [clean, try await database.introspect()]
      }
      #expect(again == [before, made])
      let role = try #require(made.objects.first { $0.identity == ObjectIdentity(kind: .role, name: ["clerk"]) })
      #expect(role.attributes[.options] == .set(of: ["INHERIT", "LOGIN", "CREATEDB", "CONNECTION LIMIT=3"]))
      #expect(role.attributes[.memberOf] == .set(of: ["staff WITH ADMIN", "pg_monitor"]))
      #expect(role.attributes[.settings] == .set(of: ["work_mem=2MB", "app.token=…"]))
      #expect(role.attributes[.comment] == .text("sells"))
      #expect(!"\(made.objects.map(\.attributes))".contains("hush"))
    }
  }

  private static let making = """
    CREATE ROLE staff;
    CREATE ROLE clerk LOGIN CREATEDB CONNECTION LIMIT 3 PASSWORD 'hush-hush';
    GRANT staff TO clerk WITH ADMIN OPTION;
    GRANT pg_monitor TO clerk;
    ALTER ROLE clerk SET work_mem = '2MB';
    ALTER ROLE clerk SET app.token = 'hush-hush';
    COMMENT ON ROLE clerk IS 'sells';
    CREATE TABLE sales (id int);
    ALTER TABLE sales OWNER TO clerk;
    GRANT CONNECT ON DATABASE postgres TO staff;
    """

  @Test("our own roles never show by their names", arguments: [Privileges.owner, .administrator])
  func ownRoles(privileges: Privileges) async throws {
    let schema = try await LentServer.withServer(privileges: privileges) { server in
      try await server.withScratchDatabase(ScratchRequest(privileges: privileges)) { try await $0.introspect() }
    }
    let roles = schema.objects.filter { $0.identity.kind == .role }.map { $0.identity.name[0] }
    #expect(roles == (privileges == .owner ? ["ADMINISTRATOR", "DATABASE_OWNER"] : ["DATABASE_OWNER"]))
    #expect(!"\(schema.objects.map(\.attributes))".contains("schemagate"))
  }

  @Test("a role that was provided in the platform's place is no part of the schema")
  func provided() async throws {
    try await LentServer.withScratch { database async throws in
      let before = try await database.introspect()
      let piece = MissingPiece(kind: .role, name: "anon", setup: "CREATE ROLE \"anon\";", advice: nil)
      #expect(try await database.provide(piece))
      #expect(try await database.introspect() == before)
    }
  }

  @Test("whatever is done to roles that were there before is taken back", arguments: changes)
  func takenBack(_ change: String) async throws {
    try await LentServer.withGivenServer { url, administrator in
      try await administrator.rows(Self.standing)
      let before = try await Self.state(administrator)
      try await LentServer.withServer(.url(url), privileges: .administrator) { server in
        try await server.withScratchDatabase(Self.administrator) { database in
          let start = try await database.introspect()
          #expect(try await database.refusal(of: change) == nil)
          #expect(try await database.introspect() != start)
        }
      }
      #expect(try await Self.state(administrator) == before)
    }
  }

  private static let standing = """
    CREATE ROLE staff;
    CREATE ROLE clerk LOGIN CREATEDB VALID UNTIL '2031-01-01' CONNECTION LIMIT 4;
    CREATE ROLE guest NOINHERIT;
    GRANT staff TO clerk WITH ADMIN OPTION;
    GRANT staff TO guest;
    ALTER ROLE clerk SET search_path = "$user", shop;
    ALTER ROLE clerk SET work_mem = '1MB';
    ALTER ROLE clerk IN DATABASE postgres SET work_mem = '3MB';
    COMMENT ON ROLE clerk IS 'sells';
    """

  private static let changes = [
    "ALTER ROLE clerk NOLOGIN SUPERUSER CONNECTION LIMIT 9 VALID UNTIL 'infinity'",
    "REVOKE staff FROM clerk",
    "REVOKE ADMIN OPTION FOR staff FROM clerk",
    "GRANT staff TO guest WITH ADMIN OPTION",
    "GRANT clerk TO guest",
    "ALTER ROLE clerk RESET ALL; ALTER ROLE guest SET work_mem = '7MB'",
    "ALTER ROLE clerk SET search_path = elsewhere",
    "ALTER ROLE clerk RENAME TO seller",
    "ALTER ROLE clerk RENAME TO x; ALTER ROLE guest RENAME TO clerk; ALTER ROLE x RENAME TO guest",
    "COMMENT ON ROLE clerk IS NULL",
    "DROP ROLE guest",
    "DROP ROLE guest; CREATE ROLE guest SUPERUSER",
    "CREATE ROLE new; GRANT new TO clerk; GRANT staff TO new; GRANT CREATE ON DATABASE postgres TO new",
  ]

  /// By names, since a role that was dropped comes back under another number.
  private static func state(_ connection: PostgreSQLConnection) async throws -> [[String?]] {
    try await connection.rows(
      """
      SELECT 'role', r.rolname, concat_ws(' ', r.rolsuper, r.rolinherit, r.rolcreatedb, r.rolcanlogin, r.rolconnlimit,
        NULLIF(r.rolvaliduntil, 'infinity')), shobj_description(r.oid, 'pg_authid')
      FROM pg_roles r
      UNION ALL
      SELECT 'member', g.rolname, m.rolname, a.admin_option::text
      FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
      UNION ALL
      SELECT 'setting', r.rolname, b.datname, c.setting
      FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c (setting)
      LEFT JOIN pg_roles r ON r.oid = s.setrole LEFT JOIN pg_database b ON b.oid = s.setdatabase
      ORDER BY 1, 2, 3, 4
      """)
  }

  @Test("a subscription doesn't hold its database fast")
  func subscription() async throws {
    try await LentServer.withServer(privileges: .administrator) { server in
      for _ in 1...2 {
        try await server.withScratchDatabase(Self.administrator) { database in
          let text =
            "CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere password=hush-hush' PUBLICATION p WITH (connect = false)"
          #expect(try await database.refusal(of: text) == nil)
          let schema = try await database.introspect()
          #expect(schema.objects.contains { $0.identity == ObjectIdentity(kind: .subscription, name: ["feed"]) })
          #expect(!"\(schema)\(schema.objects.map(\.attributes))".contains("hush"))
        }
      }
    }
  }
}
