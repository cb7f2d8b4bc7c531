import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("Drizzle")
struct DrizzleTests {
  private let tool = DrizzleTool()
  private let target = TargetDefinition.test("drizzle", in: "drizzle")

  private func journal(_ entries: [(tag: String, when: Int)], dialect: String = "postgresql") -> String {
    let list = entries.map { "{\"idx\": 0, \"when\": \($0.when), \"tag\": \"\($0.tag)\"}" }.joined(separator: ",")
    return "{\"version\": \"7\", \"dialect\": \"\(dialect)\", \"entries\": [\(list)]}"
  }

  private func history(
    _ entries: [(tag: String, when: Int)], _ texts: [String: String] = [:], engine: EngineKind = .postgresql
  ) -> MigrationHistory {
    var texts = texts
    for entry in entries where texts["m/\(entry.tag).sql"] == nil { texts["m/\(entry.tag).sql"] = "SELECT 1;" }
    texts["m/meta/_journal.json"] = journal(entries)
    return tool.history(of: .test("drizzle", engine), in: FileTree(texts: texts))
  }

  @Test("sends each piece by itself, all pending ones in one transaction, and never goes down")
  func shop() throws {
    let history = tool.history(of: target, in: try CaseFolder("drizzle", "shop").files)
    #expect(history.ids == ["0000_init", "0001_add_email"] && history.problems.isEmpty)
    #expect(history.migrations.map(\.name) == ["init", "add_email"])
    #expect(history.migrations.allSatisfy { $0.up?.transaction == .run && $0.up?.pieces.count == 2 })
    guard case .sql(let pieces) = history.migrations[0].up?.body else { return #expect(Bool(false)) }
    #expect(pieces.map(\.line) == [1, 6] && pieces[1].text.hasPrefix("CREATE TABLE \"posts\""))
    #expect(tool.revert(history.migrations[0], in: history, target: target) == nil && !tool.hasDowns)
  }

  /// The digest is `sha256sum`'s.
  @Test("notes a file's SHA-256 and its time in a schema of its own")
  func bookkeeping() throws {
    let history = tool.history(of: target, in: try CaseFolder("drizzle", "shop").files)
    let plan = tool.plan(for: history, applied: history.first(1), target: target)
    #expect(plan.steps.map(\.migration) == ["0001_add_email"] && plan.refusal == nil)
    let hash = "1937a9f6d631d46391ee511e9dbe608e6452b60c2103f2b8d629b1db536e32ac"
    let row =
      "INSERT INTO \"drizzle\".\"__drizzle_migrations\" (\"hash\", \"created_at\") VALUES ('\(hash)', 1767344400000)"
    #expect(plan.steps[0].bookkeeping.inside == [row])
    #expect(plan.prepare[0] == "CREATE SCHEMA IF NOT EXISTS \"drizzle\"" && plan.prepare.count == 2)
    let light = tool.plan(for: .empty, applied: .empty, target: .test("drizzle", .sqlite))
    #expect(light.prepare[0] == "PRAGMA foreign_keys = ON")
    #expect(light.prepare[1].hasPrefix("CREATE TABLE IF NOT EXISTS \"__drizzle_migrations\" (id SERIAL PRIMARY KEY"))
  }

  @Test("runs what is newer than the newest applied time, in the journal's order, and silently skips the rest")
  func order() {
    let base = history([("0000_a", 10), ("0001_b", 30)])
    let head = history([("0000_a", 10), ("0001_b", 30), ("0001_late", 20), ("0002_c", 50), ("0003_d", 40)])
    let plan = tool.plan(for: head, applied: base, target: target)
    #expect(plan.steps.map(\.migration) == ["0002_c", "0003_d"] && plan.skipped == ["0001_late"])
    #expect(tool.plan(for: head, applied: .empty, target: target).steps.count == 5)
  }

  @Test("runs an applied migration again whose time was raised, and doesn't mind edited or vanished ones")
  func raised() {
    let base = history([("0000_a", 10), ("0001_b", 30)])
    let raised = history([("0000_a", 10), ("0001_b", 31)], ["m/0000_a.sql": "SELECT 2;"])
    #expect(tool.plan(for: raised, applied: base, target: target).steps.map(\.migration) == ["0001_b"])
    let gone = tool.plan(for: history([("0000_a", 10)]), applied: base, target: target)
    #expect(gone.steps.isEmpty && gone.refusal == nil && gone.skipped.isEmpty)
  }

  @Test("stops where the journal lists a file that isn't there, and passes over files that it doesn't list")
  func astray() {
    var texts = ["m/meta/_journal.json": journal([("0000_a", 10), ("0001_b", 20)]), "m/0000_a.sql": "SELECT 1;"]
    texts["m/0002_c.sql"] = "SELECT 1;"
    let history = tool.history(of: .test("drizzle"), in: FileTree(texts: texts))
    #expect(history.ids == ["0000_a"] && history.problems.count == 2)
    let why = "entry 1 names 0001_b.sql, which isn't there"
    #expect(history.problems.contains(.staleChecksum(path: "m/meta/_journal.json", why: why)))
    #expect(tool.plan(for: history, applied: .empty, target: target).refusal?.reason.contains("0001_b.sql") == true)
    texts["m/meta/_journal.json"] = "{"
    #expect(tool.history(of: .test("drizzle"), in: FileTree(texts: texts)).problems.count == 1)
    texts["m/meta/_journal.json"] = nil
    let alone = tool.history(of: .test("drizzle"), in: FileTree(texts: texts))
    #expect(tool.plan(for: alone, applied: .empty, target: target).refusal != nil)
  }

  @Test("tells of two snapshots that follow on the same one")
  func collision() {
    let history = history(
      [("0000_a", 10), ("0001_b", 20), ("0002_c", 30)],
      [
        "m/meta/0000_snapshot.json": "{\"id\": \"a\", \"prevId\": \"0\"}",
        "m/meta/0001_snapshot.json": "{\"id\": \"b\", \"prevId\": \"a\"}",
        "m/meta/0002_snapshot.json": "{\"id\": \"c\", \"prevId\": \"a\"}",
      ])
    #expect(history.problems == [.headsDiverged(heads: ["0001_b", "0002_c"])])
    #expect(tool.plan(for: history, applied: .empty, target: target).refusal == nil)
  }

  @Test("tells of pieces that the drivers of SQLite and MySQL refuse", arguments: [EngineKind.sqlite, .mysql])
  func pieces(engine: EngineKind) {
    let text = "SELECT 1;\n--> statement-breakpoint\nSELECT 2;\nSELECT 3;--> statement-breakpoint\n"
    let entries = [(tag: "0000_a", when: 10)]
    let problems = history(entries, ["m/0000_a.sql": text], engine: engine).problems
    let lines = problems.compactMap { problem -> Int? in
      if case .unreadable(let location, _) = problem { location.line } else { nil }
    }
    #expect(lines == [4, 5])
    #expect(history(entries, ["m/0000_a.sql": text]).problems.isEmpty)
  }

  @Test("reads a folder for each migration, runs what is missing, and tells the engine from a snapshot")
  func folders() {
    let texts = [
      "m/20260101120000_a/migration.sql": "SELECT 1;", "m/20260101120000_a/snapshot.json": "{\"dialect\": \"sqlite\"}",
      "m/20260103120000_c/migration.sql": "SELECT 1;", "m/20260103120000_c/snapshot.json": "{\"dialect\": \"sqlite\"}",
    ]
    let found = tool.detect(in: FileTree(texts: texts).listing)
    #expect(found.map(\.target.engine) == [.sqlite] && found.map(\.target.migrations) == [["m"]])
    let base = tool.history(of: .test("drizzle", .sqlite), in: FileTree(texts: texts))
    #expect(base.ids == ["20260101120000_a", "20260103120000_c"] && base.problems.isEmpty)
    let late = texts.merging(["m/20260102120000_b/migration.sql": "SELECT 1;"]) { first, _ in first }
    let head = tool.history(of: .test("drizzle", .sqlite), in: FileTree(texts: late))
    #expect(tool.plan(for: head, applied: base, target: target).steps.map(\.migration) == ["20260102120000_b"])
  }

  @Test("takes the engine from the journal, and libsql's setting from the configuration")
  func detection() throws {
    var files = try CaseFolder("drizzle", "shop").files
    let found = try #require(tool.detect(in: files.listing).first)
    #expect(found.target.engine == .postgresql && found.confidence == .configuration)
    let texts = [
      "drizzle/meta/_journal.json": journal([], dialect: "sqlite"), "drizzle.config.ts": "dialect: 'turso'",
    ]
    files = FileTree(texts: texts)
    #expect(tool.detect(in: files.listing).map(\.target.session) == [["PRAGMA foreign_keys = OFF"]])
    let other = FileTree(texts: ["drizzle/meta/_journal.json": journal([], dialect: "gel")])
    #expect(tool.detect(in: other.listing).isEmpty)
  }
}
