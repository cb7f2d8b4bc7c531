import Declaring
import SchemagateModel
import TestSupport
import Testing

@Suite("a declaration written by hand, for what works beside the tables")
struct ServiceDeclarationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let line: String
    let kind: ObjectKind
    let name: [String]
    var verb = SchemaChange.Verb.add
    var attributes: [AttributeChange] = []
    var testDescription: String { line }
  }

  static let cases = [
    Case(line: "add foreign data wrapper files", kind: .foreignDataWrapper, name: ["files"]),
    Case(
      line: "alter server archive (version 1 -> 2)", kind: .server, name: ["archive"], verb: .alter,
      attributes: [AttributeChange(attribute: .version, base: .text("1"), head: .text("2"))]),
    Case(line: "drop user mapping archive.reader", kind: .userMapping, name: ["archive", "reader"], verb: .drop),
    Case(line: "add user mapping archive.PUBLIC", kind: .userMapping, name: ["archive", "PUBLIC"]),
    Case(line: "add foreign table orders", kind: .foreignTable, name: ["public", "orders"]),
    Case(line: "drop foreign table shop.orders", kind: .foreignTable, name: ["shop", "orders"], verb: .drop),
    Case(
      line: "alter event trigger guard (enabled enabled -> disabled)", kind: .eventTrigger, name: ["guard"],
      verb: .alter,
      attributes: [AttributeChange(attribute: .enabled, base: .text("enabled"), head: .text("disabled"))]),
    Case(
      line: "alter publication feed (members)", kind: .publication, name: ["feed"], verb: .alter,
      attributes: [AttributeChange(attribute: .members, base: .set(of: ["table public.a"]), head: .set(of: []))]),
    Case(line: "drop subscription feed", kind: .subscription, name: ["feed"], verb: .drop),
    Case(
      line: "add default privileges DATABASE_OWNER.tables", kind: .defaultPrivileges,
      name: ["DATABASE_OWNER", "tables"]),
    Case(
      line: "add default privileges writer.sequences.shop", kind: .defaultPrivileges,
      name: ["writer", "sequences", "shop"]),
    Case(
      line: "add default privileges writer.\"large objects\"", kind: .defaultPrivileges,
      name: ["writer", "large objects"]),
    Case(line: "add role app_reader", kind: .role, name: ["app_reader"]),
    Case(
      line: "alter role app_reader (member of)", kind: .role, name: ["app_reader"], verb: .alter,
      attributes: [AttributeChange(attribute: .memberOf, base: nil, head: .set(of: ["staff"]))]),
    Case(
      line: "alter database current (settings)", kind: .database, name: ["current"], verb: .alter,
      attributes: [AttributeChange(attribute: .settings, base: nil, head: .set(of: ["work_mem=1MB"]))]),
    Case(
      line: "alter column people.email (security labels)", kind: .column, name: ["public", "people", "email"],
      verb: .alter, attributes: [AttributeChange(attribute: .securityLabels, base: nil, head: .set(of: ["anon: x"]))]),
  ]

  @Test("reads back, and covers its change", arguments: cases)
  func reads(_ line: Case) throws {
    let set = read("-- schemagate: expect \(line.line) because SHOP-1")
    #expect(set.problems == [])
    guard case .expect(let expected)? = set.declarations.first?.clause else {
      return #expect(Bool(false), "\(set)")
    }
    let change = SchemaChange(
      verb: line.verb, identity: ObjectIdentity(kind: line.kind, name: line.name), newIdentity: nil, parent: nil,
      attributes: line.attributes, consequence: .losesAccess)
    let matcher = ChangeMatcher(changes: [change], typeNames: [:], defaultSchemas: ["public"])
    #expect(matcher.names(expected, change))
  }

  private func read(_ line: String) -> DeclarationSet {
    let script = MigrationScript(path: "1.sql", body: .sql([]), transaction: .file, contentID: "x")
    let migration = Migration(id: "1", name: "", path: "1.sql", up: script, down: nil)
    let target = TargetDefinition(name: "shop", engine: .postgresql, migrations: [""], tool: ToolSettings(name: "x"))
    return DeclarationReader.read(
      pending: [migration], history: MigrationHistory(migrations: [migration]),
      files: FileTree(files: ["1.sql": .init(contents: Array(line.utf8), contentID: "")]), target: target)
  }
}
