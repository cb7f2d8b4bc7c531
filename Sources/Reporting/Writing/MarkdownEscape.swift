/// The spelling of foreign text in Markdown as GitHub and GitLab read it.
enum MarkdownEscape {
  static func text(_ text: String, limit: Int = 500) -> String {
    var result = ""
    for scalar in VisibleText.line(text, limit: limit).unicodeScalars { result += escaped(scalar) }
    return guardingStart(result.replacing("://", with: ":&#8203;//").replacing("www.", with: "www&#8203;."))
  }

  /// Inline code; a name with `|` becomes HTML, because in a table's cell backslashes can't protect it.
  static func code(_ text: String, limit: Int = 120) -> String {
    let line = VisibleText.line(text, limit: limit)
    guard !line.isEmpty else { return "(empty)" }
    guard !line.contains("|") else { return "<code>" + escapedEntities(line) + "</code>" }
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let spaced = line.hasPrefix("`") || line.hasSuffix("`") || (line.hasPrefix(" ") && line.hasSuffix(" "))
    return spaced ? "\(ticks) \(line) \(ticks)" : ticks + line + ticks
  }

  /// Text in which pairs of backquotes mark code; with an odd number of them nothing is marked.
  static func sentence(_ text: String, limit: Int = 500) -> String {
    let parts = VisibleText.line(text, limit: limit).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return self.text(text, limit: limit) }
    return parts.enumerated().map { index, part in
      guard !part.isEmpty else { return "" }
      return index % 2 == 1 ? code(String(part)) : self.text(String(part), limit: limit)
    }.joined()
  }

  /// Text inside an HTML element.
  static func html(_ text: String) -> String {
    VisibleText.line(text).unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "@", "#": String(scalar) + "&#8203;"
      default: String(scalar)
      }
    }.joined()
  }

  static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for each in text {
      run = each == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// `@` and `#` get a zero-width space behind them: a backslash doesn't stop a mention or a reference.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "|": "&#124;"
    case "@", "#": String(scalar) + "&#8203;"
    case "\\", "`", "*", "_", "[", "]", "~", "$": "\\" + String(scalar)
    default: String(scalar)
    }
  }

  private static func escapedEntities(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || scalar == " " || scalar == "." || ("0"..."9").contains(scalar)
        ? String(scalar) : "&#\(scalar.value);"
    }.joined()
  }

  /// A text that begins a line must not become a list, a rule or a heading.
  private static func guardingStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if "-+=".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return text }
    return digits + "\\" + rest
  }
}
