/// The value of an attribute. A `set` is kept sorted and without repetition; build it with `Value.set(of:)`.
package enum Value: Hashable, Sendable, Codable {
  case text(String)
  /// SQL as the server deparses it.
  case sql(String)
  case flag(Bool)
  case integer(Int)
  case list([String])
  case set([String])

  /// A set in its canonical form.
  package static func set(of members: some Sequence<String>) -> Value {
    .set(Set(members).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  /// The value as one line of text, for messages and reports; SQL keeps its own line breaks.
  package var description: String {
    switch self {
    case .text(let text), .sql(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .list(let members), .set(let members): members.joined(separator: ", ")
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no value"))
    }
    self =
      switch key {
      case .text: .text(try container.decode(String.self, forKey: key))
      case .sql: .sql(try container.decode(String.self, forKey: key))
      case .flag: .flag(try container.decode(Bool.self, forKey: key))
      case .integer: .integer(try container.decode(Int.self, forKey: key))
      case .list: .list(try container.decode([String].self, forKey: key))
      case .set: .set(try container.decode([String].self, forKey: key))
      }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .text(let text): try container.encode(text, forKey: .text)
    case .sql(let text): try container.encode(text, forKey: .sql)
    case .flag(let flag): try container.encode(flag, forKey: .flag)
    case .integer(let number): try container.encode(number, forKey: .integer)
    case .list(let members): try container.encode(members, forKey: .list)
    case .set(let members): try container.encode(members, forKey: .set)
    }
  }

  private enum Key: String, CodingKey {
    case text, sql, flag, integer, list, set
  }
}
