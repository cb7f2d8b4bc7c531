import Foundation
import SchemagateModel
import TestSupport
import Testing

@Suite("schemagate snapshot")
struct SnapshotCommandTests {
  @Test("is a file that runs again: the same bytes each time, and no difference from its source")
  func sqlite() throws {
    try Self.prove(.sqlite, RichSchema.sqlite, ["CREATE VIEW aa", "PRAGMA user_version = 7"])
  }

  @Test(
    "of PostgreSQL too", .enabled(if: TestEngines.includes(.postgresql), "postgresql is not in SCHEMAGATE_TEST_ENGINES")
  )
  func postgresql() throws {
    try Self.prove(.postgresql, RichSchema.postgresql, ["CREATE POLICY p", "TO CURRENT_USER", "FOREIGN KEY (pid)"])
  }

  @Test("of MariaDB too", .enabled(if: TestEngines.includes(.mariadb), "mariadb is not in SCHEMAGATE_TEST_ENGINES"))
  func mariadb() throws {
    try Self.prove(.mariadb, RichSchema.mariadb, ["DELIMITER ;;", "VIEW `aa`", "PARTITION BY RANGE"])
  }

  @Test("of a target says what had been applied, and changes by a few lines with one column")
  func target() throws {
    let shop = try Shop()
    let first = try shop.run(["snapshot", "main"])
    #expect(first.status == 0)
    let before = try #require(Snapshot(reading: first.output))
    #expect(before.engine.name == .sqlite)
    #expect(before.applied?.isEmpty == false)
    #expect(before.sql.contains("INSERT INTO \"schema_migrations\""))
    let after = try #require(Snapshot(reading: try Shop(Shop.drops).run(["snapshot", "work"]).output))
    let (old, new) = (Self.lines(before.sql), Self.lines(after.sql))
    let changed = new.difference(from: old).count
    #expect(changed > 0 && changed <= 4)
    #expect(Snapshot(reading: before.text) == before)
  }

  private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

  /// The oracle is the schema itself, read anew, and the text that is written of a database that the text made.
  private static func prove(_ engine: EngineKind, _ schema: String, _ parts: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("schema.sql", schema)
    func run(_ arguments: String...) throws -> Binary.Result {
      try Binary.run(arguments + ["--engine", engine.rawValue], in: folder.path)
    }
    let first = try run("snapshot", "schema.sql", "--output", "one.sql")
    #expect(first.status == 0, "\(first.error)")
    let text = try String(contentsOfFile: folder.path + "/one.sql", encoding: .utf8)
    for part in parts { #expect(text.contains(part), "\(part)") }
    #expect(try run("snapshot", "schema.sql").output == text)
    #expect(try run("snapshot", "one.sql").output == text)
    let same = try run("diff", "schema.sql", "one.sql")
    #expect(same.status == 0, "\(same.output)\(same.error)")
  }
}

/// A schema with about one object of each kind, by engine.
private enum RichSchema {
  static let sqlite = """
    CREATE TABLE people (id integer PRIMARY KEY AUTOINCREMENT, name text NOT NULL COLLATE NOCASE, up text
      GENERATED ALWAYS AS (upper(name)) VIRTUAL, CHECK (length(name) > 1));
    CREATE TABLE "odd name" (a int, b int REFERENCES people (id) ON DELETE CASCADE, PRIMARY KEY (a, b)) WITHOUT
      ROWID;
    CREATE TABLE st (a int, b text) STRICT;
    CREATE INDEX i ON people (lower(name)) WHERE id > 3;
    CREATE UNIQUE INDEX u ON st (a DESC, b);
    CREATE VIEW zz AS SELECT id FROM people;
    CREATE VIEW aa AS SELECT id FROM zz;
    CREATE TRIGGER tr AFTER INSERT ON people WHEN new.id > 1 BEGIN UPDATE people SET name = 'x;y' WHERE id = 1;
      DELETE FROM st; END;
    CREATE TRIGGER tv INSTEAD OF INSERT ON zz BEGIN SELECT 1; END;
    CREATE VIRTUAL TABLE ft USING fts5(a, b);
    PRAGMA user_version = 7;
    """

