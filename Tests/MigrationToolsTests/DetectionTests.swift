import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("finding targets without a configuration file")
struct DetectionTests {
  private func detect(_ texts: [String: String]) -> DetectionResult {
    detectTargets(in: FileTree(texts: texts).listing)
  }

  @Test("makes one target of each of three parallel trees")
  func parallelTrees() throws {
    let targets = detectTargets(in: try CaseFolder("diesel", "parallel").listing).targets
    #expect(targets.map(\.name) == ["mysql", "postgresql", "sqlite"])
    #expect(targets.map(\.engine) == [.mysql, .postgresql, .sqlite])
    #expect(targets.allSatisfy { $0.tool.name == "diesel" && $0.assumptions.count == 1 })
  }

  @Test("takes no folder for pop's because another library needs pop")
  func indirectPop() {
    let module = "module shop\n\nrequire (\n\tgithub.com/ory/x v0.0.700\n\tgithub.com/gobuffalo/pop/v6 v6.1.1"
    let files = ["db/migrations/1_a.up.sql": "select 1", "db/migrations/1_a.down.sql": "select 1"]
    let tool = { (mark: String) in
      detect(files.merging(["go.mod": module + mark + "\n)\n"]) { $1 }).targets.map(\.tool.name)
    }
    #expect(tool(" // indirect") == ["golang-migrate"] && tool("") == ["pop"])
  }

  @Test("says that a project of several folders is lost to the owner of one of them")
  func severalFolders() {
    let claim = { (tool: String, folders: [String], confidence: DetectedTarget.Confidence) in
      let target = TargetDefinition(
        name: "shop", engine: .postgresql, migrations: folders, tool: ToolSettings(name: tool))
      return DetectedTarget(target: target, confidence: confidence)
    }
    let known = claim("dbmate", ["b"], .configuration)
    let (targets, notes) = Settlement(claims: [claim("django", ["a", "b"], .marks), known]).settle()
    #expect(targets.map(\.tool.name) == ["dbmate"])
    #expect(notes == ["`b` is read as dbmate's; django could read it too (set `tool:`)"])
    #expect(Settlement(claims: [claim("files", ["b"], .fallback), known]).settle().notes.isEmpty)
  }

  @Test("reads the engine off the SQL, then off the crate's features, then assumes PostgreSQL aloud")
  func engines() throws {
    let plain = "create table a (id integer);"
    let crate = "[dependencies]\nsqlx = { version = \"0.8\", features = [\"sqlite\"] }\n"
    let silent = "[dependencies]\nsqlx = \"0.8\"\n"
    let target = { (sql: String, manifest: String) in
      detect(["Cargo.toml": manifest, "migrations/1_a.sql": sql]).targets.first
    }
    #expect(target("create table a (id serial)", crate)?.engine == .postgresql)
    #expect(target("create table a (id integer primary key autoincrement)", silent)?.engine == .sqlite)
    #expect(target("create table a (id int unsigned) engine=InnoDB", silent)?.engine == .mysql)
    #expect(target(plain, crate)?.engine == .sqlite)
    #expect(target("-- a `serial` jsonb\n" + plain + "\nselect 'PRAGMA AUTO_INCREMENT'", crate)?.engine == .sqlite)
    let assumed = try #require(target(plain, silent))
    #expect(assumed.engine == .postgresql)
    #expect(assumed.assumptions.first?.contains("assumed") == true)
  }

