/// Text from a branch, made safe to look at: nothing in it is hidden, moves the cursor or turns the reading direction.
package enum VisibleText {
  /// One line: line breaks become spaces, a long text is cut in the middle so that both its ends stay readable.
  package static func line(_ text: String, limit: Int = 160) -> String {
    cut(visible(text, keepsLines: false), limit: limit)
  }

  /// Several lines, at most `lines` of them, each at most `width` long.
  package static func block(_ text: String, lines limit: Int = 40, width: Int = 400) -> [String] {
    let lines = visible(text, keepsLines: true).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let trimmed = lines.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
    let shown = trimmed.prefix(limit).map { cut($0, limit: width) }
    return trimmed.count > limit ? shown + ["… \(Count.of(trimmed.count - limit, "more line", "more lines"))"] : shown
  }

  /// Whether a reader would not see this character, or would see others wrongly because of it.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return false }
    // An emoji's own presentation mark hides nothing.
    if scalar == "\u{FE0F}" { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func visible(_ text: String, keepsLines: Bool) -> String {
    // Most texts are plain, and a large report has tens of thousands of them.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var result = ""
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\n": result += keepsLines ? "\n" : " "
      case "\t": result += "  "
      case _ where isHidden(scalar): result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func cut(_ text: String, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    let head = limit * 2 / 3
    return String(scalars.prefix(head)) + "…" + String(scalars.suffix(limit - head - 1))
  }
}
