import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite("comparing two schemas")
struct SchemaDiffTests {
  private func lines(_ base: [SchemaObject], _ head: [SchemaObject], sameDatabase: Bool = false) -> [String] {
    SchemaDiff.changes(from: .of(base), to: .of(head), matchingServerIdentity: sameDatabase).map { change in
      let attributes =
        change.verb == .alter ? " " + change.attributes.map(\.attribute.rawValue).joined(separator: ",") : ""
      let new = change.verb == .rename ? " to " + (change.newIdentity?.name.last ?? "") : ""
      return "\(change.verb.rawValue) \(change.identity.description)\(new)\(attributes)"
    }
  }

  @Test("finds nothing between a schema and itself")
  func findsNothingInEqualSchemas() {
    let shop = SchemaObject.table("orders", ["id bigint", "total numeric"], server: "1")
    #expect(lines(shop, shop) == [])
    #expect(lines(shop.reversed(), shop, sameDatabase: true) == [])
  }

  @Test("lists the parts of an added and of a dropped table")
  func listsPartsOfTables() {
    let orders = SchemaObject.table("orders", ["id"])
    #expect(lines([], orders) == ["add table public.orders", "add column public.orders.id"])
    #expect(lines(orders, []) == ["drop table public.orders", "drop column public.orders.id"])
  }

  @Test("a column that only moved up behind a dropped one has not changed")
  func ignoresShiftedColumns() {
    let base = SchemaObject.table("orders", ["id", "note", "total", "paid"])
    let head = SchemaObject.table("orders", ["id", "total", "paid"])
    #expect(lines(base, head) == ["drop column public.orders.note"])
    #expect(lines(head, base) == ["add column public.orders.note"])
  }

  @Test("reports the fewest columns whose order changed")
  func reportsOrder() {
    let base = SchemaObject.table("orders", ["id", "note", "total", "paid"])
    #expect(
      lines(base, SchemaObject.table("orders", ["id", "total", "paid", "note"]))
        == ["alter column public.orders.note position"])
    let swapped = lines(base, SchemaObject.table("orders", ["paid", "new", "id"]))
    #expect(swapped.filter { $0.hasSuffix(" position") }.count == 1)
  }

  @Test("a crossing with a column that kept its number is a change of order")
  func noticesCrossingColumns() {
    let base = SchemaObject.table("orders", ["a", "b"])
    let head = SchemaObject.table("orders", ["new", "b", "a"])
    #expect(lines(base, head).contains { $0.hasPrefix("alter column") })
  }

  @Test("a renamed table is one change, and its parts follow silently")
  func renamesTable() {
    let base =
      SchemaObject.table("orders", ["id", "total"], server: "1")
      + [
        .index("orders_total", on: "orders", columns: "total", server: "2"),
        .object(
          .inTable(.checkConstraint, "positive", "orders"), server: "3", [.definition: .sql("CHECK ((total > 0))")]),
      ]
    let head =
      SchemaObject.table("sales", ["id", "total"], server: "1")
      + [
        .index("orders_total", on: "sales", columns: "total", server: "2"),
        .object(
          .inTable(.checkConstraint, "positive", "sales"), server: "3", [.definition: .sql("CHECK ((total > 0))")]),
      ]
    #expect(lines(base, head, sameDatabase: true) == ["rename table public.orders to sales"])
    #expect(lines(base, head).count > 4)
  }

  @Test("a renamed schema is one change")
  func renamesSchema() {
    func objects(in schema: String) -> [SchemaObject] {
      let identity = ObjectIdentity(kind: .schema, name: [schema])
      let table = ObjectIdentity(kind: .table, name: [schema, "orders"])
      return [
        .object(identity, server: "s"), .object(table, parent: identity, server: "t"),
        .object(ObjectIdentity(kind: .column, name: [schema, "orders", "id"]), parent: table, server: "c"),
        .object(ObjectIdentity(kind: .index, name: [schema, "by_id"]), parent: table, server: "i"),
        .object(ObjectIdentity(kind: .primaryKey, name: ["pk"], table: [schema, "orders"]), server: "p"),
        .object(ObjectIdentity(kind: .function, name: [schema, "f(\(schema).mood)"]), parent: identity, server: "f"),
      ]
    }
    #expect(lines(objects(in: "a"), objects(in: "b"), sameDatabase: true) == ["rename schema a to b"])
  }

  @Test("a renamed column is one change, also where an index names it")
  func renamesColumn() {
    let base = [
      SchemaObject.column("orders", "total", server: "1"),
      .index("by_total", on: "orders", columns: "total", server: "2"),
    ]
    let head = [
      SchemaObject.column("orders", "amount", server: "1"),
      .index("by_total", on: "orders", columns: "amount", server: "2"),
    ]
    #expect(lines(base, head, sameDatabase: true) == ["rename column public.orders.total to amount"])
  }

  @Test("a string that changed together with a rename is still a change")
  func keepsChangedStrings() {
    let base = SchemaObject.column("orders", "total", server: "1", [.default: .sql("'total'::text")])
    let head = SchemaObject.column("orders", "amount", server: "1", [.default: .sql("'amount'::text")])
    #expect(
      lines([base], [head], sameDatabase: true)
        == ["rename column public.orders.total to amount", "alter column public.orders.total default"])
  }

  @Test("a table that took another's name is new, and the other one renamed")
  func noticesSwappedNames() {
    let base = SchemaObject.table("orders", ["id"], server: "1")
    let head = SchemaObject.table("orders", ["id"], server: "2") + SchemaObject.table("orders_old", ["id"], server: "1")
    #expect(
      lines(base, head, sameDatabase: true)
        == ["rename table public.orders to orders_old", "add table public.orders", "add column public.orders.id"])
  }

  @Test("a rebuilt table under its own name has not changed")
  func ignoresRebuiltTable() {
    let base = SchemaObject.table("orders", ["id"], server: "1")
    #expect(lines(base, SchemaObject.table("orders", ["id"], server: "2"), sameDatabase: true) == [])
  }

  @Test("an index that moved to another table is another index")
  func noticesOtherTable() {
    let base = [SchemaObject.index("by_total", on: "orders", columns: "total")]
    let head = [SchemaObject.index("by_total", on: "invoices", columns: "total")]
    #expect(lines(base, head) == ["drop index public.by_total", "add index public.by_total"])
  }

  @Test("the way back has as many changes as the way there")
  func isSymmetric() {
    let base = SchemaObject.table("orders", ["id", "note"]) + SchemaObject.table("customers", ["id"])
    let head = SchemaObject.table("orders", ["id bigint", "total"])
    #expect(lines(base, head).count == lines(head, base).count)
    #expect(lines(base, head).count == 5)
  }

  @Test("finds one change among 20,000 objects")
  func findsOneAmongMany() {
    let shop = (0..<2000).flatMap { SchemaObject.table("t\($0)", (0..<9).map { "c\($0)" }) }
    let head = shop + [.column("t7", "extra", position: 10)]
    #expect(lines(shop, head) == ["add column public.t7.extra"])
  }
}
