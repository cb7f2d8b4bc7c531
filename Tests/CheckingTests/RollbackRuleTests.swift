import Checking
import SchemagateModel
import TestSupport
import Testing

@Suite("rules about rolling back")
struct RollbackRuleTests {
  private func rolledBack(_ down: RollbackRecord.Down, _ reapply: RollbackRecord.Reapply = .same) -> Evidence {
    .shop(rollbacks: [RollbackRecord(migration: "3", down: down, reapply: reapply)])
  }

  @Test("nothing is said about a faithful way down and up")
  func staysQuiet() {
    #expect(Checker.check(rolledBack(.restored), policy: Policy()).checks.flatMap(\.findings) == [])
  }

  @Test("rollback-rejected shows where, and is silent about our scratch world")
  func rejected() {
    let found = rolledBack(.rejected(.shop("no index")), .notRun).findings(of: "rollback-rejected")
    #expect(found.map(\.message) == ["The database rejects `3.down.sql`: no index (42P07)"])
    let lacking = Checker.check(
      rolledBack(.rejected(.shop("no role", cause: Rejection.missingRole)), .notRun), policy: Policy())
    #expect(lacking.checks.flatMap(\.findings) == [])
    #expect(lacking.verdict == .unknown)
  }

  @Test("the check is skipped where no down part was run")
  func untried() {
    func outcome(_ evidence: Evidence) -> CheckReport.Outcome? {
      Checker.check(evidence, policy: Policy()).checks.first { $0.id == .rollback }?.outcome
    }
    #expect(outcome(rolledBack(.missing)) == .skipped)
    #expect(outcome(.shop()) == .skipped)
    #expect(outcome(rolledBack(.restored)) == .passed)
  }

