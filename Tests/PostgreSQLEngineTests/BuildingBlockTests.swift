import PostgreSQLEngine
import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "Operators, casts, text search and the like in PostgreSQL", .serialized,
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
struct BuildingBlockTests {
  private static let blocks = """
    CREATE TYPE pair AS (a int, b int);
    CREATE FUNCTION pair_of(int) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT $1, $1';
    CREATE FUNCTION same(pair, pair) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
    CREATE FUNCTION compare(pair, pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
    CREATE OPERATOR === (LEFTARG = pair, RIGHTARG = pair, FUNCTION = same, COMMUTATOR = ===);
    CREATE OPERATOR FAMILY pairs USING btree;
    CREATE OPERATOR CLASS pair_ops DEFAULT FOR TYPE pair USING btree FAMILY pairs AS
      OPERATOR 3 ===, FUNCTION 1 compare(pair, pair);
    CREATE CAST (int AS pair) WITH FUNCTION pair_of(int);
    CREATE COLLATION names (LOCALE = 'C');
    CREATE CONVERSION narrow FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
    CREATE LANGUAGE tongue HANDLER plpgsql_call_handler;
    CREATE ACCESS METHOD tree TYPE INDEX HANDLER bthandler;
    CREATE TRANSFORM FOR pair LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal));
    CREATE TEXT SEARCH PARSER reading (
      START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
    CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize, INIT = dsimple_init);
    CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = plain, ACCEPT = 'true', STOPWORDS = 'english');
    CREATE TEXT SEARCH CONFIGURATION search (PARSER = reading);
    ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR email WITH words, simple;
    CREATE TYPE code;
    CREATE FUNCTION code_in(cstring) RETURNS code LANGUAGE internal IMMUTABLE STRICT AS 'textin';
    CREATE FUNCTION code_out(code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
    CREATE TYPE code (INPUT = code_in, OUTPUT = code_out);
    CREATE TABLE t (a int, b text COLLATE names, c pair,
      found tsvector GENERATED ALWAYS AS (to_tsvector('search', b)) STORED);
    CREATE INDEX by_pair ON t (c pair_ops);
    CREATE STATISTICS both_columns ON a, b FROM t;
    """

