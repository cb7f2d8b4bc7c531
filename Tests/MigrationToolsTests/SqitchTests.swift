import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("sqitch's plan")
struct SqitchTests {
  private let tool = SqitchTool()

  private func detected() throws -> TargetDefinition {
    try #require(detectTargets(in: try CaseFolder("sqitch", "shop").listing).targets.first)
  }

  private func history(_ edit: (inout String) -> Void = { _ in }) throws -> MigrationHistory {
    var files = try CaseFolder("sqitch", "shop").files
    var plan = try #require(files.files["sqitch.plan"]).text
    edit(&plan)
    files.files["sqitch.plan"] = FileTree.File(contents: Array(plan.utf8), contentID: "plan")
    return tool.history(of: try detected(), in: files)
  }

  private func words(_ script: MigrationScript?) -> [String] {
    guard case .command(let call) = script?.body else { return [] }
    return call.words
  }

  @Test("is found by its configuration, with the engine that this names")
  func detection() throws {
    let target = try detected()
    #expect(target.name == "database" && target.engine == .postgresql && target.migrations == ["deploy"])
  }

  @Test("holds the changes in its own order, each turn of a reworked one with its own scripts")
  func order() throws {
    let history = try history()
    #expect(history.ids == ["users", "orders", "users+1"] && history.problems.isEmpty)
    #expect(history.migrations.map(\.path) == ["deploy/users@v1.sql", "deploy/orders.sql", "deploy/users.sql"])
    #expect(words(history.migrations[0].up).starts(with: ["sqitch", "deploy", "--to", "users@v1"]))
    #expect(words(history.migrations[2].up).starts(with: ["sqitch", "deploy", "--to", "users@HEAD"]))
    #expect(words(history.migrations[2].down).starts(with: ["sqitch", "revert", "-y", "--to", "orders"]))
    #expect(!words(history.migrations[0].down).contains("--to"))
  }

  @Test("deploys what stands behind the newest deployed change, all by one call")
  func pending() throws {
    let history = try history()
    let plan = tool.plan(for: history, applied: history.first(2), target: try detected())
    #expect(plan.steps.map(\.migration) == ["users+1"] && plan.refusal == nil)
    #expect(plan.together?.words.prefix(2) == ["sqitch", "deploy"])
    #expect(plan.together?.words.contains("--to") == false)
  }

  @Test(
    "stops where a line before a deployed change was inserted, removed or edited",
    arguments: [
      ("orders [users]", "carts 2026-01-01T12:00:00Z Ada <ada@example.com> # New.\norders [users]"),
      ("# Who buys.", "# Who sells."), ("%project=shop", "%project=till"),
    ])
  func refusal(old: String, new: String) throws {
    let applied = try history().first(2)
    let changed = try history { $0 = $0.replacing(old, with: new, maxReplacements: 1) }
    let plan = tool.plan(for: changed, applied: applied, target: try detected())
    #expect(plan.refusal?.migration == "orders" && plan.steps.isEmpty)
  }

  @Test("passes over an edited script, and over a tag")
  func edited() throws {
    let applied = try history()
    let tagged = try history { $0 += "@v2 2026-01-05T00:00:00Z Ada <ada@example.com> # Second.\n" }
    #expect(tool.plan(for: tagged, applied: applied, target: try detected()) == ToolPlan(steps: []))
  }

  @Test("names a line that can't be read")
  func unreadable() throws {
    let history = try history { $0 += "<<<<<<< ours\n" }
    #expect(
      history.problems == [
        .unreadable(
          location: SourceLocation(path: "sqitch.plan", line: 9), why: "sqitch can't read this line of its plan")
      ])
  }
}
