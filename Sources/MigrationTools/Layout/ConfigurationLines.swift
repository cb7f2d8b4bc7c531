/// The few settings that we read from a tool's TOML file: strings and flags on one line, by `table.key`.
struct ConfigurationLines {
  private let values: [String: String]

  init(_ text: String) {
    var values: [String: String] = [:]
    var table = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmed
      if line.hasPrefix("["), let end = line.firstIndex(of: "]") {
        table = line[line.index(after: line.startIndex)..<end].trimmed + "."
      } else if let equals = line.firstIndex(of: "="), !line.hasPrefix("#") {
        values[table + line[..<equals].trimmed] = Self.value(line[line.index(after: equals)...].trimmed)
      }
    }
    self.values = values
  }

  subscript(key: String) -> String? { values[key] }

  /// A quoted string without its quotes, or a bare word without a comment behind it.
  private static func value(_ text: String) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else {
      return text.prefix { $0 != "#" }.trimmed
    }
    return String(text.dropFirst().prefix { $0 != quote })
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
