/// Builds a `JSONValue` from anything encodable. A missing value is written as `null`, so that every key is always there.
final class JSONTreeEncoder: Encoder {
  let node = JSONNode()
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]

  init(codingPath: [any CodingKey] = []) { self.codingPath = codingPath }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.value = .object([])
    return KeyedEncodingContainer(JSONObjectContainer(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.value = .list([])
    return JSONListContainer(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    JSONSingleContainer(node: node, codingPath: codingPath)
  }
}

/// The place that the containers of one encoder write to.
final class JSONNode {
  private var fixed = JSONValue.null
  private var children: [(key: String?, node: JSONNode)] = []

  var value: JSONValue {
    get {
      switch fixed {
      case .object: .object(children.map { .init(key: $0.key ?? "", value: $0.node.value) })
      case .list: .list(children.map(\.node.value))
      case .null, .flag, .number, .text: fixed
      }
    }
    set { fixed = newValue }
  }

  var count: Int { children.count }

  func adopt(_ other: JSONNode) {
    fixed = other.fixed
    children = other.children
  }

  func append(_ child: JSONNode, key: String? = nil) { children.append((key, child)) }

  func append(_ value: JSONValue, key: String? = nil) {
    let child = JSONNode()
    child.value = value
    append(child, key: key)
  }

  func append(_ value: some Encodable, key: String? = nil, path: [any CodingKey]) throws {
    let encoder = JSONTreeEncoder(codingPath: path)
    try value.encode(to: encoder)
    append(encoder.node, key: key)
  }
}
