import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("Flyway")
struct FlywayTests {
  private let tool = FlywayTool()
  private let target = TargetDefinition.test("flyway", in: "src/main/resources/db/migration")

  private func history(_ texts: [String: String], _ change: (inout TargetDefinition) -> Void = { _ in })
    -> MigrationHistory
  {
    var target = TargetDefinition.test("flyway")
    change(&target)
    return tool.history(of: target, in: FileTree(texts: texts))
  }

  private func plan(_ head: MigrationHistory, applied: MigrationHistory = .empty, outOfOrder: OutOfOrder? = nil)
    -> ToolPlan
  {
    var target = TargetDefinition.test("flyway")
    target.tool.outOfOrder = outOfOrder
    return tool.plan(for: head, applied: applied, target: target)
  }

  @Test("orders versions by number, classes among them, and repeatable ones last by description")
  func shop() throws {
    let history = tool.history(of: target, in: try CaseFolder("flyway", "shop").files)
    #expect(history.ids == ["1", "2.1", "4", "10", "R__a_view", "R__names_view"])
    #expect(history.migrations[2].up?.body == .program(language: "Java"))
    #expect(history.migrations.map { $0.down != nil } == [false, false, false, true, false, false])
    #expect(
      history.migrations[0].up?.pieces == [
        "CREATE TABLE users (id serial PRIMARY KEY, name text)", "GRANT SELECT ON users TO app",
      ])
    #expect(
      history.migrations.map { $0.up?.transaction } == [.file, TransactionScope.none, .file, .file, .file, .file])
    #expect(history.problems.count == 2)
    #expect(history.migrations[0].up?.checksum == "356589151" && history.migrations[5].up?.checksum == "1235917246")
  }

  @Test("fills its history table")
  func bookkeeping() throws {
    let history = tool.history(of: target, in: try CaseFolder("flyway", "shop").files)
    let plan = tool.plan(for: history, applied: .empty, target: target)
    #expect(
      plan.prepare[0].contains(#"CREATE TABLE IF NOT EXISTS "public"."flyway_schema_history" ("installed_rank" INT"#))
    let row = plan.steps[0].bookkeeping.after[0]
    #expect(row.contains("'1', 'create users', 'SQL', 'V1__create_users.sql', 356589151, current_user, 0, true"))
    #expect(plan.steps[4].bookkeeping.after[0].contains("NULL, 'a view', 'SQL', 'R__a_view.sql'"))
    let down = tool.revert(history.migrations[3], in: history, target: target)
    #expect(down?.bookkeeping.after[0].contains("'10', 'drop email', 'UNDO_SQL', 'U10__drop_email.sql'") == true)
    var sqlite = target
    sqlite.engine = .sqlite
    let steps = tool.plan(for: history, applied: .empty, target: sqlite).steps
    #expect(steps[0].bookkeeping.inside.count == 1 && steps[0].bookkeeping.before.isEmpty)
  }

  @Test("goes back to its own role and search path before each migration")
  func session() {
    let steps = plan(history(["m/V1__a.sql": "SELECT 1;"])).steps
    #expect(steps[0].session == .kept)
    #expect(steps[0].bookkeeping.before.map { $0.contains("set_config('search_path'") } == [false, true])
  }

  @Test(
    "compares versions part by part",
    arguments: [("1", "2"), ("2.1", "10"), ("1.9", "1.10"), ("1_1", "1.2"), ("1", "1.0.1"), ("9", "20260101")])
  func versions(low: String, high: String) throws {
    let (left, right) = try (#require(FlywayVersion(low)), #require(FlywayVersion(high)))
    #expect(left < right && !(right < left))
  }

  @Test("takes 1_1 for 1.1, 01 for 1 and 1.0 for 1")
  func equalVersions() {
    #expect(FlywayVersion("1_1") == FlywayVersion("1.1") && FlywayVersion("01") == FlywayVersion("1"))
    #expect(FlywayVersion("1.0") == FlywayVersion("1") && FlywayVersion("1.x") == nil && FlywayVersion("") == nil)
    let history = history(["m/V1_1__a.sql": "SELECT 1;", "m/V1.1__b.sql": "SELECT 1;"])
    #expect(history.ids == ["1.1"] && history.problems.count == 1)
    #expect(plan(history).refusal?.reason.contains("more than one migration with version 1.1") == true)
  }

  @Test("refuses lower versions unless outOfOrder is on")
  func lower() {
    let all = history(["m/V1__a.sql": "SELECT 1;", "m/V2__b.sql": "SELECT 2;", "m/V3__c.sql": "SELECT 3;"])
    let applied = MigrationHistory(migrations: [all.migrations[0], all.migrations[2]])
    #expect(plan(all, applied: applied).refusal?.migration == "2")
    #expect(plan(all, applied: applied, outOfOrder: .run).steps.map(\.migration) == ["2"])
    #expect(plan(all, applied: applied, outOfOrder: .skip).skipped == ["2"])
  }

  @Test("refuses edited, renamed and vanished migrations, but not those that vanished at the top")
  func validation() {
    let base = history(["m/V1__a.sql": "SELECT 1;", "m/V2__b.sql": "SELECT 2;"])
    let edited = history(["m/V1__a.sql": "SELECT 9;", "m/V2__b.sql": "SELECT 2;"])
    #expect(plan(edited, applied: base).refusal?.reason.contains("checksum mismatch") == true)
    let breaks = history(["m/V1__a.sql": "SELECT 1;\r\n", "m/V2__b.sql": "SELECT 2;"])
    #expect(plan(breaks, applied: base).refusal == nil)
    let renamed = history(["m/V1__z.sql": "SELECT 1;", "m/V2__b.sql": "SELECT 2;"])
    #expect(plan(renamed, applied: base).refusal?.reason.contains("description mismatch") == true)
    #expect(plan(history(["m/V2__b.sql": "SELECT 2;"]), applied: base).refusal?.migration == "1")
    #expect(plan(history(["m/V1__a.sql": "SELECT 1;"]), applied: base).refusal == nil)
  }

  @Test("runs an edited repeatable migration again, and an untouched one not")
  func repeatable() {
    let base = history(["m/V1__a.sql": "SELECT 1;", "m/R__x.sql": "SELECT 1;", "m/R__y.sql": "SELECT 1;"])
    let head = history(["m/V1__a.sql": "SELECT 1;", "m/R__x.sql": "SELECT 2;", "m/R__y.sql": "SELECT 1;"])
    #expect(plan(head, applied: base).steps.map(\.migration) == ["R__x"])
  }

  @Test("begins an empty database with the highest baseline, and ignores baselines elsewhere")
  func baseline() {
    let head = history([
      "m/V1__a.sql": "SELECT 1;", "m/V2__b.sql": "SELECT 2;", "m/B2__base.sql": "SELECT 3;", "m/V3__c.sql": "SELECT 4;",
    ])
    #expect(head.ids == ["1", "2", "B2", "3"])
    #expect(plan(head).steps.map(\.migration) == ["B2", "3"])
    #expect(plan(head, applied: head.first(2)).steps.map(\.migration) == ["3"])
  }

  @Test(
    "knows what can't run in a transaction",
    arguments: [
      ("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)", nil, false), ("VACUUM t", nil, false),
      ("CREATE INDEX i ON t (a)", nil, true),
      ("REINDEX VERBOSE SCHEMA s", nil, false), ("ALTER TYPE mood ADD VALUE 'x'", "16", true),
      ("alter type mood add value 'x'", "11", false), ("SELECT 'VACUUM'", nil, true),
      ("-- a\nDROP DATABASE d", nil, false),
    ] as [(String, String?, Bool)])
  func transactions(sql: String, version: String?, allowed: Bool) {
    let history = history(["m/V1__a.sql": sql]) { $0.serverVersion = version }
    #expect(history.migrations[0].up?.transaction == (allowed ? .file : TransactionScope.none))
  }

  @Test("refuses a mixture of both kinds, unless it is told otherwise")
  func mixtures() {
    let sql = "CREATE TABLE t (a int);\nCREATE INDEX CONCURRENTLY i ON t (a);"
    let mixed = history(["m/V1__a.sql": sql])
    guard case .unreadable(let location, _) = mixed.problems.first else { return #expect(Bool(false)) }
    #expect(location.line == 2 && plan(mixed).refusal != nil)
    #expect(history(["m/V1__a.sql": sql, "flyway.conf": "flyway.mixed=true"]).problems.isEmpty)
    let told = history(["m/V1__a.sql": sql, "m/V1__a.sql.conf": "executeInTransaction=false"])
    #expect(told.problems.isEmpty && told.migrations[0].up?.transaction == TransactionScope.none)
  }

  @Test("replaces placeholders from the configuration and its own, and stops at one without a value")
  func placeholders() {
    let sql = "SELECT '${flyway:filename}', '${flyway:defaultSchema}', '${a}', '${b}';"
    let settings = "[flyway]\nmixed = true\n[flyway.placeholders]\nb = \"toml\"\n"
    let good = history(["m/V1__a.sql": sql, "flyway.toml": settings]) { $0.variables = ["a": "x"] }
    #expect(good.migrations[0].up?.pieces == ["SELECT 'V1__a.sql', 'public', 'x', 'toml'"])
    let bad = history(["m/V1__a.sql": "SELECT 1;\n-- ${nothing}\n"])
    guard case .unreadable(let location, let why) = bad.problems.first else { return #expect(Bool(false)) }
    #expect(location.line == 2 && why.contains("${nothing}"))
    let off = history(["m/V1__a.sql": "SELECT '${x}';", "flyway.conf": "flyway.placeholderReplacement=false"])
    #expect(off.problems.isEmpty && off.migrations[0].up?.pieces == ["SELECT '${x}'"])
  }

  @Test("keeps a link that stands where a migration was looked for from passing unseen")
  func links() {
    var files = FileTree(texts: ["m/V1__a.sql": "SELECT 1;"])
    files.unreadable = ["m/V2__b.sql": "it is a symbolic link"]
    let history = tool.history(of: .test("flyway"), in: files)
    #expect(history.problems.count == 1 && plan(history).refusal?.reason.contains("symbolic link") == true)
  }

  @Test("finds the location, with what its configuration says")
  func detection() throws {
    let found = tool.detect(in: try CaseFolder("flyway", "shop").listing)
    #expect(found.map(\.target.migrations) == [["src/main/resources/db/migration"]])
    #expect(found.map(\.target.tool.table) == ["history"] && found.map(\.confidence) == [.configuration])
    #expect(tool.isInput("src/main/java/db/migration/V4__fill.java", of: target))
    #expect(tool.isInput("src/main/resources/application.properties", of: target))
    #expect(!tool.isInput("src/main/java/Shop.java", of: target))
  }
}
