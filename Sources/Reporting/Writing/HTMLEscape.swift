/// The spelling of foreign text in HTML: the same in an element and in a quoted attribute.
enum HTMLEscape {
  static func text(_ text: String, limit: Int = 2000) -> String {
    escaped(VisibleText.line(text, limit: limit))
  }

  static func code(_ text: String, limit: Int = 600) -> String {
    let line = VisibleText.line(text, limit: limit)
    return line.isEmpty ? "<i>(empty)</i>" : "<code>\(escaped(line))</code>"
  }

  /// Text in which pairs of backquotes mark code; with an odd number of them nothing is marked.
  static func sentence(_ text: String, limit: Int = 2000) -> String {
    let parts = VisibleText.line(text, limit: limit).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return self.text(text, limit: limit) }
    return parts.enumerated().map { index, part in
      guard !part.isEmpty else { return "" }
      return index % 2 == 1 ? "<code>\(escaped(String(part)))</code>" : escaped(String(part))
    }.joined()
  }

  /// What has a meaning in HTML becomes a reference; the rest of the line is visible already.
  private static func escaped(_ line: String) -> String {
    guard line.utf8.contains(where: isSpecial) else { return line }
    var result = ""
    result.reserveCapacity(line.utf8.count + 16)
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
