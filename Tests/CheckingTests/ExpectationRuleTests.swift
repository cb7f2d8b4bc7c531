import Checking
import SchemagateModel
import TestSupport
import Testing

@Suite("rules about declarations")
struct ExpectationRuleTests {
  private let dropsColumn = changes(SchemaTable.orders, SchemaTable.ordersWithoutTotal)

  private func evidence(_ changes: [SchemaChange], _ declarations: [Declaration] = []) -> Evidence {
    .shop(steps: [.applied("3", changes)], declarations: declarations)
  }

  @Test("change-undeclared gives the line to add")
  func undeclared() {
    let found = evidence(dropsColumn).findings(of: "change-undeclared")
    #expect(
      found.map(\.message) == ["`3.up.sql` drops column `public.orders.total` without declaring it: its data is lost"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.evidence == "- column public.orders.total text")
    #expect(
      found.first?.declarations == ["-- schemagate: expect drop column public.orders.total because <reason>"])
    let declared = evidence(dropsColumn, [expect(.drop, .column, "orders", "total", because: "unused")])
    #expect(Checker.check(declared, policy: Policy()).verdict == .passed)
  }

  @Test("a dropped table and its columns are one finding")
  func foldsParts() {
    let found = evidence(changes(SchemaTable.orders, [])).findings(of: "change-undeclared")
    #expect(
      found.map(\.message)
        == ["`3.up.sql` drops table `public.orders` with 2 columns without declaring it: its data is lost"])
    let declared = evidence(changes(SchemaTable.orders, []), [expect(.drop, .table, "orders", because: "unused")])
    #expect(declared.findings(of: "change-undeclared") == [])
  }

  @Test("what breaks readers is a warning, what is harmless needs no line")
  func grades() {
    let renamed = SchemaChange(
      verb: .rename, identity: .column("orders", "total"), newIdentity: .column("orders", "sum"),
      parent: .table("orders"), attributes: [], consequence: .breaksUse)
    #expect(evidence([renamed]).findings(of: "change-undeclared").map(\.severity) == [.warning])
    let added = changes(SchemaTable.ordersWithoutTotal, SchemaTable.orders)
    #expect(evidence(added).findings(of: "change-undeclared") == [])
  }

  @Test("'expectations' widens or closes what has to be declared, and 'nothing else' makes it exact")
  func policies() {
    let added = changes([], SchemaTable.orders)
    let all = evidence(added).with { $0.target.expectations = .all }
    #expect(all.findings(of: "change-undeclared").map(\.severity) == [.warning])
    let none = evidence(dropsColumn).with { $0.target.expectations = .none }
    #expect(none.findings(of: "change-undeclared") == [])
    #expect(
      evidence(added, [declare(.expectNothingElse)]).findings(of: "change-undeclared").map(\.severity) == [.error])
    let exact = evidence(added, [declare(.expectNothingElse), expect(.add, .table, "orders")])
    #expect(exact.findings(of: "change-undeclared") == [])
  }

  @Test("expectation-unmet shows what happened instead")
  func unmet() {
    let wrong = evidence(dropsColumn, [expect(.drop, .column, "orders", "fax", because: "x")])
    let found = wrong.findings(of: "expectation-unmet")
    #expect(found.map(\.severity) == [.error])
    #expect(found.first?.evidence == "  What it does:\n- column public.orders.total text")
    #expect(evidence(dropsColumn, [expect(.drop, .column, "orders", "total")]).findings(of: "expectation-unmet") == [])
    let notRun = Evidence.shop(steps: [.rejected("3")], declarations: [expect(.drop, .column, "orders", "fax")])
    #expect(notRun.findings(of: "expectation-unmet") == [])
  }

  @Test("expectation-unreadable, also for a rule that doesn't exist")
  func unreadable() {
    let problem = DeclarationProblem(
      migration: "3", location: SourceLocation(path: "db/3.up.sql", line: 1), text: "schemagate: x", what: "expected y")
    let evidence = evidence([], [declare(.allow(rule: "down-mising", on: nil), because: "x")]).with {
      $0.declarationProblems = [problem]
    }
    #expect(
      Set(evidence.findings(of: "expectation-unreadable").map(\.message))
        == ["A declaration can't be read: expected y", "No rule is called `down-mising`; did you mean `down-missing`?"])
    #expect(evidence.findings(of: "waiver-unused") == [])
  }

  @Test("reason-missing where data is dropped")
  func reasonMissing() {
    let bare = evidence(dropsColumn, [expect(.drop, .column, "orders", "total")])
    #expect(bare.findings(of: "reason-missing").map(\.location?.line) == [2])
    #expect(bare.findings(of: "change-undeclared") == [])
    let reasoned = evidence(dropsColumn, [expect(.drop, .column, "orders", "total", because: "unused")])
    #expect(reasoned.findings(of: "reason-missing") == [])
  }

  @Test("a waiver accepts its migration's finding on its object, and one without a finding is unused")
  func waivers() {
    func allow(_ parts: String...) -> Declaration {
      declare(.allow(rule: "change-undeclared", on: NamePattern(parts: parts)), because: "agreed")
    }
    let result = Checker.check(evidence(dropsColumn, [allow("orders")]), policy: Policy())
    #expect(result.verdict == .passed)
    #expect(result.waivers.map(\.because) == ["agreed"])
    #expect(result.checks.flatMap(\.findings).map(\.waived) == ["agreed"])
    let other = evidence(dropsColumn, [allow("users")])
    #expect(other.findings(of: "waiver-unused").map(\.severity) == [.notice])
    #expect(Checker.check(other, policy: Policy()).verdict == .failed)
  }

  @Test("a lasting waiver holds until its date")
  func lastingWaivers() {
    let evidence = evidence(dropsColumn).with {
      $0.waivers = [LastingWaiver(rule: "change-undeclared", on: nil, because: "night", until: "2026-01-31")]
      $0.headDate = "2026-01-31"
    }
    #expect(Checker.check(evidence, policy: Policy()).verdict == .passed)
    let later = evidence.with { $0.headDate = "2026-02-01" }
    #expect(
      later.findings(of: "waiver-expired").map(\.message) == [
        "The waiver of `change-undeclared` ended on 2026-01-31; its reason was: night"
      ])
    #expect(Checker.check(later, policy: Policy()).verdict == .failed)
  }

  @Test("changes are reported with their migrations and whether they were declared")
  func changeReports() {
    let declared = evidence(dropsColumn, [expect(.drop, .column, "orders", "total", because: "unused")])
    let result = Checker.check(declared, policy: Policy())
    #expect(result.changes.map(\.name) == ["public.orders.total"])
    #expect(result.changes.map(\.declared) == [true])
    #expect(result.changes.map(\.migrations) == [["3"]])
    #expect(result.stepChanges["3"]?.count == 1)
    #expect(Checker.check(evidence(dropsColumn), policy: Policy()).changes.map(\.declared) == [false])
  }
}
