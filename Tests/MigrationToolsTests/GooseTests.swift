import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("goose")
struct GooseTests {
  private let tool = GooseTool()
  private let target = TargetDefinition.test("goose", in: "db/migrations")

  private func history(_ texts: [String: String], variables: [String: String] = [:]) -> MigrationHistory {
    var target = TargetDefinition.test("goose")
    target.variables = variables
    return tool.history(of: target, in: FileTree(texts: texts))
  }

  @Test("cuts files as goose does, with places, transactions and Go steps")
  func shop() throws {
    let history = tool.history(of: target, in: try CaseFolder("goose", "shop").files)
    #expect(history.ids == ["1", "2", "10"] && history.problems.isEmpty)
    #expect(history.migrations.map(\.name) == ["create_users", "index_names", "fill"])
    #expect(history.migrations.map { $0.up?.transaction } == [.file, TransactionScope.none, .file])
    #expect(history.migrations[2].up?.body == .program(language: "Go"))
    guard case .sql(let up) = history.migrations[0].up?.body else { return #expect(Bool(false)) }
    #expect(up.map(\.line) == [3, 9])
    #expect(up[0].text == "CREATE TABLE users (\n  id serial PRIMARY KEY, -- a number;\n  name text NOT NULL\n);")
    #expect(up[1].text.hasPrefix("CREATE FUNCTION") && up[1].text.hasSuffix("$$ LANGUAGE plpgsql;"))
    #expect(history.migrations[0].down?.pieces == ["DROP FUNCTION touch();", "DROP TABLE users;"])
  }

  @Test("notes versions in its table, which begins with version 0")
  func bookkeeping() throws {
    let history = tool.history(of: target, in: try CaseFolder("goose", "shop").files)
    let plan = tool.plan(for: history, applied: .empty, target: target)
    #expect(plan.steps.map(\.migration) == ["1", "2", "10"] && plan.refusal == nil)
    #expect(plan.prepare[0].hasPrefix("CREATE TABLE IF NOT EXISTS goose_db_version (id integer PRIMARY KEY GENERATED"))
    #expect(plan.prepare[1].contains("SELECT 0, true WHERE NOT EXISTS"))
    #expect(
      plan.steps[1].bookkeeping.inside == ["INSERT INTO goose_db_version (version_id, is_applied) VALUES (2, true)"])
    let down = tool.revert(history.migrations[1], in: history, target: target)
    #expect(down?.bookkeeping.inside == ["DELETE FROM goose_db_version WHERE version_id=2"])
    #expect(down?.script.transaction == TransactionScope.none)
  }

  @Test("uses SQLite's types and a table of another name")
  func sqlite() {
    var target = TargetDefinition.test("goose", .sqlite)
    target.tool.table = "versions"
    let history = tool.history(of: target, in: FileTree(texts: ["m/1_a.sql": "-- +goose Up\nSELECT 1;\n"]))
    let plan = tool.plan(for: history, applied: .empty, target: target)
    #expect(plan.prepare[0].contains("versions (id INTEGER PRIMARY KEY AUTOINCREMENT"))
    #expect(plan.steps[0].bookkeeping.inside == ["INSERT INTO versions (version_id, is_applied) VALUES (1, 1)"])
    #expect(tool.revert(history.migrations[0], in: history, target: target) == nil)
    #expect(tool.bookkeeping(of: target).map(\.parts) == [["versions"], ["versions_id_seq"]])
  }

  @Test("refuses lower versions, unless missing ones are allowed")
  func lower() throws {
    let all = tool.history(of: target, in: try CaseFolder("goose", "shop").files)
    let applied = MigrationHistory(migrations: [all.migrations[0], all.migrations[2]])
    let refused = tool.plan(for: all, applied: applied, target: target)
    #expect(refused.steps.isEmpty && refused.refusal?.migration == "2")
    var allowing = target
    allowing.tool.outOfOrder = .run
    #expect(tool.plan(for: all, applied: applied, target: allowing).steps.map(\.migration) == ["2"])
  }

  @Test("replaces variables between ENVSUB ON and OFF")
  func variables() {
    let text = """
      -- +goose ENVSUB ON
      -- +goose Up
      SELECT '${A}', $A, ${B:-x}, ${B-y}, '$$', $1;
      -- +goose ENVSUB OFF
      SELECT '${A}';
      """
    let history = history(["m/1_a.sql": text], variables: ["A": "a", "B": ""])
    #expect(history.migrations[0].up?.pieces == ["SELECT 'a', a, x, , '$$', $1;", "SELECT '${A}';"])
  }

  @Test(
    "says what goose stops at",
    arguments: [
      ("SELECT 1;\n", 1), ("-- +goose Up\nSELECT 1\n", 3), ("-- +goose Up\nSELECT 1\n-- +goose Down\n", 3),
      ("-- +goose Up\n-- +goose Up\n", 2), ("-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n", 4),
      ("-- +goose Up\n-- +goose StatementEnd\n", 2), ("-- +goose Up\n -- +goose Down\n", 2),
      ("-- +goose Upwards\n", 1), ("-- +goose Down\nSELECT 1;\n", 1),
    ])
  func broken(text: String, line: Int) {
    let history = history(["m/1_a.sql": text])
    guard case .unreadable(let location, _) = history.problems.first else {
      return #expect(Bool(false), "no problem with \(text)")
    }
    #expect(location.line == line && location.path == "m/1_a.sql")
    #expect(tool.plan(for: history, applied: .empty, target: .test("goose")).refusal != nil)
  }

  @Test("sends a block as one statement to MySQL, unless the DSN lets it hold several")
  func crowdedBlock() {
    let text = """
      -- +goose Up
      -- +goose StatementBegin
      CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END;
      -- +goose StatementEnd
      -- +goose StatementBegin
      SELECT 1;
        SELECT 2;
      -- +goose StatementEnd
      """
    let files = FileTree(texts: ["m/1_a.sql": text])
    var target = TargetDefinition.test("goose", .mysql)
    let problems = tool.history(of: target, in: files).problems
    guard case .unreadable(let location, _) = problems.first else { return #expect(Bool(false)) }
    #expect(problems.count == 1 && location == SourceLocation(path: "m/1_a.sql", line: 7, column: 3))
    target.tool.split = false
    #expect(tool.history(of: target, in: files).problems.isEmpty)
    #expect(tool.history(of: .test("goose"), in: files).problems.isEmpty)
  }

  @Test("stops at two files of one version and at SQL files without a number")
  func names() {
    let up = "-- +goose Up\nSELECT 1;\n"
    let history = history(["m/1_a.sql": up, "m/0001_b.sql": up, "m/notes.sql": up, "m/0_zero.sql": up])
    #expect(history.ids == ["1"] && history.problems.count == 3)
    #expect(history.problems.contains(.duplicateVersion(id: "1", paths: ["m/0001_b.sql", "m/1_a.sql"])))
  }
}