  @Test(
    "takes SQL in SQLite's own types with a row key for SQLite, and says that it is assumed",
    arguments: [
      ("id INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT DEFAULT CURRENT_TIMESTAMP", EngineKind.sqlite),
      ("id integer primary key, price numeric check (price >= 0), date text, \"time\" real, raw blob", .sqlite),
      ("order_id INTEGER, line INTEGER, PRIMARY KEY (order_id, line)", .postgresql),
      ("id INTEGER PRIMARY KEY GENERATED ALWAYS AS IDENTITY, name TEXT", .postgresql),
      ("id INTEGER PRIMARY KEY, name VARCHAR(40)", .postgresql),
      ("id INTEGER PRIMARY KEY, at TIMESTAMP", .postgresql),
      ("id INTEGER PRIMARY KEY, tags TEXT[]", .postgresql),
      ("id INTEGER PRIMARY KEY, at TEXT DEFAULT now()", .postgresql),
    ])
  func sqliteSpelling(columns: String, engine: EngineKind) throws {
    let target = try #require(
      detect(["till/migrations/000001_a.up.sql": "-- uuid\nCREATE TABLE a (\(columns));"]).targets.first)
    #expect(target.engine == engine && target.name == "till")
    #expect(target.assumptions.first?.contains("engine \(engine.rawValue)") == true)
  }

  @Test("one file that another engine's users would write keeps a folder from being taken for SQLite's")
  func mixedSpelling() {
    let result = detect([
      "migrations/1_a.up.sql": "CREATE TABLE a (id INTEGER PRIMARY KEY);",
      "migrations/2_b.up.sql": "ALTER TABLE a ADD COLUMN at TIMESTAMP;",
    ])
    #expect(result.targets.map(\.engine) == [.postgresql])
  }

  @Test(
    "names a target after its folder",
    arguments: [
      ("migrations", "database"), ("db/migrations", "database"),
      ("crates/server-postgres/migrations", "server-postgres"),
      ("migrations/postgresql", "postgresql"), ("crates/client/record-migrations", "record-migrations"),
      ("", "database"),
    ])
  func names(folder: String, name: String) { #expect(TargetName.name(of: folder) == name) }

  @Test("leaves the first folder its name when a second one appears")
  func stableNames() {
    let names = TargetName.names(of: ["apps/shop/migrations", "shop/migrations", "migrations", "db/migrations"])
    #expect(names["shop/migrations"] == "shop")
    #expect(names["apps/shop/migrations"] == "apps-shop")
    #expect(names["migrations"] == "database")
    #expect(names["db/migrations"] == "db-migrations")
    #expect(Set(names.values).count == 4)
  }

  @Test("passes over tests, examples and vendored code, and says so")
  func foreignFolders() {
    let file = "-- migrate:up\nCREATE TABLE a (id serial);\n-- migrate:down\n"
    let result = detect([
      "db/migrations/1_a.sql": file, "examples/x/migrations/1_a.sql": file, "vendor/y/migrations/1_a/up.sql": "x",
    ])
    #expect(result.targets.map(\.migrations) == [["db/migrations"]])
    #expect(result.notes.count == 2)
  }

  @Test("gives a folder to the tool whose marks it carries")
  func marks() {
    let result = detect([
      "Cargo.toml": "[dependencies]\nsqlx = \"0.8\"\n",
      "migrations/1_a.sql": "-- migrate:up\nCREATE TABLE a (id serial);\n-- migrate:down\n",
    ])
    #expect(result.targets.map(\.tool.name) == ["dbmate"])
  }

  @Test("takes the folder and the table's name from sqlx.toml")
  func sqlxConfiguration() {
    let result = detect([
      "sqlx.toml": "[migrate]\ntable-name = \"notes\" # ours\nmigrations-dir = \"schema\"\n",
      "schema/1_a.sql": "create table a (id serial);",
    ])
    #expect(result.targets.map(\.migrations) == [["schema"]])
    #expect(result.targets.first?.tool == ToolSettings(name: "sqlx", table: "notes"))
  }

  @Test("finds nothing where there is nothing")
  func nothing() {
    let result = detect(["queries/1_top.sql": "select 1", "src/main.rs": "fn main() {}"])
    #expect(result == DetectionResult(targets: [], notes: []))
  }

  @Test(
    "rules out only paths that no tool reads",
    arguments: [
      ("src/main.swift", false), ("README.md", false), ("web/app.ts", false), ("a/b.sql", true), ("diesel.toml", true),
      ("prisma/schema.prisma", true), ("db/00001_seed.go", true), ("cmd/main.go", false), ("x/migrations/notes", true),
      ("app/flyway.conf", true), ("crates/a/Cargo.toml", true), ("schemagate/shop/1.yml", true),
      ("db/master.xml", true), ("db/main.yaml", true),
    ])
  func inputs(path: String, expected: Bool) { #expect(mayBeInput(path) == expected) }
}
