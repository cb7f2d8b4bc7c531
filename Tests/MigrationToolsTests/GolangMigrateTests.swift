import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("golang-migrate")
struct GolangMigrateTests {
  private let tool = GolangMigrateTool()
  private let target = TargetDefinition.test("golang-migrate", in: "db/migrations")

  private func history() throws -> MigrationHistory {
    tool.history(of: target, in: try CaseFolder("golang-migrate", "shop").files)
  }

  @Test("orders versions as numbers and pairs up with down")
  func order() throws {
    let history = try history()
    #expect(history.ids == ["1", "9", "10"])
    #expect(history.migrations.map { $0.down != nil } == [true, true, false])
    #expect(history.migrations.map(\.name) == ["create_users", "add_email", "index"])
    #expect(history.problems.isEmpty)
  }

  @Test("sends whole files: without a transaction on PostgreSQL, within one on SQLite")
  func transactions() throws {
    #expect(
      try history().migrations.allSatisfy { $0.up?.transaction == TransactionScope.none && $0.up?.pieces.count == 1 })
    let sqlite = TargetDefinition.test("golang-migrate", .sqlite, in: "db/migrations")
    let lite = tool.history(of: sqlite, in: try CaseFolder("golang-migrate", "shop").files)
    #expect(lite.migrations.allSatisfy { $0.up?.transaction == .file })
  }

  @Test("runs SQLite files that begin their own transactions without the driver's, and says so")
  func ownTransactions() throws {
    func found(_ first: String) throws -> TargetDefinition {
      let files = FileTree(texts: ["sqlite/1_a.up.sql": first, "sqlite/2_b.up.sql": "BEGIN;\nSELECT 1;\nCOMMIT;\n"])
      return try #require(tool.detect(in: files.listing).first?.target)
    }
    let own = try found("PRAGMA foreign_keys=OFF;\nbegin immediate transaction ;\nSELECT 1;\nCOMMIT;\n")
    #expect(own.tool.transaction == TransactionScope.none)
    #expect(own.assumptions.contains { $0.contains("`sqlite/1_a.up.sql` begins one itself") })
    let wrapped = try found("CREATE TRIGGER t AFTER INSERT ON a\nBEGIN\nSELECT 1;\nEND;\n")
    #expect(wrapped.tool.transaction == nil)
  }

  @Test("marks the version dirty before a step and clean after it")
  func bookkeeping() throws {
    let plan = tool.plan(for: try history(), applied: .empty, target: target)
    #expect(
      plan.prepare == [
        #"CREATE TABLE IF NOT EXISTS "public"."schema_migrations" (version bigint not null primary key, dirty boolean not null)"#
      ])
    let notes = try #require(plan.steps.first?.bookkeeping)
    let table = #""public"."schema_migrations""#
    #expect(notes.before == ["TRUNCATE \(table)", "INSERT INTO \(table) (version, dirty) VALUES (1, true)"])
    #expect(notes.after == ["TRUNCATE \(table)", "INSERT INTO \(table) (version, dirty) VALUES (1, false)"])
    #expect(notes.inside.isEmpty)
  }

  @Test("goes down to the version below, and to an empty table under the first")
  func downBookkeeping() throws {
    let history = try history()
    let table = #""public"."schema_migrations""#
    let second = try #require(tool.revert(history.migrations[1], in: history, target: target)?.bookkeeping)
    #expect(second.before == ["TRUNCATE \(table)", "INSERT INTO \(table) (version, dirty) VALUES (1, true)"])
    #expect(second.after == ["TRUNCATE \(table)", "INSERT INTO \(table) (version, dirty) VALUES (1, false)"])
    let first = try #require(tool.revert(history.migrations[0], in: history, target: target)?.bookkeeping)
    #expect(first.before == ["TRUNCATE \(table)", "INSERT INTO \(table) (version, dirty) VALUES (-1, true)"])
    #expect(first.after == ["TRUNCATE \(table)"])
  }

  @Test("passes silently over a version lower than the newest applied one")
  func lower() throws {
    let all = try history()
    let applied = MigrationHistory(migrations: [all.migrations[0], all.migrations[2]])
    let plan = tool.plan(for: all, applied: applied, target: target)
    #expect(plan.skipped == ["9"] && plan.steps.isEmpty && plan.refusal == nil)
    var strict = target
    strict.tool.outOfOrder = .run
    #expect(tool.plan(for: all, applied: applied, target: strict).steps.map(\.migration) == ["9"])
  }

  @Test("stops where the newest applied version has no file, and only there")
  func removed() throws {
    let all = try history()
    let withoutNewest = tool.plan(for: all.first(2), applied: all, target: target)
    #expect(withoutNewest.refusal?.migration == "10")
    let withoutFirst = MigrationHistory(migrations: Array(all.migrations.dropFirst()))
    #expect(
      tool.plan(for: withoutFirst, applied: all, target: target) == ToolPlan(prepare: withoutNewest.prepare, steps: []))
  }

  @Test("refuses two files of one version, however their zeros differ")
  func duplicates() {
    let files = FileTree(texts: ["m/1_a.up.sql": "A", "m/01_b.up.sql": "B"])
    let target = TargetDefinition.test("golang-migrate")
    let history = tool.history(of: target, in: files)
    #expect(history.problems == [.duplicateVersion(id: "1", paths: ["m/01_b.up.sql", "m/1_a.up.sql"])])
    #expect(tool.plan(for: history, applied: .empty, target: target).refusal?.migration == "1")
  }

  @Test("cuts behind every semicolon where multi-statement mode is on")
  func multiStatement() {
    var target = TargetDefinition.test("golang-migrate")
    target.tool.split = true
    let files = FileTree(texts: ["m/1_a.up.sql": "SELECT 1;\n  SELECT ';'\n;\n"])
    let script = tool.history(of: target, in: files).migrations.first?.up
    #expect(script?.pieces == ["SELECT 1;", "\n  SELECT ';", "'\n;"])
    guard case .sql(let pieces) = script?.body else { return #expect(Bool(false)) }
    #expect(pieces.map(\.line) == [1, 1, 2])
  }

  @Test("writes its table where the session's search path begins")
  func searchPath() {
    var target = TargetDefinition.test("golang-migrate")
    target.session = ["SET search_path = app, public"]
    #expect(tool.bookkeeping(of: target) == [NamePattern(parts: ["app", "schema_migrations"])])
  }

  @Test("names the line of a psql command, but not of rows to copy or of quoted text")
  func metaCommands() {
    let target = TargetDefinition.test("golang-migrate")
    let files = FileTree(texts: [
      "m/1_a.up.sql": "SELECT '\n\\i x';\n$$\n\\i y\n$$;\n\\connect other\n",
      "m/2_b.up.sql": "COPY t FROM stdin;\n1\t\\N\n\\.\nSELECT E'\\'';\n",
    ])
    let history = tool.history(of: target, in: files)
    #expect(history.problems.count == 1)
    guard case .unreadable(let location, let why) = history.problems.first else { return #expect(Bool(false)) }
    #expect(location == SourceLocation(path: "m/1_a.up.sql", line: 6, column: 1))
    #expect(why.hasPrefix("\\connect "))
    #expect(tool.plan(for: history, applied: .empty, target: target).refusal?.reason.contains("m/1_a.up.sql:6") == true)
    #expect(tool.plan(for: history, applied: history.first(1), target: target).refusal == nil)
  }
}