  static let postgresql = """
    CREATE SCHEMA app;
    CREATE EXTENSION pg_trgm;
    CREATE TYPE app.mood AS ENUM ('sad', 'ok');
    CREATE DOMAIN app.email AS text CHECK (VALUE ~ '@');
    CREATE TABLE app.people (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mail app.email UNIQUE, m
      app.mood DEFAULT 'ok', n serial, full_name text, up text GENERATED ALWAYS AS (upper(full_name)) STORED, t
      tsvector, CONSTRAINT c CHECK (length(full_name) > 1)) ;
    CREATE TABLE app.orders (id uuid DEFAULT gen_random_uuid(), pid bigint REFERENCES app.people ON DELETE
      CASCADE, at timestamptz) PARTITION BY RANGE (at);
    CREATE TABLE app.orders_2020 PARTITION OF app.orders FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
    CREATE INDEX people_trgm ON app.people USING gin (full_name public.gin_trgm_ops);
    CREATE FUNCTION app.f(a int, b text DEFAULT 'x;y') RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET
      search_path = app AS $$ BEGIN PERFORM 1; RETURN a; END $$;
    CREATE FUNCTION app.g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
    CREATE TRIGGER tr BEFORE UPDATE ON app.people FOR EACH ROW EXECUTE FUNCTION app.g();
    CREATE VIEW app.v1 AS SELECT id, mail FROM app.people;
    CREATE VIEW app.v2 AS SELECT id FROM app.v1;
    CREATE FUNCTION app.s(n bigint) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.v2';
    CREATE MATERIALIZED VIEW app.mv AS SELECT id FROM app.people WITH NO DATA;
    CREATE UNIQUE INDEX ON app.mv (id);
    ALTER TABLE app.people ENABLE ROW LEVEL SECURITY;
    CREATE POLICY p ON app.people FOR SELECT USING (id > 0);
    CREATE RULE r AS ON DELETE TO app.v1 DO INSTEAD NOTHING;
    CREATE SEQUENCE app.q INCREMENT 5 START 100;
    CREATE STATISTICS app.st ON id, pid FROM app.orders;
    CREATE AGGREGATE app.agg(int) (sfunc = int4pl, stype = int, initcond = '0');
    GRANT SELECT ON app.people TO PUBLIC;
    GRANT SELECT (mail) ON app.people TO PUBLIC;
    REVOKE ALL ON FUNCTION app.f(int, text) FROM PUBLIC;
    REVOKE DELETE ON app.people FROM CURRENT_USER;
    ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO PUBLIC;
    COMMENT ON TABLE app.people IS 'It''s
    people; of all kinds';
    COMMENT ON COLUMN app.people.mail IS 'mail';
    CREATE TYPE app.pair AS (a int, b text);
    """

  static let mariadb = """
    CREATE SEQUENCE sq START WITH 5 INCREMENT BY 2;
    CREATE TABLE people (id int AUTO_INCREMENT PRIMARY KEY, name varchar(40) NOT NULL DEFAULT 'a`b', s int
      DEFAULT nextval(sq), full_name varchar(90) GENERATED ALWAYS AS (concat(name, 'x')) STORED, m
      enum('a','b'), CONSTRAINT c CHECK (length(name) > 1), KEY n (name(10))) COMMENT='AUTO_INCREMENT=7';
    CREATE TABLE a_orders (id int PRIMARY KEY, pid int, at datetime DEFAULT current_timestamp() ON UPDATE
      current_timestamp(), CONSTRAINT fk FOREIGN KEY (pid) REFERENCES people (id) ON DELETE CASCADE)
      CHARSET=latin1;
    CREATE TABLE parts (id int, y int) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1
      VALUES LESS THAN MAXVALUE);
    CREATE TABLE v (id int) WITH SYSTEM VERSIONING;
    DELIMITER //
    CREATE FUNCTION f(a int) RETURNS int DETERMINISTIC BEGIN DECLARE x int; SET x = a; RETURN x; END//
    CREATE PROCEDURE p(IN a int, OUT b int) SQL SECURITY INVOKER COMMENT 'hm' BEGIN SELECT count(*) INTO b FROM
      people; END//
    CREATE TRIGGER t1 BEFORE INSERT ON people FOR EACH ROW BEGIN SET NEW.s = 1; END//
    CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a_orders; END//
    DELIMITER ;
    CREATE VIEW zz AS SELECT id, f(id) AS fid FROM people;
    CREATE VIEW aa AS SELECT id FROM zz WHERE id > 1 WITH CHECK OPTION;
    """
}
