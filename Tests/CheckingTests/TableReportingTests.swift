import Checking
import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite("Tables that a branch changes, for the diagram and the comparison")
struct TableReportingTests {
  /// Customers have orders, orders have lines; nobody refers to notes.
  private static let shop: [SchemaObject] =
    SchemaObject.table("customers", ["id bigint", "email text", "phone text"], server: "c")
    + SchemaObject.table("orders", ["id bigint", "customer_id bigint", "note text"], server: "o")
    + SchemaObject.table("lines", ["id bigint", "order_id bigint", "amount integer"], server: "l")
    + SchemaObject.table("notes", ["id bigint", "body text"], server: "n")
    + ["customers", "orders", "lines"].map(primaryKey) + [
      foreignKey("orders", "customer_id", to: "customers"), foreignKey("lines", "order_id", to: "orders"),
    ]

  private static func primaryKey(_ table: String) -> SchemaObject {
    .object(.inTable(.primaryKey, "\(table)_pkey", table), [.columns: .list(["id"])])
  }

  private static func foreignKey(_ table: String, _ column: String, to target: String) -> SchemaObject {
    .object(
      .inTable(.foreignKey, "\(table)_\(column)_fkey", table), server: "\(table)_\(column)",
      [.columns: .list([column]), .references: .list(["public.\(target)", "id"])])
  }

  private func reports(_ head: [SchemaObject], from base: [SchemaObject] = shop) -> [TableReport] {
    let (base, head) = (Schema.of(base), Schema.of(head))
    let changes = SchemaDiff.changes(from: base, to: head, matchingServerIdentity: true)
    return TableReporting.reports(changes, from: base, to: head)
  }

  @Test("a new column shows its table with all columns, and the neighbours with their keys alone")
  func columnAdded() throws {
    let reports = reports(Self.shop + [.column("customers", "city", position: 4, nullable: false)])
    #expect(reports.map(\.name) == ["public.customers", "public.orders"])
    #expect(reports.map(\.change) == [.altered, .none])
    let customers = try #require(reports.first)
    #expect(customers.columns.map(\.name) == ["id", "email", "phone", "city"])
    #expect(customers.columns.map { $0.base != nil } == [true, true, true, false])
    #expect(customers.columns.first?.head?.isPrimaryKey == true)
    #expect(customers.columns.last?.head == ColumnReport.Shape(type: "text", nullable: false))
    #expect(reports.last?.columns.map(\.name) == ["id", "customer_id"])
    #expect(reports.last?.references.map(\.table) == ["public.customers"])
  }

  @Test("a neighbour's references to tables that aren't shown are left out")
  func neighboursOfNeighbours() {
    let reports = reports(Self.shop + [.column("lines", "price", position: 4)])
    #expect(reports.map(\.name) == ["public.lines", "public.orders"])
    #expect(reports.last?.references == [])
  }

  @Test("a dropped column stands where it stood, and a renamed one is one column")
  func columnsDroppedAndRenamed() {
    var head = Self.shop.filter { ![.column("customers", "email"), .column("orders", "note")].contains($0.identity) }
    head.append(.column("orders", "remark", position: 3, server: "o:note"))
    let reports = reports(head)
    #expect(reports.first?.columns.map(\.name) == ["id", "email", "phone"])
    #expect(reports.first?.columns[1].head == nil)
    let remark = reports.last?.columns.last
    #expect(remark?.name == "remark")
    #expect(remark?.renamedFrom == "note")
    #expect(remark?.base != nil)
  }

  @Test("a renamed table is one table, under its new name in what refers to it")
  func tableRenamed() throws {
    var head = Self.shop.filter { !$0.identity.name.contains("notes") }
    head += SchemaObject.table("remarks", ["id bigint", "body text"], server: "n")
    let report = try #require(reports(head).first)
    #expect(report.name == "public.remarks")
    #expect(report.renamedFrom == "public.notes")
    #expect(report.columns.allSatisfy { $0.base != nil && $0.head != nil && $0.renamedFrom == nil })
  }

  @Test("a new table with a foreign key, and a dropped foreign key, make neighbours at either side")
  func references() throws {
    let head =
      Self.shop.filter { $0.identity != .inTable(.foreignKey, "lines_order_id_fkey", "lines") }
      + SchemaObject.table("addresses", ["id bigint", "customer_id bigint"])
      + [
        Self.foreignKey("addresses", "customer_id", to: "customers"),
        .object(.inTable(.uniqueConstraint, "one", "addresses"), [.columns: .list(["customer_id"])]),
      ]
    let reports = reports(head)
    #expect(reports.map(\.name) == ["public.addresses", "public.customers", "public.lines", "public.orders"])
    #expect(reports.map(\.change) == [.added, .none, .altered, .none])
    let added = try #require(reports.first?.references.first)
    #expect(added.change == .added && added.isOptional && added.isUnique)
    #expect(reports[2].references.map(\.change) == [.dropped])
  }

  @Test("a table that was dropped keeps its columns and what it referred to")
  func tableDropped() throws {
    let head = Self.shop.filter { $0.identity != .table("lines") && $0.parent != .table("lines") }
    let report = try #require(reports(head).first)
    #expect(report.change == .dropped)
    #expect(report.columns.map(\.name) == ["id", "order_id", "amount"])
    #expect(report.columns.allSatisfy { $0.head == nil })
    #expect(report.references.map(\.change) == [.dropped])
  }

  @Test("an index, a trigger and a policy touch their table, a view none")
  func touchedByParts() {
    let head =
      Self.shop + [
        .index("notes_body", on: "notes", columns: "body", unique: true),
        .object(.inPublic(.view, "all_notes"), parent: ObjectIdentity(kind: .schema, name: ["public"])),
      ]
    let reports = reports(head)
    #expect(reports.map(\.name) == ["public.notes"])
    #expect(reports.first?.columns.map { $0.base?.isUnique } == [false, false])
    #expect(reports.first?.columns.map { $0.head?.isUnique } == [false, true])
  }

  @Test("a partition is left out: the table that it is part of stands for it")
  func partitions() {
    let partition = SchemaObject.object(
      .table("notes_2026"), parent: ObjectIdentity(kind: .schema, name: ["public"]),
      [.partitionOf: .text("public.notes")])
    #expect(reports(Self.shop + [partition]) == [])
  }

  @Test("what nobody changed shows no table")
  func nothing() {
    #expect(reports(Self.shop) == [])
  }

  @Test("a table that everything refers to doesn't fill the report")
  func manyNeighbours() {
    let many = (0..<500).flatMap { number in
      SchemaObject.table("t\(number)", ["id bigint", "customer_id bigint"], server: "t\(number)")
        + [Self.foreignKey("t\(number)", "customer_id", to: "customers")]
    }
    let reports = reports(Self.shop + many + [.column("customers", "city", position: 4)], from: Self.shop + many)
    #expect(reports.count == 201)
    #expect(reports.filter { $0.change == .altered }.map(\.name) == ["public.customers"])
  }
}