  @Test("rollback-residue is an error where something is left or lost")
  func residue() {
    let left = changes(SchemaTable.ordersWithoutTotal, SchemaTable.orders)
    let found = rolledBack(.residue(left)).findings(of: "rollback-residue")
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.message) == ["`3.down.sql` leaves column `public.orders.total` behind"])
    #expect(found.map(\.evidence) == ["+ column public.orders.total text (left behind)"])
    #expect(found.map(\.remedy) == ["Add `ALTER TABLE public.orders DROP COLUMN total;` to the down part."])
    #expect(found.first?.location?.path == "db/3.down.sql")
    #expect(
      found.first?.declarations
        == ["-- schemagate: allow rollback-residue on public.orders.total because <reason>"])
  }

  @Test("a label that stays is a warning; order and generated names are a notice")
  func slightResidue() {
    func mood(_ labels: [String]) -> [SchemaObject] {
      [.object(.inPublic(.enumType, "mood"), [.labels: .list(labels)])]
    }
    func severities(_ residue: [SchemaChange]) -> [Severity] {
      rolledBack(.residue(residue)).findings(of: "rollback-residue").map(\.severity)
    }
    #expect(severities(changes(mood(["a"]), mood(["a", "b"]))) == [.warning])
    #expect(severities(changes(mood(["a", "b"]), mood(["a"]))) == [.error])
    let check: [Attribute: Value] = [.definition: .sql("CHECK ((total > 0))")]
    let named = changes(
      [.object(.inTable(.checkConstraint, "positive", "orders"), check)],
      [.object(.inTable(.checkConstraint, "orders_check1", "orders"), check)])
    #expect(severities(named) == [.notice])
    let index = changes(
      [.index("by_total", on: "orders", columns: "total")], [.index("orders_idx", on: "orders", columns: "total")])
    #expect(severities(index) == [.notice])
    #expect(severities(named + changes(SchemaTable.orders, [])) == [.error])
  }

  @Test("reapply-rejected and reapply-differs")
  func reapply() {
    let rejected = rolledBack(.restored, .rejected(.shop("type exists"))).findings(of: "reapply-rejected")
    #expect(
      rejected.map(\.message)
        == ["The database rejects `3.up.sql` when it is applied again after its down part: type exists (42P07)"])
    let differing = rolledBack(.restored, .differs(changes(SchemaTable.orders, []))).findings(of: "reapply-differs")
    #expect(differing.map(\.severity) == [.error])
  }

  @Test("the way back in one word follows the rules' grades")
  func outcomes() {
    func outcome(_ down: RollbackRecord.Down, _ reapply: RollbackRecord.Reapply = .same) -> StepReport.Rollback? {
      Checker.check(rolledBack(down, reapply), policy: Policy()).rollbacks["3"]
    }
    let lost = changes(SchemaTable.orders, SchemaTable.ordersWithoutTotal)
    let moved = changes(SchemaTable.orders, SchemaObject.table("orders", ["total", "id"]))
    let index = changes(
      [.index("by_total", on: "orders", columns: "total")], [.index("orders_idx", on: "orders", columns: "total")])
    #expect(outcome(.restored) == .restored)
    #expect(outcome(.residue(lost)) == .differs)
    #expect(outcome(.residue(moved)) == .reordered)
    #expect(outcome(.residue(index)) == .renamed)
    #expect(outcome(.residue(moved), .rejected(.shop("type exists"))) == .reapplyRejected)
    #expect(outcome(.restored, .differs(lost)) == .reapplyDiffers)
    #expect(outcome(.restored, .differs(moved)) == .reordered)
    #expect(outcome(.empty(leaves: lost)) == .empty)
    #expect(outcome(.empty(leaves: [])) == .restored)
    #expect(outcome(.rejected(.shop("no role", cause: Rejection.missingRole)), .notRun) == .notRun)
  }

  @Test("what a dropped table took with it is one difference, and the drop of a left one takes all")
  func families() {
    let found = rolledBack(.residue(changes([], SchemaTable.orders))).findings(of: "rollback-residue")
    #expect(found.map(\.message) == ["`3.down.sql` leaves table `public.orders` with 2 columns behind"])
    #expect(found.map(\.remedy) == ["Add `DROP TABLE public.orders;` to the down part."])
    let lost = rolledBack(.residue(changes(SchemaTable.orders, []))).findings(of: "rollback-residue")
    #expect(lost.map(\.message) == ["`3.down.sql` doesn't bring table `public.orders` with 2 columns back"])
    #expect(lost.first?.evidence?.hasPrefix("- table public.orders (missing)") == true)
  }

  @Test("names that SQL would misread are quoted in the statement to add")
  func quoting() {
    let left = changes([], SchemaObject.table("order", ["Id"]))
    let found = rolledBack(.residue(left)).findings(of: "rollback-residue")
    #expect(found.map(\.remedy) == ["Add `DROP TABLE public.\"order\";` to the down part."])
  }

  @Test("what undoes a change is in the grammar of the target's engine")
  func grammar() {
    func remedies(_ object: ObjectIdentity) -> [String] {
      let left = changes([], [SchemaObject(identity: object, parent: nil, attributes: [:])])
      let record = RollbackRecord(migration: "3", down: .residue(left), reapply: .notRun)
      return Evidence.shop(rollbacks: [record]).with { $0.target.engine = .mariadb }
        .findings(of: "rollback-residue").map(\.remedy)
    }
    #expect(
      remedies(ObjectIdentity(kind: .index, name: ["orders", "total_idx"]))
        == ["Add `DROP INDEX total_idx ON orders;` to the down part."])
    #expect(
      remedies(ObjectIdentity(kind: .foreignKey, name: ["orders_fk"], table: ["orders"]))
        == ["Add `ALTER TABLE orders DROP FOREIGN KEY orders_fk;` to the down part."])
    #expect(
      remedies(ObjectIdentity(kind: .trigger, name: ["trim"], table: ["orders"]))
        == ["Add `DROP TRIGGER trim;` to the down part."])
    // A name that needs MySQL's quotes can't stand inside a mark.
    #expect(
      remedies(ObjectIdentity(kind: .table, name: ["order"])) == [
        "Make the down part undo each change that the evidence shows."
      ])
  }

  @Test("a tool without downs skips the check with that reason")
  func noDowns() {
    let result = Checker.check(Evidence.shop().with { $0.toolHasDowns = false }, policy: Policy())
    let rollback = result.checks.first { $0.id == .rollback }
    #expect(rollback?.outcome == .skipped)
    #expect(rollback?.reason == "dbmate has no down migrations")
  }

  @Test("every check is reported, those that don't exist yet with their reason")
  func allChecks() {
    let result = Checker.check(.shop(), policy: Policy())
    #expect(result.checks.map(\.id) == CheckID.allCases)
    #expect(result.checks.filter { $0.outcome == .skipped }.allSatisfy { $0.reason?.isEmpty == false })
  }
}
