import SchemagateModel
import Testing

@Suite("objects of a SQLite schema")
struct SchemaObjectTests {
  @Test("are the same after a table was rebuilt")
  func rebuild() async throws {
    let table = """
      CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE CHECK (email <> ''), team INTEGER REFERENCES teams (id));
      CREATE TABLE teams (id INTEGER PRIMARY KEY);
      CREATE INDEX users_team ON users (team) WHERE team > 1;
      CREATE VIEW mails AS SELECT email FROM users;
      CREATE TRIGGER log AFTER UPDATE ON users BEGIN UPDATE teams SET id = id; END;
      """
    let rebuilt = """
      PRAGMA foreign_keys = OFF;
      BEGIN;
      DROP VIEW mails;
      CREATE TABLE new_users (
        id INTEGER PRIMARY KEY,
        email TEXT NOT NULL CHECK (email <> ''),
        team INTEGER,
        UNIQUE (email),
        FOREIGN KEY (team) REFERENCES teams
      );
      INSERT INTO new_users SELECT * FROM users;
      DROP TABLE users;
      ALTER TABLE new_users RENAME TO users;
      CREATE INDEX users_team ON users (team) WHERE team > 1;
      CREATE VIEW mails AS SELECT email FROM users;
      CREATE TRIGGER log AFTER UPDATE ON users BEGIN UPDATE teams SET id = id; END;
      PRAGMA foreign_key_check;
      COMMIT;
      """
    let before = try await schema(of: table)
    #expect(try await schema(of: table + rebuilt) == before)
    #expect(before.objects.count == 15)
  }

  @Test("keep hostile names", arguments: ["a\"b", "a'b", "a]b`c", "select", "日本 語", "a.b", "--x", "a;b", "1a", "%s"])
  func hostileNames(name: String) async throws {
    let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
    let script = """
      CREATE TABLE \(quoted) (\(quoted) INTEGER PRIMARY KEY, other INTEGER CHECK (\(quoted) > 1) REFERENCES \(quoted));
      CREATE INDEX \(quoted)\("") ON \(quoted) (other);
      """.replacing("INDEX \(quoted)", with: "INDEX i")
    let schema = try await schema(of: script)
    #expect(schema.object(.table, name) != nil)
    #expect(schema.object(.column, name, name) != nil)
    #expect(schema.object(.table, name)?.attributes[.definition] == nil)
    let key = schema.objects.first { $0.identity.kind == .foreignKey }
    #expect(key?.dependsOn == [ObjectIdentity(kind: .table, name: [name])])
  }

  @Test("have readable names where they were given none")
  func derivedNames() async throws {
    let script = """
      CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b INT REFERENCES t REFERENCES u, CHECK (b > 1), CONSTRAINT c CHECK (b < 9));
      """
    let names = try await schema(of: script).objects.filter { $0.identity.kind.livesInTable }.map {
      $0.identity.name[0]
    }
    #expect(
      Set(names) == ["primary key(id)", "unique(a)", "foreign key(b)", "foreign key(b)#2", "check(b > 1)", "c"])
  }

  @Test(
    "are the same where only SQLite's own answer is spelled otherwise",
    arguments: [
      ("CREATE TABLE t (a TEXT DEFAULT 'new');", "CREATE TABLE t (a TEXT DEFAULT \"new\");"),
      (
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (id));",
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES P);"
      ),
      (
        "CREATE TABLE p (x UNIQUE); CREATE TABLE c (p REFERENCES p (x));",
        "CREATE TABLE p (x UNIQUE); CREATE TABLE c (p REFERENCES p (X));"
      ),
    ])
  func spelling(one: String, other: String) async throws {
    #expect(try await schema(of: one) == schema(of: other))
  }

  @Test(
    "tell a name without a constraint, which SQLite reads and forgets",
    arguments: ["a TEXT CONSTRAINT k", "a TEXT, CONSTRAINT k", "a TEXT, CONSTRAINT k CONSTRAINT l UNIQUE (a)"])
  func danglingNames(body: String) async throws {
    let without = body.replacing(" CONSTRAINT k", with: "").replacing(",,", with: ",")
    let clean = without.hasSuffix(",") ? String(without.dropLast()) : without
    #expect(try await schema(of: "CREATE TABLE t (\(body));") != schema(of: "CREATE TABLE t (\(clean));"))
  }

  @Test("tell the next number of a table that ever had a row")
  func counters() async throws {
    let table = "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT);"
    #expect(try await schema(of: table).object(.table, "t")?.attributes[.nextValue] == nil)
    let moved = try await schema(of: table + "INSERT INTO t (id) VALUES (41); DELETE FROM t;")
    #expect(moved.object(.table, "t")?.attributes[.nextValue] == .integer(42))
    let last = try await schema(of: table + "INSERT INTO t (id) VALUES (9223372036854775807);")
    #expect(last.object(.table, "t")?.attributes[.nextValue] == .integer(.max))
    let twice = try await schema(
      of: table + "INSERT INTO sqlite_sequence VALUES ('t', 7), (CAST('t' AS BLOB), 50);")
    #expect(twice.object(.table, "t")?.attributes[.nextValue] == .integer(51))
  }

  @Test("tell what belongs to the database as a whole")
  func database() async throws {
    let schema = try await schema(of: "PRAGMA user_version = 7; PRAGMA application_id = -1;")
    #expect(
      schema.objects.map(\.attributes) == [
        [.userVersion: .integer(7), .applicationID: .integer(-1), .characterSet: .text("UTF-8")]
      ])
  }

  @Test("tell a view whose table is gone, and not one whose function the application brings")
  func brokenViews() async throws {
    let views = "CREATE TABLE t (a); CREATE VIEW \"v\"\"w\" AS SELECT a FROM t; DROP TABLE t;"
    #expect(try await schema(of: views).object(.view, "v\"w")?.attributes[.valid] == .flag(false))
    let calls = try await schema(of: "CREATE TABLE t (a); CREATE VIEW v AS SELECT normalize(a) FROM t;")
    #expect(calls.object(.view, "v")?.attributes[.valid] == nil)
  }

  @Test("leave out what SQLite makes for itself")
  func internalTables() async throws {
    let script = """
      CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT UNIQUE);
      CREATE VIRTUAL TABLE f USING fts5(a);
      INSERT INTO t (a) VALUES ('x');
      ANALYZE;
      """
    let tables = try await schema(of: script).objects.filter {
      [.table, .virtualTable, .index].contains($0.identity.kind)
    }
    #expect(tables.map(\.identity.name) == [["t"], ["f"]])
  }

  @Test("that hide the catalogue are an error")
  func hiddenCatalogue() async throws {
    await #expect(throws: (any Error).self) {
      try await schema(of: "CREATE TABLE pragma_table_list (name, schema, type)")
    }
  }
}
