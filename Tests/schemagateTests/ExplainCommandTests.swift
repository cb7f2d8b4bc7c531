import Checking
import Foundation
import SchemagateModel
import Testing

@testable import schemagate

@Suite("schemagate explain")
struct ExplainCommandTests {
  @Test("lists every rule by its check, with the severity that the repository sets")
  func overview() throws {
    let shop = try Shop()
    try shop.repository.write(
      "schemagate.yml", "targets: {sqlite: {migrations: migrations/sqlite}}\nrules: {down-empty: off}\n")
    try shop.repository.commit()
    let text = try shop.run(["explain"]).output
    for rule in RuleCatalog.all.map(\.metadata) { #expect(text.contains("  \(rule.id) "), "\(rule.id)") }
    #expect(text.contains("\n\nrollback\n  error"))
    #expect(text.contains("off      down-empty") && text.contains("A down migration does nothing (by default warning)"))
  }

  @Test("explains a rule with what it says to its example")
  func rule() throws {
    let text = try RuleSelection(name: "down-empty").rules.map { RuleExplanation($0).text }.joined()
    for part in [
      "down-empty: A down migration does nothing", "rules: {down-empty: error}",
      "-- schemagate: allow down-empty because",
      "    db/migrations/002_orders.sql  [the branch]\n      -- migrate:up\n", "    warning: ", " [down-empty]",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test("takes a check for all of its rules, and helps with a name that it doesn't know")
  func names() throws {
    #expect(try RuleSelection(name: "rollback").rules.map(\.metadata.check).allSatisfy { $0 == .rollback })
    #expect(throws: RuleUnknown(name: "rolback", nearest: "rollback")) { try RuleSelection(name: "rolback") }
    let result = try Binary.run(["explain", "down-emty"])
    #expect(result.status == 2)
    #expect(result.error.contains("did you mean down-empty? schemagate explain down-empty"))
  }

  @Test("gives scripts everything")
  func json() throws {
    let result = try Binary.run(["explain", "--format", "json"])
    let read = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let rules = try #require(read["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == RuleCatalog.all.map(\.metadata.id))
    let example = try #require(rules.first?["firingExample"] as? [String: Any])
    #expect((example["base"] as? [[String: String]])?.first?["path"] == "db/migrations/001_customers.sql")
  }

  @Test("every firing example says what the rule says, and the quiet one nothing")
  func sayings() {
    for rule in RuleCatalog.all {
      #expect(!rule.examples.fires.says.isEmpty && rule.examples.staysQuiet.says.isEmpty, "\(rule.metadata.id)")
      #expect(rule.examples.fires != rule.examples.staysQuiet)
    }
  }

  @Test("the page of the documentation is what the rules say")
  func page() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/SchemagateModel/Documentation.docc/Rules.md").standardized
    guard ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(RulePage.text.utf8).write(to: file)
      Issue.record("Rules.md was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(written == RulePage.text, "SCHEMAGATE_RECORD=1 writes Rules.md anew")
  }
}
