import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("Atlas")
struct AtlasTests {
  private let tool = AtlasTool()
  private let target = TargetDefinition.test("atlas", in: "migrations")

  private func shop() throws -> FileTree { try CaseFolder("atlas", "shop").files }

  /// Files that need no sum of their own to be looked at.
  private func history(_ texts: [String: String], tool settings: ToolSettings? = nil) -> MigrationHistory {
    var target = TargetDefinition.test("atlas")
    if let settings { target.tool = settings }
    let history = tool.history(of: target, in: FileTree(texts: texts))
    let problems = history.problems.filter { if case .staleChecksum = $0 { false } else { true } }
    return MigrationHistory(migrations: history.migrations, problems: problems)
  }

  private func plan(
    _ head: MigrationHistory, _ applied: MigrationHistory, _ order: OutOfOrder? = nil
  ) -> ToolPlan {
    var target = target
    target.tool.outOfOrder = order
    return tool.plan(for: head, applied: applied, target: target)
  }

  @Test("reads files, their directives and delimiters, and never goes down")
  func reading() throws {
    let history = tool.history(of: target, in: try shop())
    #expect(history.ids == ["20260101120000", "20260102120000", "20260103120000"] && history.problems.isEmpty)
    #expect(history.migrations.map(\.name) == ["init", "index", "function"])
    #expect(history.migrations.map { $0.up?.transaction } == [.file, TransactionScope.none, .file])
    #expect(history.migrations.map { $0.up?.pieces.count } == [2, 1, 2])
    guard case .sql(let pieces) = history.migrations[2].up?.body else { return #expect(Bool(false)) }
    #expect(pieces.map(\.line) == [3, 10] && pieces[1].column == 3 && pieces[1].text.hasPrefix("CREATE FUNCTION two"))
    #expect(tool.revert(history.migrations[0], in: history, target: target) == nil && !tool.hasDowns)
  }

  @Test("notes a version with the hash of its line in atlas.sum")
  func bookkeeping() throws {
    let files = try shop()
    let history = tool.history(of: target, in: files)
    let plan = plan(history, history.first(2))
    #expect(plan.steps.map(\.migration) == ["20260103120000"])
    let hash = try #require(files.files["migrations/atlas.sum"]?.text.split(separator: "h1:").last?.dropLast())
    #expect(plan.steps[0].bookkeeping.inside[0].contains("'20260103120000', 'function', 2, 2, 2"))
    #expect(plan.steps[0].bookkeeping.inside[0].contains("'\(hash)'"))
    #expect(plan.prepare[0] == "CREATE SCHEMA IF NOT EXISTS \"atlas_schema_revisions\"")
  }

  @Test(
    "refuses everything where atlas.sum is stale, and says what differs",
    arguments: [
      (["migrations/20260102120000_index.sql": "SELECT 1;"], "its sum of 20260102120000_index.sql is another"),
      (["migrations/20260102130000_new.sql": "SELECT 1;"], "it doesn't list 20260102130000_new.sql"),
      (["migrations/20260104120000_new.sql": "SELECT 1;"], "it doesn't list 20260104120000_new.sql"),
      (["migrations/20260102120000_index.sql": nil], "20260102120000_index.sql is gone"),
      (["migrations/atlas.sum": nil], "there is none"),
    ] as [([String: String?], String)])
  func stale(changes: [String: String?], why: String) throws {
    var files = try shop()
    for (path, text) in changes { files.files[path] = text.flatMap { FileTree(texts: [path: $0]).files[path] } }
    let history = tool.history(of: target, in: files)
    #expect(history.problems == [.staleChecksum(path: "migrations/atlas.sum", why: why)])
    let refusal = plan(history, .empty).refusal
    #expect(refusal?.reason == "checksum mismatch: migrations/atlas.sum is out of date: \(why)")
  }

  @Test("notices an atlas.sum whose first line was left as it was")
  func firstLine() throws {
    var files = try shop()
    let path = "migrations/atlas.sum"
    let text = try #require(files.files[path]?.text)
    files.files[path] = FileTree(texts: [path: "h1:" + text.dropFirst(4)]).files[path]
    let problems = tool.history(of: target, in: files).problems
    #expect(problems == [.staleChecksum(path: path, why: "its first line isn't the sum of the others")])
  }

  @Test("checks a sum beside golang-migrate's files, of which only the up files count")
  func otherTools() throws {
    let files = FileTree(texts: [
      "m/1_a.up.sql": "SELECT 1;", "m/1_a.down.sql": "SELECT 1;", "m/atlas.sum": "h1:x\n1_a.up.sql h1:x\n",
    ])
    let history = GolangMigrateTool().history(of: .test("golang-migrate"), in: files)
    #expect(history.problems == [.staleChecksum(path: "m/atlas.sum", why: "its sum of 1_a.up.sql is another")])
    #expect(tool.detect(in: files.listing).isEmpty)
  }

  @Test("refuses a file out of order, skips it or runs it, as it is told")
  func order() {
    let texts = [
      "m/1_a.sql": "SELECT 1;", "m/2_b.sql": "SELECT 1;", "m/3_c.sql": "SELECT 1;", "m/4_d.sql": "SELECT 1;",
    ]
    let all = history(texts)
    let base = history(texts.filter { ["m/1_a.sql", "m/3_c.sql"].contains($0.key) })
    let refused = plan(all, base)
    #expect(refused.refusal?.reason == "migration file 2_b.sql was added out of order" && refused.steps.isEmpty)
    let skipping = plan(all, base, .skip)
    #expect(skipping.steps.map(\.migration) == ["4"] && skipping.skipped == ["2"])
    #expect(plan(all, base, .run).steps.map(\.migration) == ["2", "4"])
    let below = plan(history(texts.merging(["m/0_z.sql": "SELECT 1;"]) { first, _ in first }), all)
    #expect(below.skipped == ["0"] && below.refusal == nil)
  }

  @Test("begins a new database with the last checkpoint, which no other database runs")
  func checkpoint() {
    let texts = [
      "m/1_a.sql": "SELECT 1;", "m/2_check.sql": "-- atlas:checkpoint\n\nSELECT 2;", "m/3_c.sql": "SELECT 3;",
    ]
    let all = history(texts)
    #expect(all.migrations.map(\.kind) == [.versioned, .baseline, .versioned])
    #expect(plan(all, .empty).steps.map(\.migration) == ["2", "3"])
    let upgrade = plan(all, all.first(1))
    #expect(upgrade.steps.map(\.migration) == ["3"] && upgrade.skipped.isEmpty)
  }

  @Test("says what Atlas stops at, and what we don't run")
  func refused() {
    #expect(history(["m/1_a.sql": "-- atlas:txmode all\n\nSELECT 1;"]).problems.count == 1)
    #expect(history(["m/1_a.sql": "-- atlas:txmode none\nSELECT 1;"]).migrations[0].up?.transaction == .file)
    let all = ToolSettings(name: "atlas", transaction: .run)
    #expect(history(["m/1_a.sql": "-- atlas:txmode none\n\nSELECT 1;"], tool: all).problems.count == 1)
    #expect(history(["m/1_a.sql": "-- atlas:delimiter //\nSELECT (1//"]).problems.count == 1)
    let body = history(["m/1_a.sql": "-- atlas:txtar\n\n-- checks.sql --\nSELECT 1;"]).migrations[0].up?.body
    guard case .program = body else { return #expect(Bool(false)) }
  }

  @Test("takes engine and order from atlas.hcl where all environments agree")
  func detection() throws {
    let found = try #require(tool.detect(in: try shop().listing).first)
    #expect(found.target.engine == .postgresql && found.confidence == .configuration)
    let settings = AtlasSettings([
      "env \"a\" {\n  url = \"mysql://x\"\n  // url = \"sqlite://x\"\n  migration {\n exec_order = LINEAR_SKIP\n tx_mode = \"all\"\n}"
    ])
    #expect(settings.engine == .mysql && settings.order == .skip && settings.transaction == .run)
    #expect(AtlasSettings(["url = \"mysql://x\"\ndev = \"sqlite://x\""]).engine == nil)
  }
}
