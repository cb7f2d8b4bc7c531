import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("dbmate")
struct DbmateTests {
  private let tool = DbmateTool()
  private let target = TargetDefinition.test("dbmate", in: "db/migrations")

  private func history(_ texts: [String: String]) -> MigrationHistory {
    tool.history(of: .test("dbmate"), in: FileTree(texts: texts))
  }

  @Test("sends each part with its mark, in a transaction unless the mark says otherwise")
  func parts() throws {
    let history = tool.history(of: target, in: try CaseFolder("dbmate", "shop").files)
    #expect(history.ids == ["20260101120000", "20260102120000"] && history.problems.isEmpty)
    #expect(history.migrations.map(\.name) == ["create_users", "index_names"])
    #expect(history.migrations.map { $0.up?.transaction } == [.file, TransactionScope.none])
    #expect(history.migrations.map { $0.down?.transaction } == [.file, .file])
    #expect(
      history.migrations[0].up?.pieces == [
        "-- migrate:up\nCREATE TABLE users (id serial PRIMARY KEY, name text NOT NULL);\n\n"
      ])
    guard case .sql(let down) = history.migrations[0].down?.body else { return #expect(Bool(false)) }
    #expect(
      down == [
        SourceText(
          path: "db/migrations/20260101120000_create_users.sql", line: 6, text: "-- migrate:down\nDROP TABLE users;\n")
      ])
  }

  @Test("complains about files as dbmate does")
  func broken() throws {
    let history = tool.history(of: target, in: try CaseFolder("dbmate", "broken").files)
    let lines = history.problems.map { problem -> Int? in
      guard case .unreadable(let location, _) = problem else { return nil }
      return location.line
    }
    #expect(lines == [1, 1])
    let plan = tool.plan(for: history, applied: .empty, target: target)
    #expect(plan.steps.isEmpty)
    #expect(plan.refusal?.reason.contains("1_no_down.sql:1") == true)
  }

  @Test("runs lower versions, unless told to be strict")
  func lower() throws {
    let all = tool.history(of: target, in: try CaseFolder("dbmate", "shop").files)
    let applied = MigrationHistory(migrations: [all.migrations[1]])
    #expect(tool.plan(for: all, applied: applied, target: target).steps.map(\.migration) == ["20260101120000"])
    var strict = target
    strict.tool.outOfOrder = .refuse
    #expect(tool.plan(for: all, applied: applied, target: strict).refusal?.migration == "20260101120000")
  }

  @Test("doesn't mind edited or vanished files")
  func editedAndRemoved() {
    let parts: (String) -> String = { "-- migrate:up\n\($0)\n-- migrate:down\n" }
    let base = history(["m/1_a.sql": parts("SELECT 1;"), "m/2_b.sql": parts("SELECT 2;")])
    let head = history(["m/1_a.sql": parts("SELECT 3;")])
    let plan = tool.plan(for: head, applied: base, target: target)
    #expect(plan.steps.isEmpty && plan.refusal == nil && plan.skipped.isEmpty)
  }

  @Test("keeps versions as text")
  func textVersions() throws {
    let history = history(["m/01_a.sql": "-- migrate:up\n-- migrate:down\n", "m/x.sql": ""])
    #expect(history.ids == ["01"])
    #expect(history.problems == [.ignored(path: "m/x.sql", why: "its name doesn't begin with a number")])
    let step = try #require(tool.plan(for: history, applied: .empty, target: target).steps.first)
    #expect(step.bookkeeping.inside == [#"insert into "public"."schema_migrations" (version) values ('01')"#])
  }

  @Test("meets the second file of a version only when it runs it")
  func duplicates() {
    let parts = "-- migrate:up\nSELECT 1;\n-- migrate:down\n"
    let base = history(["m/1_a.sql": parts])
    let head = history(["m/1_a.sql": parts, "m/1_b.sql": parts])
    #expect(head.problems == [.duplicateVersion(id: "1", paths: ["m/1_a.sql", "m/1_b.sql"])])
    #expect(tool.plan(for: head, applied: base, target: target).refusal == nil)
    #expect(tool.plan(for: head, applied: .empty, target: target).refusal?.migration == "1")
  }

  @Test("runs several pairs of one file part by part")
  func pairs() {
    let text = "-- migrate:up\nSELECT 1;\n-- migrate:down\n-- migrate:up\nSELECT 2;\n-- migrate:down\n"
    let up = history(["m/1_a.sql": text]).migrations.first?.up
    #expect(up?.pieces == ["-- migrate:up\nSELECT 1;\n", "-- migrate:up\nSELECT 2;\n"])
    #expect(up?.transaction == .section)
  }
}
