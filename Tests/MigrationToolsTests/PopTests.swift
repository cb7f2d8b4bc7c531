import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("pop")
struct PopTests {
  private let tool = PopTool()

  private var target: TargetDefinition {
    var target = TargetDefinition.test("pop", in: "migrations")
    target.variables = ["Namespace": "auth"]
    return target
  }

  private func history() throws -> MigrationHistory {
    tool.history(of: target, in: try CaseFolder("pop", "auth").files)
  }

  @Test("orders versions as text, and takes the engine's own variant before the one for all")
  func order() throws {
    let history = try history()
    #expect(history.ids == ["00", "20260102000000", "20260103000000", "9"])
    #expect(history.migrations[1].path == "migrations/20260102000000_address.postgres.up.sql")
    #expect(history.migrations.map { $0.down != nil } == [true, false, false, false])
    #expect(history.problems.isEmpty)
  }

  @Test("fills placeholders, drops comments, and trims where a mark says so")
  func template() throws {
    let history = try history()
    #expect(history.migrations[0].up?.pieces == ["CREATE TABLE auth.users (id uuid NOT NULL);\n"])
    #expect(history.migrations[0].down?.pieces == ["DROP TABLE auth.users;\n"])
    #expect(history.migrations[1].up?.pieces == ["ALTER TABLE auth.users ADD address inet NULL;\n"])
  }

  @Test("runs each file in a transaction, but a file marked autocommit outside one, and no fizz")
  func transactions() throws {
    let ups = try history().migrations.compactMap(\.up)
    #expect(ups.map(\.transaction) == [.file, .file, TransactionScope.none, .file])
    #expect(ups.last?.body == .program(language: "fizz"))
  }

  @Test("names what has no value, and where; a condition is refused, not guessed")
  func lacking() throws {
    let files = try CaseFolder("pop", "auth").files
    let lacking = tool.lackingVariables(of: .test("pop", in: "migrations"), in: files)
    #expect(
      lacking == [
        LackingVariable(
          name: "Namespace", location: SourceLocation(path: "migrations/00_init.down.sql", line: 1), isSchema: true)
      ])
    let tree = FileTree(texts: ["m/1_a.up.sql": "SELECT 1;\n{{ if .X }}SELECT 2;{{ end }}"])
    #expect(
      tool.history(of: .test("pop"), in: tree).problems == [
        .unreadable(
          location: SourceLocation(path: "m/1_a.up.sql", line: 2), why: "we don't run the template action {{if .X}}")
      ])
  }

  @Test("runs what is missing, lower versions too, in the table that the application names")
  func plan() throws {
    let history = try history()
    let applied = MigrationHistory(migrations: [history.migrations[1]])
    let files = try CaseFolder("pop", "auth").listing
    var detected = try #require(tool.detect(in: files).first?.target)
    detected.variables = ["Namespace": "auth"]
    let plan = tool.plan(for: history, applied: applied, target: detected)
    #expect(plan.steps.map(\.migration) == ["00", "20260103000000", "9"] && plan.refusal == nil)
    #expect(
      plan.steps[0].bookkeeping.inside == [
        #"insert into "public"."schema_migrations" (version) values ('00')"#
      ])
  }

  @Test("passes over a second file of a version, as pop does, and says that there are two")
  func duplicate() throws {
    let tree = FileTree(texts: ["m/1_a.up.sql": "SELECT 1;", "m/1_b.up.sql": "SELECT 2;"])
    let history = tool.history(of: .test("pop"), in: tree)
    #expect(history.problems == [.duplicateVersion(id: "1", paths: ["m/1_a.up.sql", "m/1_b.up.sql"])])
    let plan = tool.plan(for: history, applied: .empty, target: .test("pop"))
    #expect(plan.refusal == nil && plan.steps.map(\.script.path) == ["m/1_a.up.sql"])
  }
}
