/// JSON whose keys stand in the order in which they were encoded: Foundation's encoder can only sort them.
package enum OrderedJSON {
  /// Indented text with a line break at its end; a value that fits on one line and holds only plain values stays on it.
  package static func text(_ value: some Encodable) throws -> String {
    JSONLayout(width: 120).text(of: try tree(value)) + "\n"
  }

  /// The same on one line, for a CI system's variables.
  package static func line(_ value: some Encodable) throws -> String { try tree(value).compact + "\n" }

  /// One line without spaces; the empty text for a value that can't be encoded.
  static func compact(_ value: some Encodable) -> String {
    (try? tree(value).compact) ?? ""
  }

  private static func tree(_ value: some Encodable) throws -> JSONValue {
    let encoder = JSONTreeEncoder()
    try value.encode(to: encoder)
    return encoder.node.value
  }
}

/// A JSON value that keeps the order of its keys.
indirect enum JSONValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue
  }

  var isPlain: Bool {
    switch self {
    case .null, .flag, .number, .text: true
    case .list(let values): values.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  var compact: String { line(separator: ",", colon: ":") }

  func line(separator: String, colon: String) -> String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): JSONText.quoted(text)
    case .list(let values):
      "[" + values.map { $0.line(separator: separator, colon: colon) }.joined(separator: separator) + "]"
    case .object(let members):
      "{" + members.map { $0.line(separator: separator, colon: colon) }.joined(separator: separator) + "}"
    }
  }
}

extension JSONValue.Member {
  func line(separator: String, colon: String) -> String {
    JSONText.quoted(key) + colon + value.line(separator: separator, colon: colon)
  }
}
