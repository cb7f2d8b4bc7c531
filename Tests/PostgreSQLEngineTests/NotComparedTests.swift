import SchemagateModel
import TestSupport
import Testing

@testable import PostgreSQLEngine

@Suite(
  "What a schema read from PostgreSQL doesn't tell of is named",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"),
  .serialized)
struct NotComparedTests {
  @Test("whatever command makes it: it is an object, or it is named as not compared")
  func everyCommand() async throws {
    let schema = try await withEverything { connection in
      try await CatalogueReader(version: try await IntrospectionServer.version(connection)).read(connection)
    }
    let identities = schema.objects.filter { $0.identity.kind != .column }.map(\.identity.description)
    let names = schema.notCompared.flatMap { group in group.names.map { "\(group.what) \($0)" } }
    let major = try await IntrospectionServer.majorVersion.value
    for made in CreatedObject.all where made.since <= major {
      #expect((identities + names).contains { $0.contains(made.name) }, "CREATE \(made.command): \(names)")
    }
    #expect(names.contains("large object 4711"))
    #expect(names.contains("table information_schema.made_hidden"))
    guard major >= 15 else { return }
    // These stand in every database of the server, and so say what they are.
    #expect(names.contains { $0.hasPrefix("tablespace made_space (owner") })
    #expect(names.contains { $0.hasPrefix("parameter ACL work_mem ({") })
  }

  @Test("as soon as the query for its kind is gone")
  func everyKind() async throws {
    try await withEverything { connection in
      let version = try await IntrospectionServer.version(connection)
      let objects = try await CatalogueReader(version: version).read(connection).objects
      let known = try await groups(connection, objects)
      // Before version 14 the numbers of subscriptions are hidden from the net.
      let hidden: Set<ObjectKind> = try await IntrospectionServer.majorVersion.value < 14 ? [.subscription] : []
      let kinds = Set(objects.map(\.identity.kind)).subtracting([.database, .column, .role]).subtracting(hidden)
      #expect(kinds.count >= 20)
      for kind in kinds {
        let rest = try await groups(connection, objects.filter { $0.identity.kind != kind })
        let made = objects.count { $0.identity.kind == kind && $0.identity.name != ["public"] }
        #expect(rest.count - known.count == made, "\(kind): \(Set(rest).subtracting(known))")
      }
    }
  }

  @Test("but not what comes along with something else, belongs to an extension or is temporary")
  func companions() async throws {
    let schema = try await BuiltSchema.of(
      """
      RESET SESSION AUTHORIZATION;
      CREATE TABLE t (
        id serial PRIMARY KEY, g int GENERATED ALWAYS AS IDENTITY, a text DEFAULT 'x' CHECK (a <> ''), b int UNIQUE,
        c int4range, EXCLUDE USING gist (c WITH &&));
      CREATE TABLE parted (a int PRIMARY KEY, b int REFERENCES t CHECK (b > 0)) PARTITION BY RANGE (a);
      CREATE INDEX ON parted (b);
      CREATE TABLE part PARTITION OF parted FOR VALUES FROM (1) TO (10);
      CREATE TABLE child (CHECK (b > 5)) INHERITS (t);
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON t DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
      CREATE TRIGGER inherited AFTER INSERT ON parted FOR EACH ROW EXECUTE FUNCTION f();
      CREATE DOMAIN d AS int NOT NULL CHECK (VALUE > 0);
      CREATE TYPE r AS RANGE (SUBTYPE = float8);
      CREATE TYPE pair AS (a int, b int);
      CREATE VIEW v AS SELECT * FROM t;
      CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
      CREATE TEMPORARY TABLE passing (id serial PRIMARY KEY, a int CHECK (a > 0), b text);
      CREATE INDEX ON passing (a);
      CREATE TYPE pg_temp.passing_pair AS (a int);
      CREATE FUNCTION pg_temp.passing() RETURNS int LANGUAGE sql AS 'SELECT 1';
      """
    ).schema
    #expect(schema.notCompared == [])
  }

  @Test(
    "and of an extension nothing else shows, while what uses it is the user's",
    arguments: [
      ("hstore", "CREATE TABLE mine (a hstore); CREATE INDEX mine_a ON mine USING gin (a)"),
      ("citext", "CREATE TABLE mine (a citext PRIMARY KEY); CREATE INDEX mine_a ON mine (a)"),
      ("pg_trgm", "CREATE TABLE mine (a text); CREATE INDEX mine_a ON mine USING gin (a gin_trgm_ops)"),
      ("postgis", "CREATE TABLE mine (a geometry(Point, 4326)); CREATE INDEX mine_a ON mine USING gist (a)"),
    ])
  func extensions(name: String, use: String) async throws {
    try await needExtension(name)
    let empty = try await BuiltSchema.of("")
    let installed = try await BuiltSchema.of("RESET SESSION AUTHORIZATION; CREATE EXTENSION \(name)")
    let difference = empty.difference(from: installed)
    #expect(difference.count == 1 && difference[0].hasPrefix("add extension \(name)"), "\(difference)")
    #expect(installed.schema.notCompared == [])
    let used = try await BuiltSchema.of("RESET SESSION AUTHORIZATION; CREATE EXTENSION \(name); \(use)").schema
    #expect(used.notCompared == [])
    let identities = used.objects.map(\.identity.description)
    #expect(identities.contains("table public.mine"))
    #expect(identities.contains("index public.mine_a"))
  }

  /// PostGIS is a package of its own, which a server that was put aside for its version may lack.
  private func needExtension(_ name: String) async throws {
    let found = try await IntrospectionServer.shared.value.withDatabase { _, connection in
      try await connection.rows("SELECT 1 FROM pg_available_extensions WHERE name = $1", [name])
    }
    if found.isEmpty { try Test.cancel("the extension \(name) is not installed") }
  }

  private func groups(_ connection: PostgreSQLConnection, _ objects: [SchemaObject]) async throws -> [String] {
    let source = CatalogueSource(
      connection: connection, majorVersion: try await connection.serverVersionNumber / 10_000, roles: nil)
    return try await NotComparedReading(source: source, objects: objects).groups().flatMap { group in
      group.names.map { "\(group.what) \($0)" }
    }
  }

  /// A database that holds one object of every kind.
  private func withEverything<Result: Sendable>(
    _ body: (PostgreSQLConnection) async throws -> Result
  ) async throws -> Result {
    try await IntrospectionServer.alone.value.withDatabase { _, connection in
      let major = try await IntrospectionServer.majorVersion.value
      if major >= 15 { try await connection.rows("SET allow_in_place_tablespaces = on") }
      for made in CreatedObject.all where made.since <= major { try await connection.rows(made.sql) }
      let result = try await body(connection)
      try await connection.rows("ALTER SUBSCRIPTION made_subscription SET (slot_name = NONE)")
      try await connection.rows("DROP SUBSCRIPTION made_subscription")
      if major >= 15 {
        try await connection.rows("DROP TABLESPACE made_space")
        try await connection.rows("REVOKE SET ON PARAMETER work_mem FROM reader")
      }
      return result
    }
  }
}
