import Declaring
import SchemagateModel
import TestSupport
import Testing

@Suite("which change a declaration covers")
struct ChangeMatcherTests {
  private func change(
    _ verb: SchemaChange.Verb, _ identity: ObjectIdentity, parent: ObjectIdentity? = nil,
    _ attributes: [Attribute: Value] = [:]
  ) -> SchemaChange {
    let table = identity.table.map { ObjectIdentity(kind: .table, name: $0) }
    return SchemaChange(
      verb: verb, identity: identity, parent: parent ?? table,
      attributes: attributes.map {
        AttributeChange(attribute: $0, base: verb == .drop ? $1 : nil, head: verb == .drop ? nil : $1)
      }, consequence: .harmless)
  }

  private func expect(
    _ verb: SchemaChange.Verb, _ kind: ObjectKind, _ parts: String..., on table: String? = nil,
    details: [ExpectedChange.Detail] = []
  ) -> ExpectedChange {
    ExpectedChange(
      verb: verb, kind: kind, name: NamePattern(parts: parts), table: table.map { NamePattern(parts: [$0]) },
      details: details)
  }

  private func covered(_ expected: ExpectedChange, by changes: [SchemaChange], types: [String: String] = [:])
    -> [String]
  {
    let matcher = ChangeMatcher(changes: changes, typeNames: types, defaultSchemas: ["public"])
    return changes.filter { matcher.covers(expected, $0) }.map(\.identity.description).sorted()
  }

  @Test("a table with its columns, constraints, indexes and sequences, and not its triggers when it is new")
  func coversPartsOfTable() {
    let orders = ObjectIdentity.table("orders")
    let parts = [
      change(.add, orders), change(.add, .column("orders", "id"), parent: orders),
      change(.add, .inTable(.primaryKey, "pk", "orders")), change(.add, .inPublic(.index, "by_id"), parent: orders),
      change(.add, .inPublic(.sequence, "orders_id_seq"), [.ownedBy: .text("public.orders.id")]),
      change(.add, .inTable(.trigger, "audit", "orders")), change(.add, .table("other")),
    ]
    #expect(
      covered(expect(.add, .table, "orders"), by: parts) == [
        "column public.orders.id", "index public.by_id", "primary key pk on public.orders",
        "sequence public.orders_id_seq",
        "table public.orders",
      ])
  }

  @Test("a dropped table with everything in it")
  func coversDroppedTable() {
    let orders = ObjectIdentity.table("orders")
    let parts = [
      change(.drop, orders), change(.drop, .inTable(.trigger, "audit", "orders")), change(.drop, .inPublic(.view, "v")),
    ]
    #expect(covered(expect(.drop, .table, "public", "orders"), by: parts).count == 2)
  }

  @Test("a column with its inline constraints, and not those over other columns")
  func coversPartsOfColumn() {
    let changes = [
      change(.add, .column("orders", "total"), parent: .table("orders")),
      change(.add, .inTable(.checkConstraint, "positive", "orders"), [.columns: .list(["total"])]),
      change(.add, .inTable(.checkConstraint, "both", "orders"), [.columns: .list(["total", "tax"])]),
    ]
    #expect(covered(expect(.add, .column, "orders", "total"), by: changes).count == 2)
    #expect(covered(expect(.add, .checkConstraint, "positive"), by: changes).count == 1)
  }

  @Test("types are compared as the server spells them")
  func normalisesTypes() {
    let altered = SchemaChange(
      verb: .alter, identity: .column("t", "c"), parent: .table("t"),
      attributes: [AttributeChange(attribute: .type, base: .text("integer"), head: .text("character varying(5)"))],
      consequence: .breaksUse)
    let short = expect(.alter, .column, "t", "c", details: [.init(attribute: .type, base: "int", head: "varchar(5)")])
    #expect(covered(short, by: [altered]) == [])
    #expect(covered(short, by: [altered], types: ["int": "integer", "varchar(5)": "character varying(5)"]).count == 1)
    let declaration = Declaration(
      migration: "1", location: SourceLocation(path: "a"), text: "", clause: .expect(short), because: nil)
    #expect(DeclaredTypes.typeNames(in: [declaration]) == ["int", "varchar(5)"])
  }

  @Test("routines go by their argument types")
  func comparesArguments() {
    let dropped = change(.drop, .inPublic(.function, "f(integer)"))
    #expect(covered(expect(.drop, .function, "f(int)"), by: [dropped], types: ["int": "integer"]).count == 1)
    #expect(covered(expect(.drop, .function, "f(text)"), by: [dropped]) == [])
    #expect(covered(expect(.drop, .function, "f(*)"), by: [dropped]).count == 1)
  }

  @Test("another verb, table, schema or value is another change")
  func staysExact() {
    let dropped = change(.drop, .inTable(.policy, "own", "orders"))
    #expect(covered(expect(.drop, .policy, "own", on: "orders"), by: [dropped]).count == 1)
    #expect(covered(expect(.drop, .policy, "own", on: "users"), by: [dropped]) == [])
    #expect(covered(expect(.add, .policy, "own", on: "orders"), by: [dropped]) == [])
    #expect(covered(expect(.drop, .table, "private", "orders"), by: [change(.drop, .table("orders"))]) == [])
  }
}
