import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("diesel")
struct DieselTests {
  private let tool = DieselTool()
  private let target = TargetDefinition.test("diesel", in: "migrations")

  private func history() throws -> MigrationHistory {
    tool.history(of: target, in: try CaseFolder("diesel", "shop").files)
  }

  @Test("takes the folder's name up to the underscore, without dashes, as the version")
  func versions() throws {
    let history = try history()
    #expect(history.ids == ["00000000000000", "20240212120203", "20240301000000"])
    #expect(history.migrations.map(\.name) == ["diesel_initial_setup", "create_users", "index_users"])
    #expect(history.migrations[1].path == "migrations/2024-02-12-120203_create_users/up.sql")
    #expect(history.migrations.map { $0.down != nil } == [true, true, false])
    #expect(history.problems.isEmpty)
  }

  @Test("runs in a transaction unless metadata.toml says otherwise")
  func transactions() throws {
    #expect(try history().migrations.map { $0.up?.transaction } == [.file, .file, TransactionScope.none])
  }

  @Test(
    "reads metadata.toml as diesel's own parser does",
    arguments: [
      ("run_in_transaction = true # yes", TransactionScope.file), ("run_in_transaction=false", .none), ("", .none),
      ("# nothing", .none),
    ])
  func metadata(text: String, scope: TransactionScope) {
    let files = FileTree(texts: ["m/1_a/up.sql": "SELECT 1;", "m/1_a/metadata.toml": text])
    #expect(tool.history(of: .test("diesel"), in: files).migrations.first?.up?.transaction == scope)
  }

  @Test("notes each version in its own table, in the script's transaction")
  func bookkeeping() throws {
    let plan = tool.plan(for: try history(), applied: .empty, target: target)
    #expect(plan.steps.count == 3)
    let insert = #"INSERT INTO "__diesel_schema_migrations" ("version") VALUES ('20240212120203')"#
    #expect(plan.steps[1].bookkeeping == Step.Bookkeeping(inside: [insert]))
    let down = try #require(tool.revert(try history().migrations[1], in: try history(), target: target))
    let delete =
      #"DELETE FROM "__diesel_schema_migrations" WHERE "__diesel_schema_migrations"."version" = '20240212120203'"#
    #expect(down.bookkeeping == Step.Bookkeeping(inside: [delete]))
    #expect(tool.revert(try history().migrations[2], in: try history(), target: target) == nil)
  }

  @Test("runs what is missing, in order, whatever was edited or removed")
  func missing() throws {
    let all = try history()
    let applied = MigrationHistory(migrations: [all.migrations[0], all.migrations[2]])
    #expect(tool.plan(for: all, applied: applied, target: target).steps.map(\.migration) == ["20240212120203"])
    #expect(tool.plan(for: all.first(1), applied: all, target: target).refusal == nil)
  }

  @Test("says which folders it can't use")
  func problems() {
    let files = FileTree(texts: [
      "m/1_only_down/down.sql": "x", "m/2_rust/mod.rs": "fn", "m/3_notes/notes.txt": "x", "m/4_empty/up.sql": "",
      "m/.hidden/x": "y", "m/README.md": "z",
    ])
    let history = tool.history(of: .test("diesel"), in: files)
    #expect(history.ids == ["2", "4"])
    #expect(history.migrations[0].up?.body == .program(language: "Rust"))
    #expect(history.problems.count == 3)
    #expect(history.problems.contains(.downWithoutUp(path: "m/1_only_down/down.sql")))
    #expect(tool.plan(for: history, applied: .empty, target: target).refusal != nil)
  }

  @Test("names a migration that is a symbolic link, and nothing else that is one")
  func symbolicLinks() {
    var files = FileTree(texts: ["m/1_a/up.sql": "SELECT 1;"])
    files.unreadable = ["m/2_b": "it is a symbolic link", "m/README.md": "it is a symbolic link", "x/3.sql": "gone"]
    let history = tool.history(of: .test("diesel"), in: files)
    #expect(history.ids == ["1"])
    #expect(
      history.problems == [.unreadable(location: SourceLocation(path: "m/2_b"), why: "it is a symbolic link")])
  }
}
