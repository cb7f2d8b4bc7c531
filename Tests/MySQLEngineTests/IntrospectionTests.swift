import SchemagateModel
import TestSupport
import Testing

@testable import MySQLEngine

@Suite(
  "A schema read from MySQL or MariaDB",
  .enabled(if: !IntrospectionServer.vendors.isEmpty, "SCHEMAGATE_TEST_ENGINES names neither mysql nor mariadb"))
struct IntrospectionTests {
  @Test("holds the database alone where there is nothing", arguments: IntrospectionServer.vendors)
  func emptyDatabase(_ vendor: EngineKind) async throws {
    let schema = try await BuiltSchema.of("", vendor).schema
    #expect(schema.objects.map(\.identity) == [ObjectIdentity(kind: .database, name: ["current"])])
    #expect(schema.notCompared.isEmpty)
  }

  @Test("doesn't depend on what the database is called", arguments: IntrospectionServer.vendors)
  func databaseName(_ vendor: EngineKind) async throws {
    let schema = try await BuiltSchema.of(
      "CREATE TABLE t (a int); CREATE VIEW v AS SELECT t.a, u.User FROM t JOIN mysql.user u", vendor
    ).schema
    let view = try #require(schema.objects.first { $0.identity.kind == .view })
    let definition = try #require(view.attributes[.definition]?.description)
    #expect(!definition.contains("case_"))
    #expect(definition.contains("`mysql`.`user`"))
    #expect(view.attributes[.columns] == .list(["a", "User"]))
  }

  @Test("never shows our own accounts", arguments: IntrospectionServer.vendors)
  func ownAccounts(_ vendor: EngineKind) async throws {
    let server = try await IntrospectionServer.shared(vendor)
    let texts = try await server.withDatabase { name, connection in
      try await connection.rows(
        """
        CREATE TABLE t (a int); GRANT SELECT ON t TO schemagate_test; GRANT SELECT ON \(name).* TO schemagate_test;
        CREATE DEFINER = schemagate_test VIEW v AS SELECT a FROM t;
        CREATE DEFINER = schemagate_test PROCEDURE p() SELECT 1;
        """)
      let shown = try await CatalogueReader(version: server.version).read(connection)
      let hidden = try await CatalogueReader(version: server.version, ownUsers: ["schemagate_test"]).read(connection)
      return [shown, hidden].map { "\($0.objects.map(\.attributes))" }
    }
    #expect(texts[0].contains("schemagate_test@%"))
    #expect(!texts[1].contains("schemagate_test"))
    #expect(!texts[0].contains("root@"))
  }

  @Test("leaves the session's own settings as they were", arguments: IntrospectionServer.vendors)
  func settings(_ vendor: EngineKind) async throws {
    let server = try await IntrospectionServer.shared(vendor)
    let query = "SELECT @@sql_mode, @@character_set_client, @@character_set_results, @@collation_connection"
    let (before, after) = try await server.withDatabase { _, connection in
      try await connection.rows("SET NAMES latin1; SET sql_mode = 'ANSI_QUOTES'; CREATE TABLE \"größe\" (a int)")
      let before = try await connection.rows(query)
      _ = try await CatalogueReader(version: server.version).read(connection)
      return (before, try await connection.rows(query))
    }
    #expect(before == after)
    #expect(before.first?.first == "ANSI_QUOTES")
  }

  @Test("says what an account may not see", arguments: IntrospectionServer.vendors)
  func withoutRights(_ vendor: EngineKind) async throws {
    let server = try await IntrospectionServer.shared(vendor)
    let schema = try await server.withDatabase { name, connection in
      try await connection.rows(
        """
        CREATE TABLE t (a int); CREATE PROCEDURE p() SELECT 1;
        GRANT SELECT ON \(name).* TO reader; GRANT EXECUTE ON PROCEDURE p TO reader;
        """)
      let reading = try await server.connect(name, as: "reader")
      let schema = try await CatalogueReader(version: server.version).read(reading)
      await reading.close()
      return schema
    }
    #expect(schema.objects.map(\.identity.kind) == [.database, .table, .column])
    #expect(schema.notCompared.map(\.what) == ["grants and servers", "hidden procedure"])
  }

  @Test(
    "shows members of roles, servers without their passwords, and what isn't compared",
    arguments: IntrospectionServer.vendors)
  func serverWide(_ vendor: EngineKind) async throws {
    let server = try await IntrospectionServer(vendor)
    let schema = try await server.withDatabase { name, connection in
      try await connection.rows(
        """
        CREATE TABLE t (a int); GRANT SELECT ON t TO staff; GRANT staff TO reader;
        GRANT SELECT ON t TO writer; DROP TABLE t; CREATE TABLE u (a int); GRANT SELECT ON u TO staff;
        CREATE SERVER far FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'elsewhere', USER 'app', PASSWORD 'geheim');
        """)
      return try await CatalogueReader(version: server.version).read(connection)
    }
    await server.stop()
    let far = try #require(schema.objects.first { $0.identity.kind == .server })
    #expect(far.attributes[.options] == .set(of: ["host=elsewhere", "user=app", "password=…"]))
    let role = try #require(schema.objects.first { $0.identity.kind == .role })
    #expect(role.attributes[.grants] == .set(of: ["reader@%=MEMBER"]))
    #expect(!"\(schema.objects.map(\.attributes)) \(schema.notCompared)".contains("geheim"))
    #expect(schema.notCompared.map(\.what) == ["grant on what doesn't exist", "value of a password"])
  }
}