  @Test("are told by their identities and attributes")
  func attributes() async throws {
    let schema = try await BuiltSchema.of("RESET SESSION AUTHORIZATION;\n" + Self.blocks).schema
    let found = Dictionary(uniqueKeysWithValues: schema.objects.map { ($0.identity.description, $0.attributes) })
    #expect(
      found["operator public.\"===(public.pair, public.pair)\""] == [
        .owner: .text("ADMINISTRATOR"), .function: .text("public.same(public.pair,public.pair)"),
        .definition: .sql("COMMUTATOR = public.===(public.pair,public.pair)"),
      ])
    #expect(
      found["operator class public.pair_ops(btree)"] == [
        .owner: .text("ADMINISTRATOR"), .type: .text("public.pair"), .default: .flag(true),
        .definition: .sql("FAMILY public.pairs"),
        .members: .set(of: [
          "OPERATOR 3 public.===(public.pair,public.pair)",
          "FUNCTION 1 (public.pair, public.pair) public.compare(public.pair,public.pair)",
        ]),
      ])
    #expect(
      found["cast \"integer AS public.pair\""] == [
        .function: .text("public.pair_of(integer)"), .context: .text("explicit"),
      ])
    #expect(
      found["text search configuration public.search"]?[.mappings]
        == .set(of: [
          "email: public.words, pg_catalog.simple"
        ]))
    #expect(
      found["text search dictionary public.words"]?[.options] == .set(of: ["accept='true'", "stopwords='english'"]))
    #expect(found["language tongue"]?[.grants] == .set(of: ["OWNER=USAGE", "PUBLIC=USAGE"]))
    let code = found["base type public.code"]?[.definition]?.description ?? ""
    #expect(code.hasPrefix("INPUT = public.code_in(cstring), OUTPUT = public.code_out(public.code), INTERNALLENGTH"))
  }

  @Test(
    "keep their identity over a rename, and what mentions them hasn't changed",
    arguments: [
      ("ALTER OPERATOR FAMILY pairs USING btree RENAME TO couples", "operator family public.pairs(btree)"),
      ("ALTER OPERATOR CLASS pair_ops USING btree RENAME TO couple_ops", "operator class public.pair_ops(btree)"),
      ("ALTER COLLATION names RENAME TO words", "collation public.names"),
      ("ALTER CONVERSION narrow RENAME TO lossy", "conversion public.narrow"),
      ("ALTER LANGUAGE tongue RENAME TO lingua", "language tongue"),
      ("ALTER TEXT SEARCH PARSER reading RENAME TO scanning", "text search parser public.reading"),
      ("ALTER TEXT SEARCH TEMPLATE plain RENAME TO bare", "text search template public.plain"),
      ("ALTER TEXT SEARCH DICTIONARY words RENAME TO terms", "text search dictionary public.words"),
      ("ALTER TEXT SEARCH CONFIGURATION search RENAME TO finding", "text search configuration public.search"),
      ("ALTER TYPE code RENAME TO cipher", "base type public.code"),
      ("ALTER STATISTICS both_columns RENAME TO two_columns", "statistics public.both_columns"),
      ("ALTER TYPE pair RENAME TO couple", "type public.pair"),
    ])
  func rename(statement: String, renamed: String) async throws {
    let changes = try await changes(by: statement)
    #expect(changes.map { "\($0.verb.rawValue) \($0.identity.description)" } == ["rename \(renamed)"])
  }

  @Test("that another schema takes are moved with what is theirs")
  func schemaRenamed() async throws {
    let changes = try await changes(by: "ALTER SCHEMA public RENAME TO shop")
    #expect(changes.map { "\($0.verb.rawValue) \($0.identity.description)" } == ["rename schema public"])
  }

  @Test("are not shown where an extension brought them", arguments: ["hstore", "citext", "ltree", "unaccent", "cube"])
  func extensionMembers(name: String) async throws {
    let schema = try await BuiltSchema.of("RESET SESSION AUTHORIZATION;\nCREATE EXTENSION \(name);").schema
    #expect(
      schema.objects.map(\.identity.description) == ["database current", "schema public", "extension \(name)"])
    #expect(schema.notCompared.isEmpty)
  }

  @Test("are the same by the queries for the oldest version")
  func oldestForm() async throws {
    let server = try await IntrospectionServer.shared.value
    let objects = try await server.withDatabase { _, connection in
      try await connection.rows(Self.blocks)
      let current = CatalogueReader(version: try await IntrospectionServer.version(connection))
      let oldest = CatalogueReader(version: EngineVersion(name: .postgresql, version: "13.22"))
      return [try await current.read(connection).objects, try await oldest.read(connection).objects]
    }
    #expect(objects[0] == objects[1])
    #expect(Set(objects[0].map(\.identity.kind)).isSuperset(of: Self.kinds))
  }

  private static let kinds: Set<ObjectKind> = [
    .operator, .operatorClass, .operatorFamily, .cast, .collation, .conversion, .language, .accessMethod, .transform,
    .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .baseType, .statistics,
  ]

  private func changes(by statement: String) async throws -> [SchemaChange] {
    let server = try await IntrospectionServer.shared.value
    return try await server.withDatabase { _, connection in
      try await connection.rows(Self.blocks)
      let reader = CatalogueReader(version: try await IntrospectionServer.version(connection))
      let before = try await reader.state(of: connection, after: nil)
      try await connection.rows(statement)
      let after = try await reader.state(of: connection, after: before).schema
      let anew = try await reader.read(connection)
      #expect(after == anew)
      return SchemaDiff.changes(from: before.schema, to: after, matchingServerIdentity: true)
    }
  }
}
