import SchemaDiffing
import SchemagateModel
import Testing

@Suite("What a change of MySQL's means")
struct MySQLConsequenceTests {
  private let table = SchemaObject(
    identity: ObjectIdentity(kind: .table, name: ["t"]), parent: nil, attributes: [:])

  @Test("a new column that the server numbers by itself breaks no statement")
  func numberedColumn() {
    let column = SchemaObject(
      identity: ObjectIdentity(kind: .column, name: ["t", "id"]), parent: table.identity,
      attributes: [.nullable: .flag(false), .autoincrement: .flag(true)])
    #expect(consequences([table], [table, column]) == [.harmless])
  }

  @Test("a view that begins to lend its definer's rights widens access")
  func lendingView() {
    let own = view([.securityDefiner: .flag(false)])
    #expect(consequences([own], [view([:])]) == [.widensAccess])
    #expect(consequences([], [view([:])]) == [.harmless])
  }

  private func view(_ attributes: [Attribute: Value]) -> SchemaObject {
    SchemaObject(identity: ObjectIdentity(kind: .view, name: ["v"]), parent: nil, attributes: attributes)
  }

  private func consequences(_ base: [SchemaObject], _ head: [SchemaObject]) -> [Consequence] {
    let engine = EngineVersion(name: .mysql, version: "8.4")
    return SchemaDiff.changes(
      from: Schema(engine: engine, objects: base), to: Schema(engine: engine, objects: head),
      matchingServerIdentity: false
    ).map(\.consequence)
  }
}
