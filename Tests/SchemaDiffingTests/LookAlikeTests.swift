import SchemaDiffing
import SchemagateModel
import TestSupport
import Testing

@Suite("objects that left one name while another of the same definition came")
struct LookAlikeTests {
  /// What is said of each dropped and each added object beside the change itself.
  private func notes(
    _ base: [SchemaObject], _ head: [SchemaObject], sameDatabase: Bool = false, engine: EngineKind = .postgresql
  ) -> [String] {
    func schema(_ objects: [SchemaObject]) -> Schema {
      Schema(engine: EngineVersion(name: engine, version: "1"), objects: objects)
    }
    let changes = SchemaDiff.changes(from: schema(base), to: schema(head), matchingServerIdentity: sameDatabase)
    return changes.compactMap { change in
      if let other = change.possibleRename { return "\(change.verb.rawValue) maybe \(other.description)" }
      return change.notRename.map { "\(change.verb.rawValue) not \($0.description)" }
    }
  }

  private func pairs(_ base: [SchemaObject], _ head: [SchemaObject]) -> [String] {
    SchemaDiff.changes(from: .of(base), to: .of(head), matchingServerIdentity: false).compactMap { change in
      guard change.verb == .drop, let other = change.possibleRename else { return nil }
      return "\(change.identity.name.last ?? "") -> \(other.name.last ?? "")"
    }
  }

  private let orders = SchemaObject.table("orders", ["id bigint", "phone", "total numeric"])

  @Test("a column of the same table, type and default is paired both ways")
  func columns() {
    let head = SchemaObject.table("orders", ["id bigint", "total numeric", "mobile"])
    let changes = SchemaDiff.changes(from: .of(orders), to: .of(head), matchingServerIdentity: false)
    #expect(changes.map(\.verb) == [.add, .drop])
    #expect(changes.map(\.possibleRename) == [.column("orders", "phone"), .column("orders", "mobile")])
    #expect(changes.allSatisfy { $0.notRename == nil })
    #expect(changes.map(\.consequence) == [.harmless, .losesData])
  }

  @Test("another type, another default or another table is no pair")
  func differentColumns() {
    #expect(pairs([.column("orders", "a", type: "text")], [.column("orders", "b", type: "integer")]) == [])
    #expect(pairs([.column("orders", "a")], [.column("orders", "b", [.default: .sql("''::text")])]) == [])
    #expect(pairs([.column("orders", "a")], [.column("invoices", "a")]) == [])
  }

  @Test("with several candidates nothing is paired")
  func ambiguous() {
    let two: [SchemaObject] = [.column("orders", "b"), .column("orders", "c")]
    #expect(pairs([.column("orders", "a")], two) == [])
    #expect(pairs(two, [.column("orders", "a")]) == [])
    #expect(pairs([.column("orders", "a")], two + [.column("orders", "d", type: "bigint")]) == [])
  }

  @Test("a table is known by its columns and constraints, whatever names were derived from its own")
  func tables() {
    func table(_ name: String, check: String = "total > 0") -> [SchemaObject] {
      SchemaObject.table(name, ["total numeric"]) + [
        .column(name, "id", position: 2, [.default: .sql("nextval('\(name)_id_seq'::regclass)")]),
        .object(.inTable(.primaryKey, "\(name)_pkey", name), [.columns: .list(["id"])]),
        .object(.inTable(.checkConstraint, "positive", name), [.definition: .sql("CHECK (\(check))")]),
      ]
    }
    #expect(pairs(table("orders"), table("sales")) == ["orders -> sales"])
    #expect(pairs(table("orders"), table("sales", check: "total > 1")) == [])
    #expect(pairs(SchemaObject.table("a", ["id"]), SchemaObject.table("b", ["id"])) == [])
    #expect(pairs(table("orders"), table("sales") + table("bills")) == [])
  }

  @Test("an index, a constraint, a view and a routine are paired where all but the name is equal")
  func others() {
    let index = pairs(
      [.index("by_total", on: "orders", columns: "total")], [.index("totals", on: "orders", columns: "total")])
    #expect(index == ["by_total -> totals"])
    let check: [Attribute: Value] = [.definition: .sql("CHECK (total > 0)")]
    #expect(
      pairs(
        [.object(.inTable(.checkConstraint, "a", "orders"), check)],
        [.object(.inTable(.checkConstraint, "b", "orders"), check)]) == ["a -> b"])
    let view: [Attribute: Value] = [.definition: .sql("SELECT 1")]
    #expect(pairs([.object(.inPublic(.view, "v"), view)], [.object(.inPublic(.view, "w"), view)]) == ["v -> w"])
    func function(_ name: String, _ arguments: String) -> SchemaObject {
      let text = "CREATE FUNCTION public.\(name)(\(arguments)) RETURNS integer AS 'SELECT 1'"
      return .object(.inPublic(.function, "\(name)(\(arguments))"), [.definition: .sql(text)])
    }
    #expect(pairs([function("f", "integer")], [function("g", "integer")]) == ["f(integer) -> g(integer)"])
    #expect(pairs([function("f", "integer")], [function("g", "text")]) == [])
    #expect(pairs([.object(.inPublic(.view, "v"), view)], [.object(.inPublic(.materializedView, "w"), view)]) == [])
  }

  @Test("where the server knows them as two columns, it is no rename")
  func knownByTheServer() {
    let base = [SchemaObject.column("orders", "phone", server: "1")]
    let head = [SchemaObject.column("orders", "mobile", server: "2")]
    let changes = SchemaDiff.changes(from: .of(base), to: .of(head), matchingServerIdentity: true)
    #expect(changes.map(\.notRename) == [.column("orders", "phone"), .column("orders", "mobile")])
    #expect(changes.allSatisfy { $0.possibleRename == nil })
    #expect(notes(base, head, sameDatabase: true, engine: .sqlite).allSatisfy { $0.contains(" maybe ") })
    #expect(notes(base, head, sameDatabase: true, engine: .sqlite).count == 2)
  }

  @Test("an index that another one replaced loses nothing, and nothing is said")
  func replacedIndex() {
    let base = [SchemaObject.index("a", on: "orders", columns: "total", server: "1")]
    let head = [SchemaObject.index("b", on: "orders", columns: "total", server: "2")]
    #expect(notes(base, head, sameDatabase: true) == [])
  }

  @Test("a column of a table that was renamed is still looked for in it")
  func renamedTable() {
    let base = SchemaObject.table("orders", ["id"], server: "1") + [.column("orders", "phone", server: "1:p")]
    let head = SchemaObject.table("sales", ["id"], server: "1") + [.column("sales", "mobile", server: "1:m")]
    #expect(notes(base, head, sameDatabase: true).count == 2)
  }
}
