import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("sqlx")
struct SqlxTests {
  private let tool = SqlxTool()
  private let target = TargetDefinition.test("sqlx", .sqlite, in: "migrations")

  private func simple() throws -> MigrationHistory {
    tool.history(of: target, in: try CaseFolder("sqlx", "simple").files)
  }

  private func reversible(_ engine: EngineKind = .postgresql) throws -> MigrationHistory {
    let target = TargetDefinition.test("sqlx", engine, in: "server/migrations")
    return tool.history(of: target, in: try CaseFolder("sqlx", "reversible").files)
  }

  @Test("reads simple and reversible files")
  func layouts() throws {
    #expect(try simple().ids == ["20260101000000", "20260102000000"])
    #expect(try simple().migrations.allSatisfy { $0.down == nil })
    #expect(try reversible().ids == ["1", "2"])
    #expect(try reversible().migrations.allSatisfy { $0.down != nil })
  }

  @Test("opts out of the transaction by the first line, except on MySQL")
  func transactions() throws {
    #expect(try reversible().migrations.map { $0.up?.transaction } == [.file, TransactionScope.none])
    #expect(try reversible(.mysql).migrations.map { $0.up?.transaction } == [.file, .file])
  }

  @Test("notes description and checksum inside the transaction")
  func bookkeeping() throws {
    let plan = tool.plan(for: try simple(), applied: .empty, target: target)
    #expect(plan.prepare.first == "PRAGMA foreign_keys = ON")
    let sum = "cac25e145e10723ca33d00d0a783002b212c4e7b4c574160c247d64a4a42e13f5375589d829d0ab10d7b7b1dd9ee1234"
    #expect(
      plan.steps[1].bookkeeping.inside == [
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) "
          + "VALUES (20260102000000, 'add author name', TRUE, X'\(sum)', -1)"
      ])
  }

  @Test("refuses edited and vanished files, but not an edited down file")
  func refusals() throws {
    let base = FileTree(texts: ["m/1_a.up.sql": "A", "m/1_a.down.sql": "B", "m/2_b.sql": "C"])
    let target = TargetDefinition.test("sqlx")
    let applied = tool.history(of: target, in: base)
    let plan: ([String: String?]) -> ToolPlan = { change in
      var texts = ["m/1_a.up.sql": "A", "m/1_a.down.sql": "B", "m/2_b.sql": "C"]
      for (path, text) in change { texts[path] = text }
      return tool.plan(for: tool.history(of: target, in: FileTree(texts: texts)), applied: applied, target: target)
    }
    #expect(plan(["m/1_a.up.sql": "A2"]).refusal?.migration == "1")
    #expect(plan(["m/2_b.sql": nil]).refusal?.migration == "2")
    #expect(plan(["m/1_a.down.sql": "B2"]).refusal == nil)
    #expect(plan(["m/0_late.sql": "L"]).steps.map(\.migration) == ["0"])
  }

  @Test("stops at a name without a version")
  func unnumbered() {
    let files = FileTree(texts: ["m/seed_data.sql": "", "m/1_a.sql": "A", "m/schema.sql": "", "m/deep/2_b.sql": ""])
    let history = tool.history(of: .test("sqlx"), in: files)
    #expect(history.ids == ["1"])
    #expect(history.problems.count == 1)
    #expect(
      tool.plan(for: history, applied: .empty, target: target).refusal?.reason.contains("m/seed_data.sql") == true)
  }
}
