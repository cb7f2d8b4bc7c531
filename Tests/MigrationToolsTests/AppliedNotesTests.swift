import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("What a database's notes say of the migrations that it has applied")
struct AppliedNotesTests {
  private static func history(_ ids: [MigrationID]) -> MigrationHistory {
    MigrationHistory(migrations: ids.map { Migration(id: $0, name: "", path: "\($0).sql", up: nil, down: nil) })
  }

  @Test(
    "are read as each tool writes them",
    arguments: [
      ("dbmate", [["20260101"], ["20260102"]], ["20260101", "20260102"]),
      // The newest version stands for all below it, and one that nobody knows stands for itself.
      ("golang-migrate", [["9"]], ["1", "9"]),
      ("golang-migrate", [["12"]], ["1", "9", "10", "12"]),
      ("golang-migrate", [], []),
      // The first row is the empty database's; version 9 was taken back and applied again, 10 was taken back.
      (
        "goose", [["0", "t"], ["1", "t"], ["9", "t"], ["9", "f"], ["9", "t"], ["10", "1"], ["10", "0"]], ["1", "9"]
      ),
      ("prisma", [["20260101_users"]], ["20260101_users"]),
      ("flyway", [["9", "BASELINE", "<< Flyway Baseline >>"], ["10", "SQL", "V10__c.sql"]], ["1", "9", "10"]),
      ("flyway", [["1", "SQL", "V1__a.sql"], ["9", "SQL", "V9__b.sql"], ["9", "UNDO_SQL", "U9__b.sql"]], ["1"]),
      (
        "flyway", [["1", "SQL", "V1__a.sql"], [nil, "SQL", "R__views.sql"], [nil, "SCHEMA", "\"app\""]],
        ["1", "R__views"]
      ),
    ] as [(String, [[String?]], [String])])
  func rows(tool name: String, rows: [[String?]], applied: [String]) throws {
    let tool = try ToolCatalog.tool(named: name)
    #expect(tool.applied(rows, in: Self.history(["1", "9", "10"])).map(\.rawValue) == applied)
  }

  /// The table holds the newest revision of each line alone.
  @Test("stand for everything that comes before them where Alembic notes its tips")
  func tips() {
    let script = MigrationScript(path: "a.py", body: .program(language: "Python"), transaction: .run, contentID: "a")
    let revisions: [(MigrationID, [MigrationID])] = [("a", []), ("b", ["a"]), ("c", ["b"])]
    let history = MigrationHistory(
      migrations: revisions.map { id, parents in
        Migration(id: id, name: "", path: "\(id).py", up: script, down: nil, parents: parents)
      })
    let tool: any MigrationTool = AlembicTool()
    #expect(tool.applied([["b"]], in: history) == ["a", "b"])
    #expect(tool.applied([["c"], ["gone"]], in: history) == ["a", "b", "c", "gone"])
  }

  private static let readable = ToolCatalog.all.map(\.name).filter { name in
    (try? ToolCatalog.tool(named: name).appliedQuery(of: .test(name, in: "db"))) != nil
  }

  @Test("are asked for in the table that the tool writes to")
  func query() throws {
    #expect(
      Set(Self.readable).isSuperset(of: ["dbmate", "diesel", "sqlx", "golang-migrate", "goose", "flyway", "prisma"]))
    for name in Self.readable {
      let tool = try ToolCatalog.tool(named: name)
      let query = try #require(tool.appliedQuery(of: .test(name, in: "db")))
      let table = try #require(tool.bookkeeping(of: .test(name, in: "db")).first?.parts.last)
      #expect(query.contains(table), "\(name)")
    }
  }
}
