/// A part of a JSON schema, as far as the configuration needs one.
indirect enum SchemaNode: Sendable {
  /// Text of any form, or of one that a regular expression gives.
  case text(pattern: String? = nil)
  /// Text that may look like a number or a flag.
  case scalar
  case flag
  case count
  case nothing
  /// The number 1.
  case one
  case word([String])
  case list(SchemaNode)
  /// Members of any name.
  case map(SchemaNode)
  case object(SchemaObjectNode)
  case any([SchemaNode])
  case described(String, SchemaNode)

  /// One of it, or a list.
  static func several(_ node: SchemaNode) -> SchemaNode { .any([node, .list(node)]) }
}

/// A mapping with known keys only.
struct SchemaObjectNode: Sendable {
  var properties: [(key: String, node: SchemaNode)]
  var required: [String] = []
  /// Keys that can't stand side by side.
  var exclusive: [String] = []
  /// Where `name` is one of `names`, `key` has to be there.
  var demand: (names: [String], key: String)?
}

extension SchemaNode: Encodable {
  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try encode(into: &fields)
  }

  private func encode(into fields: inout KeyedEncodingContainer<Key>) throws {
    switch self {
    case .text(let pattern):
      try fields.encode("string", forKey: Key("type"))
      if let pattern { try fields.encode(pattern, forKey: Key("pattern")) }
    case .scalar: try fields.encode(["string", "number", "boolean"], forKey: Key("type"))
    case .flag: try fields.encode("boolean", forKey: Key("type"))
    case .count:
      try fields.encode("integer", forKey: Key("type"))
      try fields.encode(0, forKey: Key("minimum"))
    case .one: try fields.encode(1, forKey: Key("const"))
    case .nothing: try fields.encode("null", forKey: Key("type"))
    case .word(let words): try fields.encode(words, forKey: Key("enum"))
    case .list(let node):
      try fields.encode("array", forKey: Key("type"))
      try fields.encode(node, forKey: Key("items"))
    case .map(let node):
      try fields.encode("object", forKey: Key("type"))
      try fields.encode(node, forKey: Key("additionalProperties"))
    case .object(let object): try object.encode(into: &fields)
    case .any(let nodes): try fields.encode(nodes, forKey: Key("anyOf"))
    case .described(let words, let node):
      try fields.encode(words, forKey: Key("description"))
      try node.encode(into: &fields)
    }
  }
}

extension SchemaObjectNode {
  typealias Fields = KeyedEncodingContainer<SchemaNode.Key>

  fileprivate func encode(into fields: inout Fields) throws {
    try fields.encode("object", forKey: .init("type"))
    try fields.encode(false, forKey: .init("additionalProperties"))
    if !required.isEmpty { try fields.encode(required, forKey: .init("required")) }
    if !exclusive.isEmpty { try fields.encode(["required": exclusive], forKey: .init("not")) }
    if let demand {
      var condition = fields.nestedContainer(keyedBy: SchemaNode.Key.self, forKey: .init("if"))
      try condition.encode(["name"], forKey: .init("required"))
      try condition.encode(["name": SchemaNode.word(demand.names)], forKey: .init("properties"))
      try fields.encode(["required": [demand.key]], forKey: .init("then"))
    }
    var members = fields.nestedContainer(keyedBy: SchemaNode.Key.self, forKey: .init("properties"))
    for (key, node) in properties { try members.encode(node, forKey: .init(key)) }
  }
}
