/// Text as a YAML value or key that reads back as exactly this text.
enum YAMLScalar {
  /// Plain where nothing could take it for something else, in double quotes with escapes otherwise.
  static func text(_ text: String) -> String {
    isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  /// One text as it is, several as a list.
  static func list(_ texts: [String]) -> String {
    texts.count == 1 ? text(texts[0]) : "[" + texts.map(text).joined(separator: ", ") + "]"
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first) else { return false }
    let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return !words.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy {
        isLetter($0) || ("0"..."9").contains($0) || "_-./".unicodeScalars.contains($0)
      }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case let scalar where (0x20..<0x7F).contains(scalar.value): String(scalar)
    case let scalar where scalar.value <= 0xFFFF: "\\u" + hex(scalar, digits: 4)
    case let scalar: "\\U" + hex(scalar, digits: 8)
    }
  }

  private static func hex(_ scalar: Unicode.Scalar, digits: Int) -> String {
    let text = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
