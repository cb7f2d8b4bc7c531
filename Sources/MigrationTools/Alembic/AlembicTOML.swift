/// The section `[tool.alembic]` of a `pyproject.toml`: strings, flags and lists of strings.
struct AlembicTOML {
  private let section: String

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.trimmed == "[tool.alembic]" }
    let inner = start.map { lines[($0 + 1)...].prefix { !$0.hasPrefix("[") } } ?? []
    section = inner.map { Self.withoutComment($0) }.joined(separator: "\n")
  }

  /// The strings under `key`: one, or those of a list.
  func values(_ key: String) -> [String] {
    guard let regex = try? Regex("(?m)^\\s*\(key)\\s*=\\s*(\\[[^\\]]*\\]|[^\\n]*)", as: (Substring, Substring).self),
      let found = section.firstMatch(of: regex)
    else { return [] }
    let value = found.output.1
    let quoted = value.matches(of: /"([^"]*)"|'([^']*)'/).map { String($0.output.1 ?? $0.output.2 ?? "") }
    return quoted.isEmpty && !value.hasPrefix("[") ? [value.trimmed] : quoted
  }

  /// A `#` inside a string is none.
  private static func withoutComment(_ line: Substring) -> Substring {
    var quote: Character?
    let end = line.firstIndex { character in
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      }
      return quote == nil && character == "#"
    }
    return line[..<(end ?? line.endIndex)]
  }
}
