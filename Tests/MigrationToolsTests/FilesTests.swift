import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("plain files")
struct FilesTests {
  private let tool = FilesTool()

  private func history(_ names: [String], _ change: (inout TargetDefinition) -> Void = { _ in }) -> MigrationHistory {
    var target = TargetDefinition.test("files")
    change(&target)
    let texts = Dictionary(uniqueKeysWithValues: names.map { ("m/" + $0, "SELECT '\($0)'; SELECT 2;") })
    return tool.history(of: target, in: FileTree(texts: texts))
  }

  @Test("reads plain numbered files, in numeric order, each sent whole in a transaction")
  func plain() throws {
    let example = try CaseFolder("files", "plain")
    let found = try #require(tool.detect(in: example.listing).first)
    #expect(found.target.migrations == ["schema/migrations"] && found.target.engine == .sqlite)
    let history = tool.history(of: found.target, in: example.files)
    #expect(history.ids == ["1", "2", "10"] && history.migrations.map(\.name) == ["users", "email", "index"])
    #expect(history.migrations.allSatisfy { $0.up?.transaction == .file && $0.up?.pieces.count == 1 })
    #expect(
      history.problems == [.ignored(path: "schema/migrations/seed.sql", why: "its name doesn't begin with a number")])
    let plan = tool.plan(for: history, applied: history.first(1), target: found.target)
    #expect(plan.prepare.isEmpty && plan.steps.map(\.migration) == ["2", "10"])
    #expect(plan.steps.allSatisfy { $0.bookkeeping == Step.Bookkeeping() })
  }

  @Test("a file that says DELIMITER is cut there, and other commands of the mysql program are refused")
  func delimiter() {
    let body = "CREATE PROCEDURE p() BEGIN SELECT 1; END"
    func read(_ text: String, _ tool: any MigrationTool, _ name: String) -> MigrationHistory {
      tool.history(of: .test(tool.name, .mariadb), in: FileTree(texts: ["m/" + name: text]))
    }
    let cut = read("DELIMITER //\n\(body)//\nDELIMITER ;\nSELECT 2;", tool, "1_a.up.sql")
    #expect(cut.migrations.first?.up?.pieces == [body, "SELECT 2"])
    #expect(cut.problems == [])
    #expect(read("\(body);\nSELECT 2;", tool, "1_a.up.sql").migrations.first?.up?.pieces.count == 1)
    let whole = read("DELIMITER //\n\(body)//", GolangMigrateTool(), "1_a.up.sql")
    #expect(
      whole.problems == [
        .unreadable(
          location: SourceLocation(path: "m/1_a.up.sql", line: 1, column: 1),
          why: "DELIMITER is a command of the mysql program; no server understands it")
      ])
    #expect(read("SELECT 1;\nsource b.sql\n", tool, "1_a.up.sql").problems.count == 1)
  }

  @Test(
    "takes names apart without a pattern",
    arguments: [
      ("001_init.sql", "001", "init", Step.Direction.up), ("1.sql", "1", "", .up),
      ("2024-01-02-name.sql", "2024-01-02", "name", .up), ("3_x.up.sql", "3", "x", .up),
      ("3_x.down.sql", "3", "x", .down),
      ("3_x_down.sql", "3", "x", .down), ("3-x-down.sql", "3", "x", .down), ("4.rollback.sql", "4", "", .down),
      ("1.2.3 first try.sql", "1.2.3", "first try", .up),
    ])
  func names(file: String, version: String, name: String, direction: Step.Direction) throws {
    let found = try #require(NumberedName(file))
    #expect(found.version == version && found.name == name && found.direction == direction)
  }

  @Test("pairs downs with their ups, and takes them back")
  func pairs() {
    let history = history(["1_a.up.sql", "1_a.down.sql", "2_b.sql", "3_c.down.sql"])
    #expect(
      history.migrations.map { [$0.up != nil, $0.down != nil] } == [[true, true], [true, false], [false, true]])
    #expect(history.problems == [.downWithoutUp(path: "m/3_c.down.sql")])
    #expect(tool.revert(history.migrations[0], in: history, target: .test("files"))?.script.path == "m/1_a.down.sql")
    #expect(tool.plan(for: history, applied: .empty, target: .test("files")).steps.map(\.migration) == ["1", "2"])
  }

  @Test("follows the configured patterns and order")
  func patterns() {
    let history = history(["V2.a.up.sql", "V10.b.up.sql", "V2.a.down.sql", "x.sql"]) {
      $0.tool.up = "V{version}.{name}.up.sql"
      $0.tool.down = "V{version}.{name}.down.sql"
      $0.tool.order = .text
    }
    #expect(history.ids == ["10", "2"] && history.migrations.map(\.name) == ["b", "a"])
    #expect(history.migrations[1].down?.path == "m/V2.a.down.sql" && history.problems.count == 1)
  }

  @Test("notes versions only where a table is named, and runs lower ones")
  func table() {
    var target = TargetDefinition.test("files")
    target.tool.table = "applied"
    let all = history(["1_a.sql", "2_b.sql"])
    let plan = tool.plan(for: all, applied: MigrationHistory(migrations: [all.migrations[1]]), target: target)
    #expect(plan.prepare.count == 1 && plan.steps.map(\.migration) == ["1"])
    #expect(plan.steps[0].bookkeeping.inside == [#"INSERT INTO "public"."applied" (version) VALUES ('1')"#])
    #expect(tool.bookkeeping(of: target).map(\.parts) == [["applied"]])
    #expect(tool.bookkeeping(of: .test("files")).isEmpty)
  }

  @Test("refuses two pending files of one version")
  func duplicates() {
    let both = history(["1_a.sql", "01_b.sql"])
    #expect(both.problems.count == 1)
    #expect(tool.plan(for: both, applied: .empty, target: .test("files")).refusal != nil)
  }

  @Test("claims only folders that are named after migrations")
  func detection() {
    let listing = FileTree(texts: [
      "db/migrate/1_a.sql": "", "docs/1_notes.sql": "", "schema/migrations/pg/2.sql": "",
      "db/clickhouse/migrations/1_a.sql": "",
    ])
    .listing
    #expect(tool.detect(in: listing).map(\.target.migrations) == [["db/migrate"], ["schema/migrations/pg"]])
    #expect(tool.detect(in: listing).allSatisfy { $0.confidence == .fallback })
  }

  @Test("reads files with a letter before their number by the pattern that most of them follow")
  func prefixedNames() throws {
    let files = [
      "db/migrations/V0001.Initial_Schema.up.sql", "db/migrations/V0001.Initial_Schema.down.sql",
      "db/migrations/V0002.Keys.up.sql",
    ]
    let listing = FileTree(texts: Dictionary(uniqueKeysWithValues: files.map { ($0, "select 1;") }))
    let found = try #require(FilesTool().detect(in: listing.listing).first?.target)
    #expect(found.tool.up == "V{version}.{name}.up.sql" && found.tool.down == "V{version}.{name}.down.sql")
    #expect(found.assumptions.last == "files named `V{version}.{name}.up.sql` are the way up")
    let history = FilesTool().history(of: found, in: listing)
    #expect(history.migrations.map(\.name) == ["Initial_Schema", "Keys"])
    #expect(history.migrations.map { $0.down != nil } == [true, false] && history.problems.isEmpty)
  }

  @Test("leaves Flyway's names, and a folder of which most files are named otherwise, alone")
  func foreignNames() {
    #expect(PrefixedNames(["V1__init.sql", "V2__more.sql"]) == nil)
    #expect(PrefixedNames(["V1.init.sql", "seed_2.sql", "roles_1.sql"]) == nil)
    #expect(PrefixedNames(["v1_init.sql", "v2_more.sql"])?.up == "v{version}_{name}.sql")
  }

}
