/// The pattern of a migration file's name, for example `V{version}.{name}.up.sql`.
struct FilePattern {
  private enum Part {
    case text(String)
    case version
    case name
  }

  private let parts: [Part]

  init(_ pattern: String) {
    var parts: [Part] = []
    var rest = pattern[...]
    while let open = rest.firstMatch(of: /\{(version|name)\}/) {
      parts.append(.text(String(rest[..<open.range.lowerBound])))
      parts.append(open.output.1 == "version" ? .version : .name)
      rest = rest[open.range.upperBound...]
    }
    self.parts = parts + [.text(String(rest))]
  }

  /// The version and name of a file that matches; a version begins with a digit and ends where the pattern's next text
  /// begins.
  func match(_ file: String) -> (version: String, name: String)? {
    var found: (version: String, name: String) = ("", "")
    guard Self.match(parts[...], file[...], into: &found) else { return nil }
    return found
  }

  private static func match(
    _ parts: ArraySlice<Part>, _ text: Substring, into found: inout (version: String, name: String)
  ) -> Bool {
    guard let part = parts.first else { return text.isEmpty }
    let others = parts.dropFirst()
    switch part {
    case .text(let literal):
      return text.hasPrefix(literal) && match(others, text.dropFirst(literal.count), into: &found)
    case .version:
      guard text.first.map({ $0.isASCII && $0.isNumber }) ?? false else { return false }
      return matchLongest(
        text.prefix(while: isVersion), others, text, { found, value in found.version = value }, into: &found)
    case .name: return matchLongest(text, others, text, { found, value in found.name = value }, into: &found)
    }
  }

  /// Tries the longest piece first, then shorter ones; a version isn't empty, a name may be.
  private static func matchLongest(
    _ longest: Substring, _ others: ArraySlice<Part>, _ text: Substring,
    _ store: (inout (version: String, name: String), String) -> Void, into found: inout (version: String, name: String)
  ) -> Bool {
    var count = longest.count
    while count > 0 {
      if match(others, text.dropFirst(count), into: &found) {
        store(&found, String(text.prefix(count)))
        return true
      }
      count -= 1
    }
    return false
  }

  private static func isVersion(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || "._-".contains(character))
  }
}
