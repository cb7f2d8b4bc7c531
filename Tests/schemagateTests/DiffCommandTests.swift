import Foundation
import SchemagateModel
import TestSupport
import Testing

@Suite("schemagate diff")
struct DiffCommandTests {
  private static let postgresql = TestEngines.includes(.postgresql)

  @Test("of two revisions says what the later one changed, and nothing of one with itself")
  func revisions() throws {
    let shop = try Shop(Shop.drops)
    let different = try shop.run(["diff", "main", "work", "--quiet"])
    #expect(different.status == 1)
    #expect(different.output.contains("- column users.phone"))
    let same = try shop.run(["diff", "work:sqlite", "HEAD", "--quiet"])
    #expect(same.status == 0)
    #expect(same.output == "no difference from work:sqlite to HEAD\n")
  }

  @Test("of a folder is the same as of the revision that holds it, outside of a repository too")
  func folders() throws {
    let shop = try Shop(Shop.drops)
    #expect(try shop.run(["diff", "migrations/sqlite", "work"]).status == 0)
    #expect(try shop.run(["diff", "migrations", "main"]).status == 1)
    let copy = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: shop.path + "/migrations/sqlite", toPath: copy.path + "/sqlite")
    let result = try Binary.run(["diff", copy.path + "/sqlite", "main", "--repo", shop.path])
    #expect(result.status == 1)
    #expect(result.output.contains("+ column users.phone"))
  }

  @Test("of a SQLite database hides the tool's own table, leaves the file as it is, and makes none beside it")
  func sqliteFile() throws {
    let shop = try Shop()
    let file = shop.path + "/live"
    try Self.sqlite(
      file,
      "PRAGMA journal_mode=WAL; CREATE TABLE users (id INTEGER PRIMARY KEY, phone TEXT);"
        + "CREATE TABLE schema_migrations (version uint64, dirty bool);")
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(try shop.run(["diff", "live", "main"]).status == 0)
    #expect(try shop.run(["diff", "sqlite:\(file)", "work"]).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    #expect(!FileManager.default.fileExists(atPath: file + "-shm"))
    try Self.sqlite(file, "CREATE TABLE extra (x);")
    let drift = try shop.run(["diff", "main", "live", "--format", "json"])
    #expect(drift.status == 1)
    let json = try #require(JSONSerialization.jsonObject(with: Data(drift.output.utf8)) as? [String: Any])
    #expect(json["version"] as? Int == 1)
    #expect(json["to"] as? String == "sqlite:live")
    let changes = try #require(json["changes"] as? [[String: Any]])
    #expect(changes.first?["name"] as? String == "extra" && changes.first?["verb"] as? String == "add")
  }

  @Test("of what can't be compared says so and isn't a plain pass")
  func notCompared() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.sql", "CREATE TABLE t (x);\nCREATE TEMP TABLE passing (x);\n")
    try folder.write("b.sql", "CREATE TABLE t (x);\n")
    let result = try Binary.run(["diff", "a.sql", "b.sql", "--engine", "sqlite"], in: folder.path)
    #expect(result.status == 3)
    #expect(result.output.contains("not compared: temporary object: passing"))
    #expect(try Binary.run(["diff", "b.sql", "b.sql", "--engine", "sqlite"], in: folder.path).status == 0)
  }

  @Test("of a database that is built names what its schema doesn't tell of", .enabled(if: postgresql))
  func notComparedWhereBuilt() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.sql", "CREATE TABLE t (x integer);\n")
    try folder.write("b.sql", "CREATE TABLE t (x integer);\nSELECT lo_create(4711);\n")
    let result = try Binary.run(["diff", "a.sql", "b.sql", "--engine", "postgresql"], in: folder.path)
    #expect(result.status == 3)
    #expect(result.output.contains("not compared: large object: 4711"))
    #expect(try Binary.run(["diff", "a.sql", "a.sql", "--engine", "postgresql"], in: folder.path).status == 0)
  }

  @Test("names the file and line of a refused statement, and refuses psql's commands by name")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.write("bad.sql", "CREATE TABLE t (x INTEGER);\n\nCREATE TABLE t (y INTEGER);\n")
    let bad = try Binary.run(["diff", "bad.sql", "bad.sql", "--engine", "sqlite"], in: folder.path)
    #expect(bad.status == 3)
    #expect(bad.error.contains("  at: bad.sql:3\n"))
    try folder.write("meta.sql", "CREATE TABLE t (x integer);\n\\connect other\n")
    let meta = try Binary.run(["diff", "meta.sql", "meta.sql", "--engine", "postgresql"], in: folder.path)
    #expect(meta.status == 3)
    #expect(meta.error.contains("\\connect") && meta.error.contains("  at: meta.sql:2\n"))
  }

  @Test(
    "of what makes no sense is a usage error",
    arguments: [
      ["ftp://host/x", "main"], ["nosuch.sql", "main"], ["live", "main:other"], ["live", "pg.sql"], ["empty", "main"],
      ["plain.sql", "plain.sql"],
      ["main", "main", "--format", "xml"], ["main"],
    ])
  func usage(arguments: [String]) throws {
    let shop = try Shop()
    try shop.repository.write("pg.sql", "CREATE TABLE t (x jsonb);\n")
    try shop.repository.write("plain.sql", "CREATE TABLE t (x integer);\n")
    try FileManager.default.createDirectory(atPath: shop.path + "/empty", withIntermediateDirectories: true)
    try Self.sqlite(shop.path + "/live", "CREATE TABLE t (x);")
    let result = try shop.run(["diff"] + arguments)
    // A name that is neither a file nor a folder is looked for among the revisions, which is no question of usage.
    #expect(result.status == (arguments[0] == "nosuch.sql" ? 3 : 2))
    #expect(result.error.hasPrefix("error: "))
    #expect(result.output.isEmpty)
  }

  @Test("of a MySQL server that can't be reached says so without the password")
  func mysql() throws {
    let url = "mysql://me:s3cret@127.0.0.1:1/shop"
    let result = try Binary.run(["diff", url, url])
    #expect(result.status == 3)
    #expect(result.error.hasPrefix("error: "))
    #expect(!result.error.contains("s3cret"))
  }

  @Test("of a living PostgreSQL database, its own dump and the migrations finds them equal", .enabled(if: postgresql))
  func postgresqlDatabase() async throws {
    let shop = try Shop(Shop.adds, folder: "migrations/postgres")
    try await GivenDatabaseServer.lend { url, administrator in
      for statement in ["CREATE ROLE shop LOGIN", "CREATE DATABASE shop OWNER shop"] {
        try await administrator.rows(statement)
      }
      let live = url("shop").replacingOccurrences(of: "//postgres:", with: "//shop:")
      for name in ["0001_users", "0002_change"] {
        try Self.program("psql", ["-q", live, "-f", "\(shop.path)/migrations/postgres/\(name).up.sql"])
      }
      try Self.program("psql", ["-q", live, "-c", "CREATE TABLE schema_migrations (version bigint, dirty boolean)"])
      let dump = try Self.program("pg_dump", ["--schema-only", live])
      try shop.repository.write("dump.sql", dump)
      for (from, to) in [(live, "work"), ("dump.sql", "work"), ("dump.sql", live), (live, "migrations/postgres")] {
        let result = try shop.run(["diff", from, to])
        #expect(result.status == 0, "\(from) \(to): \(result.output)\(result.error)")
        #expect(!(result.output + result.error).contains(GivenDatabaseServer.password))
      }
      let drift = try shop.run(["diff", live, "main", "--server", url("postgres"), "--format", "markdown=diff.md"])
      #expect(drift.status == 1 && drift.output.isEmpty)
      let text = try String(contentsOfFile: shop.path + "/diff.md", encoding: .utf8)
      #expect(text.contains("- table public.orders"))
      let left = try await administrator.rows("SELECT datname FROM pg_database WHERE datname LIKE 'schemagate%'")
      #expect(left.isEmpty)
    }
  }

  private static func sqlite(_ file: String, _ sql: String) throws { try program("sqlite3", [file, sql]) }

  @discardableResult
  private static func program(_ name: String, _ arguments: [String]) throws -> String {
    let result = try Running("/usr/bin/env", [name] + arguments).result()
    #expect(result.status == 0, "\(name): \(result.error)")
    return result.output
  }
}
