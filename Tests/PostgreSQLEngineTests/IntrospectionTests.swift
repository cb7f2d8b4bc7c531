import PostgreSQLEngine
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "A schema read from PostgreSQL",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
struct IntrospectionTests {
  @Test("leaves nothing uncompared where there is nothing")
  func emptyDatabase() async throws {
    let schema = try await read("")
    #expect(schema.notCompared.isEmpty)
    #expect(
      schema.objects.map(\.identity) == [
        ObjectIdentity(kind: .database, name: ["current"]), ObjectIdentity(kind: .schema, name: ["public"]),
      ])
  }

  @Test("never shows what the database's owner and the administrator are called")
  func roles() async throws {
    let schema = try await read(
      """
      CREATE TABLE mine (a int);
      GRANT SELECT ON mine TO reader WITH GRANT OPTION;
      RESET SESSION AUTHORIZATION;
      CREATE TABLE theirs (a int);
      GRANT SELECT ON theirs TO app;
      """)
    let mine = try #require(schema.objects.first { $0.identity.name == ["public", "mine"] })
    let theirs = try #require(schema.objects.first { $0.identity.name == ["public", "theirs"] })
    #expect(mine.attributes[.owner] == nil)
    #expect(theirs.attributes[.owner] == .text("ADMINISTRATOR"))
    guard case .set(let granted)? = mine.attributes[.grants] else { throw Missing() }
    #expect(granted.contains("reader=SELECT WITH GRANT OPTION"))
    #expect(granted.contains("OWNER=SELECT"))
    guard case .set(let given)? = theirs.attributes[.grants] else { throw Missing() }
    #expect(given.contains("DATABASE_OWNER=SELECT"))
    #expect(
      !schema.objects.contains { "\($0.attributes)".contains("app=") || "\($0.attributes)".contains("schemagate") })
  }

  @Test("keeps an object's server identity over a rename")
  func serverIdentity() async throws {
    let server = try await IntrospectionServer.shared.value
    let identities = try await server.withDatabase { _, connection in
      let reader = CatalogueReader(version: try await IntrospectionServer.version(connection))
      try await connection.rows("CREATE TABLE before_it (a int)")
      let before = try await reader.read(connection)
      try await connection.rows("ALTER TABLE before_it RENAME TO after_it; ALTER TABLE after_it RENAME a TO b")
      let after = try await reader.read(connection)
      return [before, after].map { $0.objects.filter { $0.identity.kind != .database }.map(\.serverIdentity) }
    }
    #expect(identities[0] == identities[1])
    #expect(!identities[0].contains(nil))
  }

  @Test("leaves the session's own settings as they were")
  func settings() async throws {
    let server = try await IntrospectionServer.shared.value
    let paths = try await server.withDatabase { _, connection in
      try await connection.rows("SET search_path = elsewhere; SET DateStyle = 'German'")
      let before = try await connection.rows("SELECT current_setting('search_path'), current_setting('DateStyle')")
      _ = try await CatalogueReader(version: try await IntrospectionServer.version(connection)).read(connection)
      return [before, try await connection.rows("SELECT current_setting('search_path'), current_setting('DateStyle')")]
    }
    #expect(paths[0] == paths[1])
    #expect(paths[0].first?.first == "elsewhere")
  }

  @Test("is the same by the queries for the oldest version, where nothing newer is used")
  func oldestForm() async throws {
    let server = try await IntrospectionServer.shared.value
    let objects = try await server.withDatabase { _, connection in
      try await connection.rows(
        """
        CREATE TABLE t (id serial PRIMARY KEY, a text DEFAULT 'x');
        CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
        CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
        CREATE VIEW v AS SELECT a FROM t;
        """)
      let current = CatalogueReader(version: try await IntrospectionServer.version(connection))
      let oldest = CatalogueReader(version: EngineVersion(name: .postgresql, version: "13.22"))
      return [try await current.read(connection).objects, try await oldest.read(connection).objects]
    }
    #expect(objects[0] == objects[1])
    #expect(objects[0].count == 10)
  }

  private func read(_ sql: String) async throws -> Schema { try await BuiltSchema.of(sql).schema }

  private struct Missing: Error {}
}
