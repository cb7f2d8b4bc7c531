import EngineInterface
import Foundation
import SchemagateModel
import Testing

@Suite("scripts that are sent to SQLite")
struct SendTests {
  @Test("count what was run", arguments: [("", 0), (" -- nothing\n;;", 0), ("\u{FEFF}SELECT 1; SELECT 2", 2)])
  func countsStatements(script: String, count: Int) async throws {
    let outcome = try await withScratch { try await $0.run(script) }
    #expect(outcome.statements == count)
  }

  @Test("leave what was applied before the refused statement")
  func partialApply() async throws {
    try await withScratch { database in
      let rejection = try await database.refusal(
        of: "CREATE TABLE a (x);\n\n-- next\n  INSERT INTO nowhere VALUES (1);\nCREATE TABLE b (x);")
      #expect(rejection.cause == .migration)
      #expect(rejection.code == "SQLITE_ERROR")
      #expect(rejection.message == "no such table: nowhere")
      #expect(rejection.location?.line == 4)
      #expect(rejection.statement == "INSERT INTO nowhere VALUES (1)")
      let schema = try await database.introspect()
      #expect(schema.object(.table, "a") != nil && schema.object(.table, "b") == nil)
    }
  }

  @Test(
    "are refused at line and column",
    arguments: [
      ("SELECT 1;\nSELECT é, nope FROM (SELECT 1 AS é);", "SQLITE_ERROR", 2, 11),
      ("CREATE TABLE t (x);\nSELEKT 1;", "SQLITE_ERROR", 2, 1),
      ("CREATE TABLE t (x NOT NULL);\n/* why */ INSERT INTO t VALUES (NULL);", "SQLITE_CONSTRAINT_NOTNULL", 2, 11),
      ("CREATE TABLE t (x UNIQUE);\nINSERT INTO t VALUES (1), (1);", "SQLITE_CONSTRAINT_UNIQUE", 2, 1),
    ])
  func errorPlaces(script: String, code: String, line: Int, column: Int) async throws {
    let rejection = try await withScratch { try await $0.refusal(of: script) }
    #expect(rejection.code == code)
    #expect(rejection.location == SourceLocation(path: "migration.sql", line: line, column: column))
  }

  @Test("are placed in the file that they are a part of")
  func partOfFile() async throws {
    let text = SourceText(path: "up.sql", line: 7, column: 5, text: "nonsense")
    let outcome = try await withScratch { try await $0.send(text, limit: .seconds(9)) }
    guard case .rejected(let rejection, _) = outcome else { throw NotRefused() }
    #expect(rejection.location == SourceLocation(path: "up.sql", line: 7, column: 5))
  }

  @Test("are not cut short by a NUL byte without a word")
  func nulByte() async throws {
    let rejection = try await withScratch { try await $0.refusal(of: "SELECT 1;\n\0 DROP TABLE t;") }
    #expect(rejection.message.contains("NUL"))
    #expect(rejection.location?.line == 2)
  }

  @Test("end at their time limit, and the session goes on")
  func timeLimit() async throws {
    try await withScratch { database in
      let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;"
      let rejection = try await database.refusal(of: endless, limit: .milliseconds(200))
      #expect(rejection.cause == .timeLimit(seconds: 1))
      #expect(rejection.code == "SQLITE_INTERRUPT")
      #expect(try await database.run("SELECT 1;").statements == 1)
    }
  }

  @Test("end when the check is cancelled")
  func cancellation() async throws {
    let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n;"
    let task = Task { try await withScratch { try await $0.run(endless, limit: .seconds(600)) } }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("may hold triggers with semicolons")
  func triggers() async throws {
    let script = """
      CREATE TABLE t (a);
      CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t; END;
      CREATE TRIGGER h AFTER INSERT ON nowhere BEGIN DELETE FROM t; SELECT 1; END;
      """
    let rejection = try await withScratch { try await $0.refusal(of: script) }
    #expect(rejection.location?.line == 3)
    #expect(rejection.statement == "CREATE TRIGGER h AFTER INSERT ON nowhere BEGIN DELETE FROM t; SELECT 1; END")
  }

  @Test("may be long")
  func tenMegabytes() async throws {
    let value = String(repeating: "x", count: 1_000)
    let rows = Array(repeating: "INSERT INTO t VALUES ('\(value)');\n", count: 10_000).joined()
    let outcome = try await withScratch { try await $0.run("CREATE TABLE t (a);\n" + rows) }
    #expect(outcome.statements == 10_001)
  }

  @Test(
    "lack what the application brings with it",
    arguments: [
      ("CREATE TABLE t (a); CREATE INDEX i ON t (normalize(a, 'x'));", MissingPiece.Kind.function, "normalize"),
      ("CREATE TABLE t (a); CREATE INDEX i ON t (a COLLATE icu);", .collation, "icu"),
      ("CREATE VIRTUAL TABLE v USING spellfix1;", .extension, "spellfix1"),
      ("SELECT load_extension('mod_spatialite');", .extension, "load_extension"),
      ("ATTACH '/tmp/other.sqlite' AS other;", .other, "another database file"),
      ("VACUUM INTO '/tmp/other.sqlite';", .other, "another database file"),
    ])
  func environment(script: String, kind: MissingPiece.Kind, name: String) async throws {
    let rejection = try await withScratch { try await $0.refusal(of: script) }
    guard case .environment(let piece) = rejection.cause else {
      Issue.record("\(rejection)")
      return
    }
    #expect(piece.kind == kind)
    #expect(piece.name == name)
    #expect(piece.advice != nil)
    if kind == .function { #expect(piece.advice?.contains("normalize/2") ?? false) }
  }

  @Test("touch no file but their own")
  func confined() async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    for script in ["ATTACH '\(path)' AS o;", "VACUUM INTO '\(path)';", "ATTACH ('\(path)' || '') AS o;"] {
      _ = try await withScratch { try await $0.refusal(of: script) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(
      try await withScratch { try await $0.run("ATTACH ':memory:' AS m; VACUUM; PRAGMA journal_mode = WAL;") }
        .statements
        == 3)
  }
}
