import Checking
import SchemagateModel
import Testing

@Suite("rules about the history")
struct HistoryRuleTests {
  @Test("nothing is said about a sound history")
  func staysQuiet() {
    let result = Checker.check(.shop(), policy: Policy())
    #expect(result.checks.flatMap(\.findings) == [])
    #expect(result.verdict == .passed)
  }

  @Test("merge-conflict names the files")
  func mergeConflict() {
    let found = Evidence.shop().with { $0.mergeConflicts = ["db/3.up.sql", "db/4.up.sql"] }.findings(
      of: "merge-conflict")
    #expect(found.map(\.message) == ["Base and head don't merge: 2 files of this target are in conflict"])
    #expect(found.first?.severity == .error)
  }

  @Test("history-unreadable and version-duplicate follow the history's problems")
  func problems() {
    let evidence = Evidence.shop().with {
      $0.head = MigrationHistory(
        migrations: $0.head.migrations,
        problems: [
          .unreadable(location: SourceLocation(path: "db/3.up.sql", line: 4), why: "'\\i' is a command of psql"),
          .duplicateVersion(id: "3", paths: ["db/3.up.sql", "db/3_b.up.sql"]), .downWithoutUp(path: "db/9.down.sql"),
        ])
    }
    #expect(evidence.findings(of: "history-unreadable").map(\.severity) == [.error, .warning])
    #expect(evidence.findings(of: "version-duplicate").map(\.evidence) == ["db/3.up.sql\ndb/3_b.up.sql"])
  }

  @Test("what base says too is existing and fails nothing, unless all findings count")
  func existing() {
    let problem = HistoryProblem.duplicateVersion(id: "1", paths: ["db/1.up.sql", "db/1_b.up.sql"])
    let evidence = Evidence.shop().with {
      $0.base = MigrationHistory(migrations: $0.base.migrations, problems: [problem])
      $0.head = MigrationHistory(migrations: $0.head.migrations, problems: [problem])
    }
    #expect(evidence.findings(of: "version-duplicate").map(\.existing) == [true])
    #expect(Checker.check(evidence, policy: Policy()).verdict == .passed)
    #expect(Checker.check(evidence, policy: Policy(allFindings: true)).verdict == .failed)
  }

  @Test("migration-edited spares what the tool runs again, and forgives what mends base")
  func edited() {
    let evidence = Evidence.shop().with { $0.delta = HistoryDelta(edited: ["2"]) }
    #expect(evidence.findings(of: "migration-edited").map(\.severity) == [.error])
    #expect(evidence.with { $0.mergeConflicts = ["db/2.up.sql"] }.findings(of: "migration-edited") == [])
    let again = evidence.with { $0.plan = ToolPlan(steps: [Migration.shop("2").step].compactMap { $0 }) }
    #expect(again.findings(of: "migration-edited") == [])
    let mended = evidence.with {
      $0.rehearsal = .shop(base: [.rejected("2")], upgrade: nil, fresh: [.applied("1"), .applied("2")])
    }
    #expect(mended.findings(of: "migration-edited").map(\.severity) == [.warning])
  }

  @Test("migration-edited only warns where the tool doesn't mind and both ways end up with one schema")
  func editedWithoutEffect() {
    let edit = HistoryDelta(edited: ["2"])
    let severities = { (evidence: Evidence) in
      evidence.with { $0.delta = edit }.findings(of: "migration-edited").map(\.severity)
    }
    #expect(severities(.shop(rehearsal: .shop(divergence: []))) == [.warning])
    let differing = changes(SchemaTable.ordersWithoutTotal, SchemaTable.orders)
    #expect(severities(.shop(rehearsal: .shop(divergence: differing))) == [.error])
    #expect(severities(.shop(rehearsal: .shop())) == [.error])
    let refused = ToolPlan(steps: [], refusal: ToolPlan.Refusal(migration: "2", reason: "its checksum differs"))
    #expect(severities(Evidence.shop(rehearsal: .shop(divergence: [])).with { $0.plan = refused }) == [.error])
  }

