/// The spelling of foreign text in Markdown as GitHub and GitLab read it.
enum MarkdownEscape {
  static func text(_ text: String, limit: Int = 500) -> String {
    var result = ""
    for scalar in ForgeReferences.broken(VisibleText.line(text, limit: limit)).unicodeScalars {
      result += escaped(scalar)
    }
    return guardingStart(result)
  }

  /// Inline code; a name with `|` becomes HTML, because in a table's cell backslashes can't protect it.
  static func code(_ text: String, limit: Int = 120) -> String {
    let line = VisibleText.line(text, limit: limit)
    guard !line.isEmpty else { return "(empty)" }
    guard !line.contains("|") else { return "<code>" + entities(ForgeReferences.broken(line)) + "</code>" }
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let spaced = line.hasPrefix("`") || line.hasSuffix("`") || (line.hasPrefix(" ") && line.hasSuffix(" "))
    return spaced ? "\(ticks) \(line) \(ticks)" : ticks + line + ticks
  }

  /// Text in which pairs of backquotes mark code; with an odd number of them nothing is marked.
  static func sentence(_ text: String, limit: Int = 500) -> String {
    let line = trimmed(VisibleText.line(text, limit: limit))
    guard !line.isEmpty else { return "(empty)" }
    let parts = line.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return self.text(line, limit: limit) }
    return parts.enumerated().map { index, part in
      guard !part.isEmpty else { return "" }
      return index % 2 == 1 ? code(String(part)) : self.text(String(part), limit: limit)
    }.joined()
  }

  /// Text inside an HTML element.
  static func html(_ text: String) -> String { entities(ForgeReferences.broken(VisibleText.line(text))) }

  static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for each in text {
      run = each == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "|": "&#124;"
    case "\u{200B}": "&#8203;"
    case "\\", "`", "*", "_", "[", "]", "~", "$": "\\" + String(scalar)
    default: String(scalar)
    }
  }

  /// Letters, digits and what has no meaning in HTML as they are, the rest by its number.
  private static func entities(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || " ,.-".unicodeScalars.contains(scalar) || ("0"..."9").contains(scalar)
        ? String(scalar) : "&#\(scalar.value);"
    }.joined()
  }

  private static func trimmed(_ line: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(line.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  /// A text that begins a line must not become a list, a rule, a heading or one of GitLab's commands.
  private static func guardingStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if first == "/" { return "&#47;" + text.dropFirst() }
    if "-+=#".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return text }
    return digits + "\\" + rest
  }
}
