import Checking
import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite("rules about the declared schema")
struct SchemaRuleTests {
  private static let orders = SchemaObject.table("orders", ["id bigint", "total numeric"])

  private func changes(from declared: [SchemaObject], to made: [SchemaObject]) -> [SchemaChange] {
    SchemaDiff.changes(from: .of(declared), to: .of(made), matchingServerIdentity: false)
  }

  private func evidence(
    _ head: DeclaredComparison.Outcome, base: DeclaredComparison.Outcome? = nil
  ) -> Evidence {
    Evidence.shop().with {
      $0.target.schema = .files(["schema.sql"])
      $0.declared = DeclaredComparison(name: "`schema.sql`", path: "schema.sql", head: head, base: base)
    }
  }

  private func outcome(_ evidence: Evidence) -> CheckReport? {
    Checker.check(evidence, policy: Policy()).checks.first { $0.id == .schema }
  }

  @Test("an equal schema passes, and none that is declared is said to be none")
  func quiet() {
    #expect(outcome(evidence(.compared([])))?.outcome == .passed)
    #expect(outcome(.shop())?.reason == "no schema is declared (`schema:`)")
    #expect(outcome(.shop())?.outcome == .skipped)
  }

  @Test("each object of either side alone is a finding of its own, with all that is in it")
  func bothDirections() {
    let index = SchemaObject.object(
      ObjectIdentity(kind: .index, name: ["public", "orders_idx"]), parent: .table("orders"),
      [.definition: .text("CREATE INDEX …")])
    let found = evidence(
      .compared(changes(from: Self.orders + SchemaObject.table("notes", ["id"]), to: Self.orders + [index]))
    ).findings(of: "schema-mismatch")
    #expect(
      Set(found.map(\.message)) == [
        "The migrations make index `public.orders_idx`, which `schema.sql` doesn't declare",
        "`schema.sql` declares table `public.notes` with 1 column, which no migration makes",
      ])
    #expect(found.allSatisfy { $0.severity == .error && $0.location?.path == "schema.sql" })
    #expect(found.contains { $0.remedy.contains("schemagate snapshot --output schema.sql") })
  }

  @Test("what base mismatched already is told apart and fails nothing")
  func existing() {
    let old = changes(from: Self.orders, to: SchemaObject.table("orders", ["id bigint", "total text"]))
    let new = changes(
      from: Self.orders, to: SchemaObject.table("orders", ["id bigint", "total text", "note text"]))
    #expect(outcome(evidence(.compared(old), base: .compared(old)))?.outcome == .passed)
    let found = evidence(.compared(new), base: .compared(old)).findings(of: "schema-mismatch")
    #expect(found.filter(\.existing).map(\.object) == ["column public.orders.total"])
    #expect(found.filter { !$0.existing }.map(\.object) == ["column public.orders.note"])
  }

  @Test("another order of columns is a notice")
  func order() {
    let made = SchemaObject.table("orders", ["total numeric", "id bigint"])
    let found = evidence(.compared(changes(from: Self.orders, to: made))).findings(of: "schema-mismatch")
    #expect(found.map(\.severity) == [.notice])
    #expect(outcome(evidence(.compared(changes(from: Self.orders, to: made))))?.outcome == .passed)
  }

  @Test("of very many objects the rest share one finding, and none that base has is hidden in it")
  func many() {
    let extra = (10..<40).flatMap { SchemaObject.table("t\($0)", []) }
    let old = changes(from: Self.orders + [extra[29]], to: Self.orders)
    let all = changes(from: Self.orders + extra, to: Self.orders)
    let found = evidence(.compared(all), base: .compared(old)).findings(of: "schema-mismatch")
    #expect(found.count == 22)
    #expect(found.filter(\.existing).map(\.object) == ["table public.t39"])
    #expect(found.contains { $0.message == "9 more objects differ from what `schema.sql` declares" })
  }

  @Test("a declaration that doesn't build is a finding, and one that can't be built here is unknown")
  func notBuilt() {
    let rejected = evidence(.rejected(.shop("no such table"), path: "schema.sql"))
    #expect(rejected.findings(of: "schema-rejected").count == 1)
    #expect(Checker.check(rejected, policy: Policy()).verdict == .failed)
    let unbuilt = Checker.check(evidence(.unbuilt(why: "no SQLAlchemy")), policy: Policy())
    #expect(unbuilt.verdict == .unknown)
    #expect(unbuilt.notChecked.contains { $0.why == "no SQLAlchemy" })
  }
}