  @Test("migration-removed and migration-renamed")
  func removedAndRenamed() {
    let renaming = HistoryDelta.Renaming(from: "2", to: "3", fromPath: "db/2.up.sql", toPath: "db/3.up.sql")
    let evidence = Evidence.shop().with { $0.delta = HistoryDelta(removed: ["1"], renamed: [renaming]) }
    #expect(
      evidence.findings(of: "migration-removed").map(\.message) == ["`1.up.sql` is removed although base holds it"])
    let refused = evidence.with { $0.plan = ToolPlan(steps: [], refusal: .init(migration: "1", reason: "gone")) }
    #expect(refused.findings(of: "migration-removed").map(\.message).allSatisfy { $0.contains("refuse to go on") })
    #expect(evidence.findings(of: "migration-renamed").map(\.severity) == [.error])
    let harmless = evidence.with { $0.plan = ToolPlan(steps: []) }
    #expect(harmless.findings(of: "migration-renamed").map(\.severity) == [.warning])
  }

  @Test("version-out-of-order is as bad as what the tool does")
  func outOfOrder() {
    let late = Evidence.shop(added: ["1a"], rehearsal: .shop(upgrade: [.applied("1a")])).with {
      $0.head = MigrationHistory(migrations: [.shop("1"), .shop("1a"), .shop("2")])
    }
    #expect(late.findings(of: "version-out-of-order").map(\.severity) == [.notice])
    let skipped = late.with { $0.plan = ToolPlan(steps: [], skipped: ["1a"]) }
    #expect(skipped.findings(of: "version-out-of-order").map(\.severity) == [.error])
    #expect(skipped.findings(of: "migration-skipped") == [])
    let refused = late.with { $0.plan = ToolPlan(steps: [], refusal: .init(migration: "1a", reason: "out of order")) }
    #expect(refused.findings(of: "version-out-of-order").map(\.evidence) == ["out of order"])
    #expect(refused.findings(of: "tool-refuses") == [])
    #expect(Evidence.shop().findings(of: "version-out-of-order") == [])
  }

  @Test(
    "version-out-of-order asks for a later line of a list, for a higher version elsewhere, and knows none in a graph")
  func outOfOrderByRanking() {
    let late = Evidence.shop(added: ["1a"], rehearsal: .shop(upgrade: [.applied("1a")])).with {
      $0.head = MigrationHistory(migrations: [.shop("1"), .shop("1a"), .shop("2")])
      $0.plan = ToolPlan(steps: [], skipped: ["1a"])
    }
    func remedies(_ ranking: ToolBehaviour.Ranking) -> [String] {
      late.with { $0.behaviour = .ranked(ranking) }.findings(of: "version-out-of-order").map(\.remedy)
    }
    #expect(remedies(.versions) == ["Give it a version above `2`."])
    #expect(remedies(.list) == ["Put it behind `2` in the list."])
    #expect(remedies(.graph) == [])
  }

  @Test("down-missing speaks only where base pairs its migrations")
  func downMissing() {
    let evidence = Evidence.shop().with {
      $0.head = MigrationHistory(migrations: $0.base.migrations + [.shop("3", hasDown: false)])
    }
    #expect(evidence.findings(of: "down-missing").map(\.migration) == ["3"])
    let unpaired = evidence.with {
      $0.base = MigrationHistory(migrations: [.shop("1", hasDown: false), .shop("2", hasDown: false)])
    }
    #expect(unpaired.findings(of: "down-missing") == [])
    #expect(evidence.with { $0.toolHasDowns = false }.findings(of: "down-missing") == [])
  }

  @Test("down-empty speaks where something stays")
  func downEmpty() {
    let left = changes([], SchemaTable.orders)
    let empty = Evidence.shop(rollbacks: [RollbackRecord(migration: "3", down: .empty(leaves: left), reapply: .notRun)])
    #expect(empty.findings(of: "down-empty").map(\.severity) == [.warning])
    let found = empty.findings(of: "down-empty").first
    #expect(found?.evidence?.hasPrefix("+ table public.orders (left behind)\n+   column id text") == true)
    #expect(found?.remedy == "Add `DROP TABLE public.orders;` to the down part.")
    let harmless = Evidence.shop(rollbacks: [RollbackRecord(migration: "3", down: .empty(leaves: []), reapply: .notRun)]
    )
    #expect(harmless.findings(of: "down-empty") == [])
  }

  @Test("policy-changed is a notice for each change")
  func policyChanged() {
    let found = Evidence.shop().with { $0.policyChanges = ["rules: down-empty goes off"] }.findings(
      of: "policy-changed")
    #expect(found.map(\.severity) == [.notice])
  }

  @Test("a rule can be set to another severity, or off")
  func settings() {
    let evidence = Evidence.shop().with { $0.delta = HistoryDelta(removed: ["1"]) }
    let warned = Policy(rules: ["migration-removed": .severity(.warning)])
    #expect(evidence.findings(of: "migration-removed", policy: warned).map(\.severity) == [.warning])
    #expect(Checker.check(evidence, policy: warned).verdict == .passed)
    #expect(evidence.findings(of: "migration-removed", policy: Policy(rules: ["migration-removed": .off])) == [])
  }
}

extension ToolBehaviour {
  fileprivate static func ranked(_ ranking: Ranking) -> Self {
    let cell = Cell("as it likes", source: "this test")
    let reaction = Reaction(.unnoticed, source: "this test")
    return Self(
      tool: "shop", order: cell, ranking: ranking, transaction: cell, sending: cell, session: cell, edited: reaction,
      removed: reaction, lower: reaction, checksum: cell, down: cell)
  }
}
