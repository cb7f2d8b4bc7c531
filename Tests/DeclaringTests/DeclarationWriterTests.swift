import Declaring
import SchemagateModel
import TestSupport
import Testing

@Suite("writing declarations")
struct DeclarationWriterTests {
  private static let verbs: [SchemaChange.Verb] = [.add, .drop, .alter, .rename]

  private func identity(_ kind: ObjectKind, _ name: String) -> ObjectIdentity {
    if kind.livesInTable { return ObjectIdentity(kind: kind, name: [name], table: ["public", "My orders"]) }
    let isRoutine = [.function, .procedure, .aggregate].contains(kind)
    return ObjectIdentity(kind: kind, name: ["public", isRoutine ? "\(name)(integer, numeric(10,2)[])" : name])
  }

  private func change(_ verb: SchemaChange.Verb, _ kind: ObjectKind, consequence: Consequence = .losesData)
    -> SchemaChange
  {
    let attributes = [
      AttributeChange(attribute: .definition, base: .sql("a\n(b"), head: .sql("b")),
      AttributeChange(attribute: .default, base: .sql("'x, y'::text"), head: nil),
      AttributeChange(attribute: .grants, base: .set(of: ["a=X", "b=Y"]), head: .set(of: ["a=X"])),
      AttributeChange(attribute: .type, base: .text("numeric(10,2)"), head: .text("character varying(5)")),
    ]
    return SchemaChange(
      verb: verb, identity: identity(kind, "odd\"name"), newIdentity: verb == .rename ? identity(kind, "new") : nil,
      parent: nil, attributes: verb == .rename ? [] : attributes, consequence: consequence)
  }

  private func read(_ line: String) -> DeclarationSet {
    let script = MigrationScript(path: "1.sql", body: .sql([]), transaction: .file, contentID: "x")
    let migration = Migration(id: "1", name: "", path: "1.sql", up: script, down: nil)
    let target = TargetDefinition(name: "shop", engine: .postgresql, migrations: [""], tool: ToolSettings(name: "x"))
    return DeclarationReader.read(
      pending: [migration], history: MigrationHistory(migrations: [migration]),
      files: FileTree(files: ["1.sql": .init(contents: Array(line.utf8), contentID: "")]), target: target)
  }

  @Test("a line reads back and covers its change", arguments: ObjectKind.allCases)
  func roundTrip(kind: ObjectKind) throws {
    for verb in Self.verbs {
      let change = change(verb, kind)
      let line = DeclarationWriter.declarationLine(for: change)
        .replacing(DeclarationWriter.reasonPlaceholder, with: "SHOP-1")
      let set = read(line)
      #expect(set.problems == [], "\(line)")
      let declaration = try #require(set.declarations.first)
      guard case .expect(let expected) = declaration.clause else { return #expect(Bool(false), "\(line)") }
      #expect(declaration.because == "SHOP-1")
      let matcher = ChangeMatcher(changes: [change], typeNames: [:], defaultSchemas: ["public"])
      #expect(matcher.names(expected, change), "\(line)")
    }
  }

  @Test(
    "names that hold signs, blanks and parentheses stand in quotes, and read back",
    arguments: [
      (ObjectKind.operator, ["public", "===(integer, integer)"], "operator public.\"===(integer, integer)\""),
      (.operator, ["public", "!@#(NONE, numeric)"], "operator public.\"!@#(NONE, numeric)\""),
      (.operatorClass, ["public", "my_ops(btree)"], "operator class public.\"my_ops(btree)\""),
      (.operatorFamily, ["public", "My ops(gin)"], "operator family public.\"My ops(gin)\""),
      (.cast, ["integer AS public.pair"], "cast \"integer AS public.pair\""),
      (.cast, ["\"char\" AS numeric(10,2)[]"], "cast \"\"\"char\"\" AS numeric(10,2)[]\""),
      (.transform, ["public.hstore FOR plperl"], "transform \"public.hstore FOR plperl\""),
      (.baseType, ["public", "code"], "base type public.code"), (.language, ["plv8"], "language plv8"),
      (.textSearchConfiguration, ["public", "search"], "text search configuration public.search"),
    ])
  func writesBuildingBlocks(kind: ObjectKind, name: [String], words: String) throws {
    let identity = ObjectIdentity(kind: kind, name: name)
    let change = SchemaChange(
      verb: .drop, identity: identity, newIdentity: nil, parent: nil, attributes: [], consequence: .breaksUse)
    #expect(DeclarationWriter.entry(for: change) == "drop \(words)")
    let set = read(DeclarationWriter.declarationLine(for: change))
    guard case .expect(let expected)? = set.declarations.first?.clause else { return #expect(set.problems == []) }
    let matcher = ChangeMatcher(changes: [change], typeNames: [:], defaultSchemas: ["public"])
    #expect(matcher.names(expected, change))
  }

  @Test("the placeholder is not taken for a reason")
  func refusesPlaceholder() {
    let set = read(DeclarationWriter.declarationLine(for: change(.drop, .table)))
    #expect(set.declarations == [])
    #expect(set.problems.first?.what.contains("placeholder") == true)
    #expect(read(DeclarationWriter.waiverLine(rule: "down-missing", on: nil)).problems.count == 1)
  }

  @Test("a reason is asked for only where one is needed")
  func asksForReasons() {
    #expect(
      DeclarationWriter.entry(for: change(.drop, .view, consequence: .breaksUse)) == "drop view public.\"odd\"\"name\"")
    #expect(
      DeclarationWriter.entry(for: change(.drop, .view, consequence: .losesAccess)).hasSuffix(" because <reason>"))
  }
}
