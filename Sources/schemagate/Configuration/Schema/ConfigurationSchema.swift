import Checking
import MigrationTools
import Reporting
import SchemagateModel

/// The JSON schema of `schemagate.yml`, for editors: made of the words that the reader knows.
enum ConfigurationSchema {
  /// `schemagate.schema.json` in the repository's root holds the same text.
  static func text() throws -> String { try OrderedJSON.text(Document(root: root)) }

  static let root = SchemaNode.any([.object(SchemaObjectNode(properties: members(of: .root))), .nothing])

  private struct Document: Encodable {
    let root: SchemaNode

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: SchemaNode.Key.self)
      try fields.encode("http://json-schema.org/draft-07/schema#", forKey: .init("$schema"))
      try fields.encode("schemagate.yml", forKey: .init("title"))
      try fields.encode("What schemagate checks, and how.", forKey: .init("description"))
      try root.encode(to: encoder)
    }
  }

  /// The keys of a mapping in the reader's order, each with what may stand behind it.
  private static func members(of part: ConfigurationPart) -> [(key: String, node: SchemaNode)] {
    part.keys.compactMap { key in part.nodes[key].map { (key, $0) } }
  }

  static let path = SchemaNode.text(pattern: #"^(?![/~])(?!(.*/)?\.\.(/|$)).+$"#)
  static let duration = SchemaNode.text(pattern: #"^[0-9]+(\.[0-9]+)?(ms|s|m)$"#)
  static let ruleIDs = RuleCatalog.all.map(\.metadata.id)
  static let toolNames = ToolCatalog.all.map(\.name)

  static var targets: SchemaNode {
    let target = SchemaObjectNode(properties: members(of: .target), exclusive: ["engine", "engines"])
    return .map(.any([.object(target), .nothing]))
  }

  static var rules: SchemaNode {
    .object(SchemaObjectNode(properties: ruleIDs.map { ($0, .word(RuleSetting.words)) }))
  }

  static var budget: SchemaNode { .object(SchemaObjectNode(properties: members(of: .budget))) }

  static var waivers: SchemaNode {
    .list(.object(SchemaObjectNode(properties: members(of: .waiver), required: ["rule", "because"])))
  }

  static var setup: SchemaNode {
    .any([.several(path), .object(SchemaObjectNode(properties: members(of: .setup), required: ["preset"]))])
  }

  static var declaredSchema: SchemaNode {
    .any([.several(path), .object(SchemaObjectNode(properties: members(of: .declaredSchema), required: ["command"]))])
  }

  /// Two tools can't do without words of their own.
  static var tool: SchemaNode {
    let needy = ["files", "command"]
    let settings = SchemaObjectNode(properties: members(of: .tool), demand: (needy, "up"))
    return .any([.word(toolNames.filter { !needy.contains($0) }), .object(settings)])
  }

  /// A folder, several, or those of each engine.
  static var migrations: SchemaNode {
    let engines = EngineKind.allCases.map { ($0.rawValue, SchemaNode.several(path)) }
    return .any([.several(path), .object(SchemaObjectNode(properties: engines.map { (key: $0.0, node: $0.1) }))])
  }

  static func words<Word: RawRepresentable & CaseIterable>(of type: Word.Type) -> SchemaNode
  where Word.RawValue == String { .word(Word.allCases.map(\.rawValue)) }
}
