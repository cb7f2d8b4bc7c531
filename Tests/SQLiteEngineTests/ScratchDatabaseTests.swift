import EngineInterface
import Foundation
import SQLiteEngine
import SchemagateModel
import Testing

@Suite("SQLite scratch databases")
struct ScratchDatabaseTests {
  @Test("know whether a transaction is open, and read what is committed")
  func transactions() async throws {
    try await withScratch { database in
      #expect(try await database.transactionState() == .idle)
      _ = try await database.run("CREATE TABLE a (x); BEGIN; CREATE TABLE b (x);")
      #expect(try await database.transactionState() == .open)
      let schema = try await database.introspect()
      #expect(schema.object(.table, "a") != nil && schema.object(.table, "b") == nil)
      #expect(try await database.transactionState() == .open)
      #expect(try await database.run("COMMIT;").statements == 1)
      #expect(try await database.introspect().object(.table, "b") != nil)
    }
  }

  @Test("renew the session: what is open is rolled back, settings are gone, session statements are run again")
  func renewal() async throws {
    let request = ScratchRequest(session: ["CREATE TEMP TABLE mine (x)"])
    try await withScratch(request) { database in
      _ = try await database.run("PRAGMA foreign_keys = ON; CREATE TEMP TABLE other (x); BEGIN; CREATE TABLE a (x);")
      try await database.renewSession()
      #expect(try await database.transactionState() == .idle)
      #expect(try await database.run("INSERT INTO mine VALUES (1);").statements == 1)
      #expect(try await database.refusal(of: "INSERT INTO other VALUES (1);").cause == .migration)
      let unchecked =
        "CREATE TABLE p (i INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p); INSERT INTO c VALUES (9);"
      #expect(try await database.run(unchecked).statements == 3)
    }
  }

  @Test("run setup scripts first")
  func setup() async throws {
    let request = ScratchRequest(setup: [SourceText(path: "setup.sql", text: "CREATE TABLE base (x);")])
    let outcome = try await withScratch(request) { try await $0.run("ALTER TABLE base ADD COLUMN y;") }
    #expect(outcome.statements == 1)
  }

  @Test("throw when setup or session is refused")
  func refusedSetup() async throws {
    let setup = ScratchRequest(setup: [SourceText(path: "setup.sql", text: "nonsense")])
    await #expect(throws: SQLiteError.self) { try await withScratch(setup) { try await $0.transactionState() } }
    let session = ScratchRequest(session: ["nonsense"])
    await #expect(throws: SQLiteError.self) { try await withScratch(session) { try await $0.transactionState() } }
  }

  @Test("stand in for functions, in indexes too, on every connection", arguments: [-1, 1])
  func functions(arity: Int) async throws {
    let request = ScratchRequest(functions: [FunctionStandIn(name: "normalize", arity: arity)])
    try await withScratch(request) { database in
      let script = "CREATE TABLE t (a, b AS (normalize(a)) STORED); CREATE INDEX i ON t (normalize(a));"
      #expect(try await database.run(script).statements == 2)
      try await database.renewSession()
      #expect(try await database.run("BEGIN; INSERT INTO t VALUES ('x');").statements == 2)
      #expect(try await database.introspect().object(.index, "i") != nil)
    }
  }

  @Test("say so when a stand-in has another number of arguments")
  func otherArity() async throws {
    let request = ScratchRequest(functions: [FunctionStandIn(name: "normalize", arity: 1)])
    try await withScratch(request) { database in
      let rejection = try await database.refusal(of: "SELECT normalize('a', 'b');")
      guard case .environment(let piece) = rejection.cause else { throw NotRefused() }
      #expect(piece.advice?.contains("normalize/2") ?? false)
      #expect(try await database.refusal(of: "SELECT lower('a', 'b');").cause == .migration)
    }
  }

  @Test(
    "provide what was missing, so that the step can be tried again",
    arguments: ["CREATE TABLE t (b, a AS (normalize(b)));", "CREATE TABLE t (a); CREATE INDEX i ON t (a COLLATE icu);"])
  func provides(script: String) async throws {
    try await withScratch { database in
      guard case .environment(let piece) = try await database.refusal(of: "BEGIN; \(script)").cause else {
        throw NotRefused()
      }
      #expect(try await database.provide(piece))
      _ = try await database.run("ROLLBACK;")
      guard case .applied = try await database.run(script) else { throw NotRefused() }
      let module = MissingPiece(kind: .extension, name: "spellfix1", setup: nil, advice: nil)
      #expect(try await database.provide(module) == false)
    }
  }

  @Test("are gone afterwards, unless kept")
  func kept() async throws {
    let command = try await withScratch { database in
      _ = try await database.run("PRAGMA journal_mode = WAL; CREATE TABLE a (x); BEGIN; CREATE TABLE b (x);")
      return try await database.keep()
    }
    let path = try #require(command.split(separator: " ").last.map(String.init))
    defer { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
    #expect(command == "sqlite3 \(path)   # and in the end: rm \(path)")
    let schema = try await SQLiteEngine().readSchema(ofFile: path)
    #expect(schema.object(.table, "a") != nil && schema.object(.table, "b") == nil)
  }

  @Test("name what isn't compared")
  func notCompared() async throws {
    let script = "CREATE TEMP TABLE passing (x); ATTACH ':memory:' AS side;"
    let schema = try await schema(of: script)
    #expect(
      schema.notCompared == [
        NotCompared(what: "temporary object", names: ["passing"]),
        NotCompared(what: "attached database", names: ["side"]),
      ])
  }

  @Test("give types the spelling of the schema")
  func types() async throws {
    let resolved = try await withScratch {
      try await $0.resolveTypes(["varchar ( 10 )", "double  precision", "decimal(10, 2)"])
    }
    #expect(
      resolved == [
        "varchar ( 10 )": "VARCHAR(10)", "double  precision": "DOUBLE PRECISION", "decimal(10, 2)": "DECIMAL(10,2)",
      ])
  }

  @Test("take no server, and no other version than the installed one")
  func refusals() async throws {
    let given = ServerRequest(engine: .sqlite, choice: .url("sqlite:x"))
    await #expect(throws: SQLiteError.serverGiven) { try await SQLiteEngine().withServer(given) { $0.version } }
    let other = ServerRequest(engine: .sqlite, choice: .embedded, version: "2")
    await #expect(throws: SQLiteError.self) { try await SQLiteEngine().withServer(other) { $0.version } }
    let major = ServerRequest(engine: .sqlite, choice: .embedded, version: "3")
    #expect(try await SQLiteEngine().withServer(major) { $0.version } == SQLiteEngine().version)
    #expect(SQLiteEngine().compileOptions.contains { $0.hasPrefix("THREADSAFE") })
  }
}
