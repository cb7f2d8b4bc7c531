import Checking
import SchemagateModel
import TestSupport
import Testing

@Suite("rules about applying")
struct ApplyRuleTests {
  private func failing(_ cause: Rejection.Cause = .migration) -> Evidence {
    .shop(rehearsal: .shop(upgrade: [.rejected("3", cause: cause)]))
  }

  @Test("migration-rejected shows the server's words, the statement and its line")
  func rejected() {
    let found = failing().findings(of: "migration-rejected")
    #expect(found.map(\.message) == ["The database rejects `3.up.sql`: relation exists (42P07)"])
    #expect(found.first?.location == SourceLocation(path: "db/3.up.sql", line: 7))
    #expect(found.first?.evidence == "CREATE TABLE orders ();")
    #expect(Checker.check(failing(), policy: Policy()).verdict == .failed)
  }

  @Test("what stayed of a rejected file is told, with what its tool wants before it goes on")
  func stayed() {
    let rejection = Rejection(
      cause: .migration, message: "no such table", code: "42S02", statement: "ALTER TABLE a ADD b int",
      stayed: ["CREATE TABLE orders (\n  id int\n)", "CREATE TABLE notes (id int)"])
    func found(_ tool: String) -> Finding? {
      let evidence = Evidence.shop(rehearsal: .shop(upgrade: [.record("3", .rejected(rejection), [])]))
      return evidence.with { $0.target.tool.name = tool }.findings(of: "migration-rejected").first
    }
    #expect(
      found("dbmate")?.message
        == "The database rejects `3.up.sql`: no such table (42S02); PostgreSQL keeps what ran before it: 2 statements stayed"
    )
    #expect(
      found("dbmate")?.evidence
        == "ALTER TABLE a ADD b int\nstayed: CREATE TABLE orders ( id int )\nstayed: CREATE TABLE notes (id int)")
    #expect(found("golang-migrate")?.remedy.contains("migrate force") == true)
    #expect(found("dbmate")?.remedy.hasSuffix("the tool runs the whole file again.") == true)
  }

  @Test("a statement that hangs is a finding that says so")
  func timeLimit() {
    let found = failing(.timeLimit(seconds: 30)).findings(of: "migration-rejected")
    #expect(found.map(\.message) == ["`3.up.sql` did not end within 30 s"])
  }

  @Test("what our scratch world lacks is no finding, and the verdict is unknown")
  func environment() {
    let result = Checker.check(failing(Rejection.missingRole), policy: Policy())
    #expect(result.checks.flatMap(\.findings) == [])
    #expect(result.verdict == .unknown)
    #expect(result.notChecked.first?.try?.contains("CREATE ROLE \"anon\";") == true)
    #expect(result.checks.first { $0.id == .apply }?.outcome == .skipped)
  }

  @Test("a path that ended early isn't passed where its rule is off or waived")
  func accepted() {
    let off = Checker.check(failing(), policy: Policy(rules: ["migration-rejected": .off]))
    #expect(off.verdict == .unknown)
    #expect(off.notChecked.first?.what == "the upgrade from `db/3.up.sql` on")
    let waived = failing().with {
      $0.waivers = [LastingWaiver(rule: "migration-rejected", on: nil, because: "known", until: nil)]
    }
    #expect(Checker.check(waived, policy: Policy()).verdict == .unknown)
    let refused = Evidence.shop().with {
      $0.plan = ToolPlan(steps: [], refusal: .init(migration: "2", reason: "checksum differs"))
    }
    let warned = Checker.check(refused, policy: Policy(rules: ["tool-refuses": .severity(.warning)]))
    #expect(warned.verdict == .unknown)
    #expect(warned.notChecked.first?.why == "the tool refuses it: checksum differs")
  }

  @Test("what the configuration ignores, and a changed down part of base's, are named as not checked")
  func passedOver() {
    let evidence = Evidence.shop().with {
      $0.target.ignore = [NamePattern(parts: ["public", "tmp_*"])]
      $0.delta = HistoryDelta(added: ["3"], downEdited: ["2"])
      let callback = HistoryProblem.ignored(path: "db/afterMigrate.sql", why: "it is a callback")
      $0.base = MigrationHistory(migrations: $0.base.migrations, problems: [callback])
      $0.head = MigrationHistory(migrations: $0.head.migrations, problems: [callback])
    }
    let result = Checker.check(evidence, policy: Policy())
    #expect(result.verdict == .passed)
    #expect(
      result.notChecked.map(\.what) == [
        "The changed down part of `db/2.down.sql`", "`db/afterMigrate.sql`", "Objects called `public.tmp_*`",
      ])
  }

  @Test("the fresh path's own failure is told apart from the upgrade's")
  func freshPath() {
    let same = Evidence.shop(rehearsal: .shop(upgrade: [.rejected("3")], fresh: [.rejected("3")]))
    #expect(same.findings(of: "migration-rejected").count == 1)
    let fresh = Evidence.shop(rehearsal: .shop(fresh: [.rejected("2", "no such table")]))
    #expect(
      fresh.findings(of: "migration-rejected").map(\.message)
        == ["The database rejects `2.up.sql` on a new, empty database: no such table (42P07)"])
  }

  @Test("a base that doesn't build: head mends it, shares it, or fails elsewhere")
  func brokenBase() {
    func result(_ fresh: [StepRecord]) -> CheckResult {
      Checker.check(.shop(rehearsal: .shop(base: [.rejected("2")], upgrade: nil, fresh: fresh)), policy: Policy())
    }
    func rules(_ result: CheckResult) -> [String] { result.checks.flatMap(\.findings).map(\.rule) }
    let mended = result([.applied("1"), .applied("2"), .applied("3")])
    #expect(rules(mended) == ["base-rejected"])
    #expect(mended.verdict == .passed)
    #expect(mended.checks.first { $0.id == .rollback }?.outcome == .skipped)
    #expect(mended.checks.flatMap(\.findings).first?.location == SourceLocation(path: "db/2.up.sql"))
    let shared = result([.applied("1"), .rejected("2")])
    #expect(rules(shared) == [])
    #expect(shared.verdict == .unknown)
    let elsewhere = result([.applied("1"), .applied("2"), .rejected("3")])
    #expect(rules(elsewhere) == ["migration-rejected"])
    #expect(elsewhere.verdict == .failed)
  }

  @Test("tool-refuses and migration-skipped follow the plan")
  func plan() {
    let refused = Evidence.shop().with {
      $0.plan = ToolPlan(steps: [], refusal: .init(migration: "2", reason: "checksum differs"))
    }
    #expect(
      refused.findings(of: "tool-refuses").map(\.message)
        == ["On a database at base's version `dbmate` would stop: checksum differs"])
    let neverApplied = refused.with { $0.rehearsal = .shop(base: [.applied("1"), .rejected("2")], upgrade: nil) }
    #expect(neverApplied.findings(of: "tool-refuses") == [])
    let elsewhere = refused.with { $0.rehearsal = .shop(base: [.rejected("1")], upgrade: nil) }
    #expect(elsewhere.findings(of: "tool-refuses").count == 1)
    let renaming = HistoryDelta.Renaming(from: "2", to: "4", fromPath: "db/2.up.sql", toPath: "db/4.up.sql")
    let renamed = refused.with { $0.delta = HistoryDelta(renamed: [renaming]) }.findings(of: "tool-refuses")
    #expect(renamed.map(\.location?.path) == ["db/4.up.sql"])
    #expect(renamed.first?.message.hasSuffix("checksum differs (its file is `4.up.sql` now)") == true)
    #expect(renamed.first?.remedy.hasPrefix("Rename `4.up.sql` back to `2.up.sql`") == true)
    let edited = refused.with { $0.delta = HistoryDelta(edited: ["2"]) }.findings(of: "tool-refuses")
    #expect(edited.first?.remedy.contains("as base has it, byte for byte") == true)
    let skipped = Evidence.shop().with { $0.plan = ToolPlan(steps: [], skipped: ["3"]) }
    #expect(skipped.findings(of: "migration-skipped").map(\.severity) == [.error])
    #expect(Evidence.shop().findings(of: "migration-skipped") == [])
  }

  @Test("paths-diverge is a notice where only the order of columns differs")
  func divergence() {
    let real = Evidence.shop(rehearsal: .shop(divergence: changes(SchemaTable.ordersWithoutTotal, SchemaTable.orders)))
    #expect(
      real.findings(of: "paths-diverge").map(\.evidence) == [
        "+ column public.orders.total text (only in a new database)"
      ])
    #expect(real.findings(of: "paths-diverge").map(\.severity) == [.error])
    let swapped = changes(SchemaTable.orders, .table("orders", "total", "id"))
    #expect(
      Evidence.shop(rehearsal: .shop(divergence: swapped)).findings(of: "paths-diverge").map(\.severity) == [.notice])
    #expect(Evidence.shop(rehearsal: .shop(divergence: [])).findings(of: "paths-diverge") == [])
  }

  @Test("transaction-left-open")
  func openTransaction() {
    let evidence = Evidence.shop(steps: [.applied("3", leftOpen: true)])
    #expect(evidence.findings(of: "transaction-left-open").map(\.migration) == ["3"])
  }

  @Test("a step in another language makes what follows uncertain, and is said first")
  func programs() {
    let program = StepRecord.record("2", .notRunnable(language: "Go"), [])
    let passed = Checker.check(.shop(rehearsal: .shop(base: [.applied("1"), program])), policy: Policy())
    #expect(passed.verdict == .unknown)
    #expect(passed.notChecked.first?.what == "`db/2.up.sql`")
    let failed = Checker.check(
      .shop(rehearsal: .shop(base: [.applied("1"), program], upgrade: [.rejected("3")])), policy: Policy())
    #expect(failed.verdict == .unknown)
    #expect(failed.checks.flatMap(\.findings).count == 1)
  }

  @Test("an absent rehearsal is never passed, unless nobody asked for one")
  func absentRehearsal() {
    let absent = Evidence.shop().with {
      $0.rehearsal = nil
      $0.skipReason = "no server could be reached"
    }
    let result = Checker.check(absent, policy: Policy())
    #expect(result.verdict == .unknown)
    #expect(result.checks.first { $0.id == .apply }?.reason == "no server could be reached")
    #expect(Checker.check(absent.with { $0.rehearsalWanted = false }, policy: Policy()).verdict == .passed)
    #expect(Checker.check(absent.with { $0.delta = HistoryDelta(removed: ["1"]) }, policy: Policy()).verdict == .failed)
  }
}

extension [SchemaObject] {
  fileprivate static func table(_ name: String, _ columns: String...) -> [SchemaObject] {
    SchemaObject.table(name, columns)
  }
}
