import SQLSyntax
import SchemagateModel
import Testing

@Suite("Splitting SQL into statements")
struct SQLSplitterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let engine: EngineKind
    let sql: String
    let statements: [String]
    var testDescription: String { "\(engine.rawValue): \(name)" }

    init(_ engine: EngineKind, _ name: String, _ sql: String, _ statements: [String]) {
      self.name = name
      self.engine = engine
      self.sql = sql
      self.statements = statements
    }
  }

  static let postgresql: [Case] = [
    Case(.postgresql, "nothing", "", []),
    Case(.postgresql, "comments only", "-- a;\n/* b; */ ;; \n", []),
    Case(.postgresql, "plain", "SELECT 1; SELECT 2 ;\nSELECT 3", ["SELECT 1", "SELECT 2", "SELECT 3"]),
    Case(.postgresql, "comments around", "-- a\nSELECT 1 -- b;\n; /* c */ SELECT 2 -- d", ["SELECT 1", "SELECT 2"]),
    Case(.postgresql, "comments inside", "SELECT /* ; */ 1 -- ;\n + 2;", ["SELECT /* ; */ 1 -- ;\n + 2"]),
    Case(
      .postgresql, "doubled quotes", "SELECT 'a'';b'; SELECT 'c\\'; SELECT 2",
      ["SELECT 'a'';b'", "SELECT 'c\\'", "SELECT 2"]),
    Case(
      .postgresql, "escape strings", "SELECT E'a\\';b', e'\\\\'; SELECT 1", ["SELECT E'a\\';b', e'\\\\'", "SELECT 1"]),
    Case(
      .postgresql, "escape strings go on", "SELECT E'a'\n  'b\\';c'; SELECT 1", ["SELECT E'a'\n  'b\\';c'", "SELECT 1"]),
    Case(.postgresql, "a name that ends in e", "SELECT date'\\'; SELECT 1", ["SELECT date'\\'", "SELECT 1"]),
    Case(
      .postgresql, "unicode quotes", "SELECT U&'\\;', U&\"a\"\";\"; SELECT 1",
      ["SELECT U&'\\;', U&\"a\"\";\"", "SELECT 1"]),
    Case(
      .postgresql, "dollar quotes", "DO $$ a; $x$ b; $$; SELECT $x$;$$;$x$",
      ["DO $$ a; $x$ b; $$", "SELECT $x$;$$;$x$"]),
    Case(
      .postgresql, "parameters and names with $", "SELECT $1; SELECT a$b$; SELECT 2",
      ["SELECT $1", "SELECT a$b$", "SELECT 2"]),
    Case(.postgresql, "nested comments", "/* a /* b; */ c; */ SELECT 1; SELECT 2", ["SELECT 1", "SELECT 2"]),
    Case(
      .postgresql, "rules in parentheses",
      "CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); SELECT 1",
      ["CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)", "SELECT 1"]),
    Case(
      .postgresql, "standard bodies",
      "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3",
      [
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
        "SELECT 3",
      ]),
    Case(
      .postgresql, "transactions", "BEGIN; SELECT CASE WHEN a THEN b END; COMMIT;",
      ["BEGIN", "SELECT CASE WHEN a THEN b END", "COMMIT"]),
    Case(
      .postgresql, "COPY data", "COPY t (a, b) FROM stdin WITH (FORMAT csv);\n1;'\n\\N\n\\.\nSELECT 1;",
      ["COPY t (a, b) FROM stdin WITH (FORMAT csv);\n1;'\n\\N\n\\.", "SELECT 1"]),
    Case(.postgresql, "COPY from a file", "COPY t FROM '/stdin'; SELECT 1", ["COPY t FROM '/stdin'", "SELECT 1"]),
    Case(
      .postgresql, "COPY of a query", "COPY (SELECT 1 FROM stdin) TO STDOUT; SELECT 1",
      ["COPY (SELECT 1 FROM stdin) TO STDOUT", "SELECT 1"]),
    Case(
      .postgresql, "meta-commands between", "\\set a 1;\nSELECT 1;\n\\i x.sql\nSELECT 2;", ["SELECT 1", "SELECT 2"]),
    Case(.postgresql, "beyond ASCII", "SELECT 'é', \"ü;\" ; SELECT ñ", ["SELECT 'é', \"ü;\"", "SELECT ñ"]),
    Case(.postgresql, "never closed", "SELECT 1; SELECT 'a; b", ["SELECT 1", "SELECT 'a; b"]),
  ]

  static let sqlite: [Case] = [
    Case(
      .sqlite, "four quotes", "SELECT 'a;', \"b;\", [c;], `d;`; SELECT 1",
      ["SELECT 'a;', \"b;\", [c;], `d;`", "SELECT 1"]),
    Case(.sqlite, "comments don't nest", "/* a /* b */ SELECT 1; SELECT 2", ["SELECT 1", "SELECT 2"]),
    Case(
      .sqlite, "triggers",
      "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN 1 THEN 2 END; DELETE FROM c; END; SELECT 1;",
      [
        "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = CASE WHEN 1 THEN 2 END; DELETE FROM c; END",
        "SELECT 1",
      ]),
    Case(
      .sqlite, "BEGIN is a transaction", "BEGIN; DELETE FROM a; END; SELECT 1",
      ["BEGIN", "DELETE FROM a", "END", "SELECT 1"]),
    Case(
      .sqlite, "a table is no trigger", "CREATE TABLE trigger_log (a); SELECT 1",
      ["CREATE TABLE trigger_log (a)", "SELECT 1"]),
  ]

  static let mysql: [Case] = [
    Case(
      .mysql, "backslashes", "SELECT 'a\\';b', \"c\\\";\"; SELECT `d\\`; SELECT 1",
      ["SELECT 'a\\';b', \"c\\\";\"", "SELECT `d\\`", "SELECT 1"]),
    Case(.mysql, "comments", "# a;\nSELECT 1; -- b;\nSELECT 3--2; SELECT 4", ["SELECT 1", "SELECT 3--2", "SELECT 4"]),
    Case(
      .mariadb, "conditional comments are code", "/*!40101 SET a = 1; */; /*M!100100 SET b = 2 */; SELECT 1",
      ["/*!40101 SET a = 1; */", "/*M!100100 SET b = 2 */", "SELECT 1"]),
    Case(
      .mysql, "DELIMITER", "DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\ndelimiter ;\nSELECT 2;",
      ["CREATE PROCEDURE p() BEGIN SELECT 1; END", "SELECT 2"]),
    Case(
      .mysql, "stored programs",
      "CREATE DEFINER=`a`@`b` TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN IF a THEN SET b = CASE WHEN 1 THEN 2 END; END IF; "
        + "CASE c WHEN 1 THEN SELECT 1; END CASE; END; SELECT 2",
      [
        "CREATE DEFINER=`a`@`b` TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN IF a THEN SET b = CASE WHEN 1 THEN 2 END; END IF; "
          + "CASE c WHEN 1 THEN SELECT 1; END CASE; END", "SELECT 2",
      ]),
    Case(
      .mysql, "a trigger whose body is one IF",
      "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW IF NEW.a THEN SET NEW.b = IF(1, 2, 3); "
        + "ELSEIF NEW.c THEN SET NEW.b = 1; IF NEW.d THEN SET NEW.e = 1; END IF; END IF; SELECT 2",
      [
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW IF NEW.a THEN SET NEW.b = IF(1, 2, 3); "
          + "ELSEIF NEW.c THEN SET NEW.b = 1; IF NEW.d THEN SET NEW.e = 1; END IF; END IF", "SELECT 2",
      ]),
    Case(
      .mysql, "a procedure without BEGIN", "CREATE PROCEDURE p() SELECT CASE WHEN 1 THEN 2 END; SELECT 2",
      ["CREATE PROCEDURE p() SELECT CASE WHEN 1 THEN 2 END", "SELECT 2"]),
    Case(
      .mysql, "loops, and the function REPEAT",
      "CREATE PROCEDURE p() BEGIN a: LOOP LEAVE a; END LOOP a; WHILE 0 DO SET @b = REPEAT('c', 3); END WHILE; "
        + "REPEAT SET @d = 1; UNTIL 1 END REPEAT; END; SELECT 2",
      [
        "CREATE PROCEDURE p() BEGIN a: LOOP LEAVE a; END LOOP a; WHILE 0 DO SET @b = REPEAT('c', 3); END WHILE; "
          + "REPEAT SET @d = 1; UNTIL 1 END REPEAT; END", "SELECT 2",
      ]),
    Case(
      .mysql, "columns called like keywords",
      "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN SET NEW.end = 1; SET NEW.b = NEW.case; END; SELECT 2",
      [
        "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN SET NEW.end = 1; SET NEW.b = NEW.case; END", "SELECT 2",
      ]),
    Case(
      .mysql, "an event", "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END; SELECT 2",
      ["CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END", "SELECT 2"]),
    Case(
      .mysql, "a dump's trigger",
      "DELIMITER ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON u FOR EACH ROW "
        + "BEGIN SET NEW.a = 1; END */;;\nDELIMITER ;\nSELECT 2;",
      [
        "/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON u FOR EACH ROW "
          + "BEGIN SET NEW.a = 1; END */", "SELECT 2",
      ]),
    Case(
      .mysql, "a conditional CREATE without DELIMITER",
      "CREATE /*!50017 DEFINER=`a`@`b` */ PROCEDURE p() BEGIN SELECT 1; END; SELECT 2",
      ["CREATE /*!50017 DEFINER=`a`@`b` */ PROCEDURE p() BEGIN SELECT 1; END", "SELECT 2"]),
    Case(
      .mariadb, "a block outside of a routine", "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END; BEGIN; SELECT 3; COMMIT",
      ["BEGIN NOT ATOMIC SELECT 1; SELECT 2; END", "BEGIN", "SELECT 3", "COMMIT"]),
    Case(
      .mysql, "a view's column called event", "CREATE DEFINER=`a`@`b` VIEW v AS SELECT event, begin FROM t; SELECT 2",
      ["CREATE DEFINER=`a`@`b` VIEW v AS SELECT event, begin FROM t", "SELECT 2"]),
    Case(
      .mysql, "no backslash escapes",
      "SET sql_mode = 'NO_BACKSLASH_ESCAPES'; SELECT 'a\\'; SET sql_mode = ''; SELECT 'b\\';'",
      ["SET sql_mode = 'NO_BACKSLASH_ESCAPES'", "SELECT 'a\\'", "SET sql_mode = ''", "SELECT 'b\\';'"]),
    Case(.mysql, "NULL as \\N", "SELECT \\N; SELECT 2", ["SELECT \\N", "SELECT 2"]),
  ]

  @Test("cuts where the server's own client would", arguments: postgresql + sqlite + mysql)
  func splits(_ row: Case) {
    let found = SQLSplitter(dialect: row.engine).statements(of: SourceText(path: nil, text: row.sql))
    #expect(found.map(\.text) == row.statements)
  }

  @Test("reads backslashes as the session's own settings say")
  func session() {
    let source = SourceText(path: nil, text: "SELECT 'a\\'; SELECT 'b'")
    let plain = SQLSplitter(dialect: .mariadb, session: ["SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'"])
    #expect(plain.statements(of: source).count == 2)
    #expect(SQLSplitter(dialect: .mariadb).statements(of: source).count == 1)
  }

  @Test("keeps each statement's place, counted on from the source's own")
  func places() {
    let source = SourceText(path: "a.sql", line: 3, column: 5, text: "é SELECT 1; 'ü'; b\r\n;  -- c\n  d")
    #expect(
      SQLSplitter(dialect: .postgresql).statements(of: source) == [
        SourceText(path: "a.sql", line: 3, column: 5, text: "é SELECT 1"),
        SourceText(path: "a.sql", line: 3, column: 17, text: "'ü'"),
        SourceText(path: "a.sql", line: 3, column: 22, text: "b"),
        SourceText(path: "a.sql", line: 5, column: 3, text: "d"),
      ])
  }

  @Test("finds meta-commands in code, not in strings or COPY data")
  func metaCommands() {
    let sql = "SELECT '\\a';\n\\set b 1\nCOPY t FROM STDIN;\n\\N\n\\.\nSELECT 1 \\gexec\n-- \\c\n$$\\d$$;"
    let found = SQLSplitter(dialect: .postgresql).metaCommands(of: SourceText(path: nil, text: sql))
    #expect(found.map(\.text) == ["\\set b 1", "\\gexec"])
    #expect(found.map(\.line) == [2, 6])
    #expect(SQLSplitter(dialect: .sqlite).metaCommands(of: SourceText(path: nil, text: sql)).isEmpty)
  }

  @Test("finds the mysql program's commands")
  func clientCommands() {
    let sql = "DELIMITER //\nSELECT 1//\nsource a.sql\n\\. b.sql\nSELECT 'DELIMITER x'//\nSELECT source, \\N FROM t//"
    let found = SQLSplitter(dialect: .mysql).metaCommands(of: SourceText(path: nil, text: sql))
    #expect(found.map(\.text) == ["DELIMITER //", "source a.sql", "\\. b.sql"])
    #expect(found.map(\.line) == [1, 3, 4])
  }

  @Test("names words in upper case, quoted text as it stands, and leaves comments out")
  func vocabulary() {
    let sql = "create table \"a b\" (id int, -- key\n t text default 'x') /* end */;"
    let words = SQLSplitter(dialect: .sqlite).vocabulary(of: SourceText(path: nil, text: sql))
    #expect(
      words == ["CREATE", "TABLE", "\"a b\"", "(", "ID", "INT", ",", "T", "TEXT", "DEFAULT", "'x'", ")", ";"])
  }

  @Test("any bytes are split without a trap, and nothing is found twice", arguments: EngineKind.allCases)
  func survivesNoise(_ engine: EngineKind) {
    var noise = SeededNoise(seed: 20_260_101)
    let splitter = SQLSplitter(dialect: engine)
    for _ in 0..<400 {
      let source = SourceText(path: nil, text: noise.sql())
      let length = splitter.statements(of: source).reduce(0) { $0 + $1.text.utf8.count }
      #expect(length <= source.text.utf8.count)
      for comment in splitter.lineComments(of: source) {
        #expect(comment.text.hasPrefix("-") || comment.text.hasPrefix("#"))
      }
      for command in splitter.metaCommands(of: source) {
        #expect(command.text.hasPrefix("\\") || engine == .mysql || engine == .mariadb)
      }
    }
  }
}
