import SchemagateModel
import Testing

@testable import MigrationTools

/// What each tool does where head and the database contradict each other: run, skip or refuse.
@Suite("what the tools do with a history that was changed")
struct SequentialPlanTests {
  private struct Row: Sendable {
    let tool: String
    let edited: String
    let removed: String
    let lower: String
  }

  private static let table = [
    Row(tool: "dbmate", edited: "goes on", removed: "goes on", lower: "runs"),
    Row(tool: "diesel", edited: "goes on", removed: "goes on", lower: "runs"),
    Row(tool: "golang-migrate", edited: "goes on", removed: "refuses", lower: "skips"),
    Row(tool: "sqlx", edited: "refuses", removed: "refuses", lower: "runs"),
  ]

  @Test("each tool as its source says", arguments: 0..<4)
  func behaviour(index: Int) throws {
    let row = Self.table[index]
    let tool = try ToolCatalog.tool(named: row.tool)
    #expect(try outcome(tool, base: [2], head: [2], editing: 2) == row.edited)
    #expect(try outcome(tool, base: [2, 3], head: [2]) == row.removed)
    #expect(try outcome(tool, base: [2], head: [1, 2]) == row.lower)
    #expect(try outcome(tool, base: [1], head: [1, 2]) == "runs")
  }

  @Test("the configuration overrides what happens to a lower version", arguments: 0..<4, OutOfOrder.allCases)
  func override(index: Int, rule: OutOfOrder) throws {
    let tool = try ToolCatalog.tool(named: Self.table[index].tool)
    let words: [OutOfOrder: String] = [.run: "runs", .skip: "skips", .refuse: "refuses"]
    #expect(try outcome(tool, base: [2], head: [1, 2], rule: rule) == words[rule])
  }

  private func outcome(
    _ tool: any MigrationTool, base: [Int], head: [Int], editing edited: Int? = nil, rule: OutOfOrder? = nil
  ) throws -> String {
    var target = TargetDefinition.test(tool.name)
    target.tool.outOfOrder = rule
    let applied = tool.history(of: target, in: files(tool.name, base, editing: nil))
    let history = tool.history(of: target, in: files(tool.name, head, editing: edited))
    try #require(applied.ids == base.map(String.init) && history.ids == head.map(String.init))
    let plan = tool.plan(for: history, applied: applied, target: target)
    if plan.refusal != nil { return "refuses" }
    if !plan.skipped.isEmpty { return "skips" }
    return plan.steps.isEmpty ? "goes on" : "runs"
  }

  private func files(_ tool: String, _ versions: [Int], editing edited: Int?) -> FileTree {
    let texts = versions.map { version -> (String, String) in
      let sql = "SELECT \(version)\(version == edited ? " + 1" : "");"
      switch tool {
      case "dbmate": return ("m/\(version)_a.sql", "-- migrate:up\n\(sql)\n-- migrate:down\n")
      case "diesel": return ("m/\(version)_a/up.sql", sql)
      case _: return ("m/\(version)_a.up.sql", sql)
      }
    }
    return FileTree(texts: Dictionary(uniqueKeysWithValues: texts))
  }
}
