import SchemagateModel
import Yams

/// A value of the file with its key and place, so that every complaint names both.
struct YAMLValue {
  let node: Node
  /// The key in full, for example `targets.shop.engine`.
  let key: String
  let file: String

  var place: ConfigurationError.Place { .init(file: file, line: node.mark?.line) }

  func error(_ fact: ConfigurationError.Fact) -> ConfigurationError { ConfigurationError(fact, at: place) }

  func wrongType(_ expected: String) -> ConfigurationError {
    error(.wrongType(key: key, expected: expected, found: found))
  }

  private var found: String {
    switch node {
    case .scalar(let scalar): isMissing ? "nothing" : "`\(scalar.string)`"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// `key:` with nothing behind it.
  var isMissing: Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// Text; numbers count as what they are written as.
  func text(_ expected: String = "text") throws -> String {
    guard let scalar = node.scalar, !isMissing else { throw wrongType(expected) }
    return scalar.string
  }

  func list() throws -> [YAMLValue] {
    guard let sequence = node.sequence else { throw wrongType("a list") }
    return sequence.enumerated().map { YAMLValue(node: $1, key: "\(key)[\($0)]", file: file) }
  }

  /// One text, or a list of them.
  func texts(_ expected: String) throws -> [YAMLValue] {
    if node.sequence != nil { return try list() }
    _ = try text(expected)
    return [self]
  }

  func flag() throws -> Bool {
    switch try text("true or false") {
    case "true": return true
    case "false": return false
    default: throw wrongType("true or false")
    }
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) throws -> Word where Word.RawValue == String {
    let known = Word.allCases.map(\.rawValue)
    let text = try text("one of " + known.joined(separator: ", "))
    guard let word = Word(rawValue: text) else { throw error(.unknownWord(text, key: key, known: known)) }
    return word
  }

  /// The members of a mapping in the file's order; with `known`, any other key is an error.
  func members(known: [String]? = nil) throws -> [(name: String, value: YAMLValue)] {
    guard let mapping = node.mapping else { throw wrongType("a mapping") }
    return try mapping.map { key, value in
      guard let name = key.scalar?.string else {
        throw YAMLValue(node: key, key: self.key, file: file).wrongType("a mapping with plain keys")
      }
      if let known, !known.contains(name) {
        throw ConfigurationError(
          .unknownKey(name, under: self.key.isEmpty ? nil : self.key, known: known),
          at: .init(file: file, line: key.mark?.line))
      }
      let path = self.key.isEmpty ? name : "\(self.key).\(name)"
      // A value on the next line has that line; an empty one has none of its own.
      return (name, YAMLValue(node: value, key: path, file: file))
    }
  }

  func dictionary(known: [String]) throws -> [String: YAMLValue] {
    Dictionary(try members(known: known).map { ($0.name, $0.value) }) { first, _ in first }
  }
}
