struct JSONObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { node.append(.null, key: key.stringValue) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try node.append(value, key: key.stringValue, path: codingPath + [key])
  }

  // A synthesised conformance asks for "if present" per type; the answer here is an explicit null.
  mutating func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws { try encode(value, forKey: key) }
  mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encode(value, forKey: key) }
  mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encode(value, forKey: key) }
  mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encode(value, forKey: key) }
  mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try encode(value, forKey: key) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    child(key).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    let encoder = JSONTreeEncoder(codingPath: codingPath)
    node.append(encoder.node, key: "super")
    return encoder
  }

  mutating func superEncoder(forKey key: Key) -> any Encoder { child(key) }

  private func child(_ key: Key) -> JSONTreeEncoder {
    let encoder = JSONTreeEncoder(codingPath: codingPath + [key])
    node.append(encoder.node, key: key.stringValue)
    return encoder
  }
}

struct JSONListContainer: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  mutating func encodeNil() { node.append(.null) }
  mutating func encode(_ value: some Encodable) throws { try node.append(value, path: codingPath) }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    child().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
  mutating func superEncoder() -> any Encoder { child() }

  private func child() -> JSONTreeEncoder {
    let encoder = JSONTreeEncoder(codingPath: codingPath)
    node.append(encoder.node)
    return encoder
  }
}

struct JSONSingleContainer: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  mutating func encodeNil() { node.value = .null }
  mutating func encode(_ value: Bool) { node.value = .flag(value) }
  mutating func encode(_ value: String) { node.value = .text(value) }
  mutating func encode(_ value: Int) { node.value = .number(String(value)) }
  mutating func encode(_ value: Int8) { node.value = .number(String(value)) }
  mutating func encode(_ value: Int16) { node.value = .number(String(value)) }
  mutating func encode(_ value: Int32) { node.value = .number(String(value)) }
  mutating func encode(_ value: Int64) { node.value = .number(String(value)) }
  mutating func encode(_ value: UInt) { node.value = .number(String(value)) }
  mutating func encode(_ value: UInt8) { node.value = .number(String(value)) }
  mutating func encode(_ value: UInt16) { node.value = .number(String(value)) }
  mutating func encode(_ value: UInt32) { node.value = .number(String(value)) }
  mutating func encode(_ value: UInt64) { node.value = .number(String(value)) }
  mutating func encode(_ value: Double) throws { try encodeFraction(value) }
  mutating func encode(_ value: Float) throws { try encodeFraction(Double(value)) }

  mutating func encode(_ value: some Encodable) throws {
    let encoder = JSONTreeEncoder(codingPath: codingPath)
    try value.encode(to: encoder)
    node.adopt(encoder.node)
  }

  private func encodeFraction(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: codingPath, debugDescription: "JSON has no spelling for \(value)"))
    }
    node.value = .number(String(value))
  }
}
