import TestSupport
import Testing

@Suite("A branch that edits schemagate.yml")
struct LoosenedGateTests {
  private static let strict = "version: 1\ntargets: {shop: {engine: sqlite, migrations: migrations/sqlite}}\n"

  /// `main` has the configuration, `work` drops a column and changes the configuration.
  private func shop(base: String?, head: String, _ change: (up: String, down: String) = Shop.drops) throws -> Shop {
    let shop = try Shop()
    try shop.repository.git(["checkout", "--quiet", "main"])
    if let base {
      try shop.repository.write("schemagate.yml", base)
      try shop.repository.commit("configuration")
    }
    try shop.repository.git(["checkout", "--quiet", "-B", "work"])
    try shop.repository.write("migrations/sqlite/0002_change.up.sql", change.up + "\n")
    try shop.repository.write("migrations/sqlite/0002_change.down.sql", change.down + "\n")
    try shop.repository.write("schemagate.yml", head)
    try shop.repository.commit("change")
    return shop
  }

  @Test("can't have itself as base where the CI system names another")
  func ownBase() throws {
    let shop = try shop(base: nil, head: "version: 1\nbase: work\n")
    try shop.repository.git(["update-ref", "refs/remotes/origin/main", "main"])
    let variables = ["GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"]
    let result = try shop.run(["check"], environment: variables)
    #expect(result.status == 1)
    #expect(result.output.contains("origin/main") && result.output.contains("GITHUB_BASE_REF"))
  }

  @Test(
    "keeps a target's policy under another name, or under its first name",
    arguments: [strict, "version: 1\n"])
  func renamed(base: String) throws {
    let target = "{engine: sqlite, migrations: migrations/sqlite, expectations: none}"
    let result = try shop(base: base, head: "version: 1\ntargets: {other: \(target)}\n").run([
      "check", "--base", "main",
    ])
    #expect(result.status == 1)
    #expect(result.output.contains("change-undeclared") && result.output.contains("policy-changed"))
  }

  @Test("can't leave a target out while its migrations stay")
  func leftOut() throws {
    let head = "version: 1\ntargets: {other: {engine: sqlite, migrations: elsewhere, tool: golang-migrate}}\n"
    let result = try shop(base: Self.strict, head: head, Shop.breaks).run(["check", "--base", "main"])
    // The other target's folder holds nothing, which can't be checked: 3 comes before 1.
    #expect(result.status == 3)
    #expect(result.output.contains("migration-rejected"))
  }

  @Test("has what it writes into a setup file said, and what is ignored listed as not checked")
  func setupAndIgnore() throws {
    let target = "{engine: sqlite, migrations: migrations/sqlite, setup: setup.sql, ignore: [users]}"
    let configuration = "version: 1\ntargets: {shop: \(target)}\n"
    let shop = try Shop()
    try shop.repository.git(["checkout", "--quiet", "main"])
    try shop.repository.write("schemagate.yml", configuration)
    try shop.repository.write("setup.sql", "SELECT 1;\n")
    try shop.repository.commit("configuration")
    try shop.repository.git(["checkout", "--quiet", "-B", "work"])
    try shop.repository.write("setup.sql", "SELECT 2;\n")
    try shop.repository.commit("setup")
    let result = try shop.run(["check", "--base", "main"])
    #expect(result.output.contains("the setup file setup.sql of the target shop differs from base's"))
    #expect(result.output.contains("objects named users"))
  }

  @Test("can't revive a waiver that has ended by dating its commit back")
  func datedBack() throws {
    let waiver = "allow: [{rule: change-undeclared, because: once, until: 2020-01-01}]\n"
    let shop = try shop(base: Self.strict + waiver, head: Self.strict + waiver)
    try shop.repository.git(
      ["commit", "--quiet", "--amend", "--no-edit"], environment: ["GIT_COMMITTER_DATE": "2019-01-01T00:00:00Z"])
    let result = try shop.run(["check", "--base", "main"])
    #expect(result.status == 1)
    #expect(result.output.contains("waiver-expired"))
  }
}
