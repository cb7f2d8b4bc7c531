/// What a forge makes a link, a mention, a reference, a command or an emoji of, once Markdown is read: no backslash and
/// no entity stops it, only a zero-width space inside.
struct ForgeReferences {
  private let scalars: [Unicode.Scalar]

  /// The text with such a space in each of them.
  static func broken(_ text: String) -> String { ForgeReferences(scalars: Array(text.unicodeScalars)).broken }

  private var broken: String {
    var result = String.UnicodeScalarView()
    var hexadecimal = 0
    for (index, scalar) in scalars.enumerated() {
      result.append(scalar)
      hexadecimal = scalar.properties.isASCIIHexDigit ? hexadecimal + 1 : 0
      // A commit is named by seven digits or more.
      guard hexadecimal == 6 || isOpened(by: scalar, at: index) else { continue }
      result.append("\u{200B}")
      hexadecimal = 0
    }
    return String(result)
  }

  private func isOpened(by scalar: Unicode.Scalar, at index: Int) -> Bool {
    switch scalar {
    // Mentions and mail addresses, issues.
    case "@", "#": true
    // GitLab's merge requests, snippets and epics; its milestones and labels.
    case "!", "$", "&": isDigit(at: index + 1)
    case "%", "~": isWord(at: index + 1) || self[index + 1] == "\""
    // `GH-1`.
    case "-": "hH".unicodeScalars.contains(self[index - 1]) && "gG".unicodeScalars.contains(self[index - 2])
    // `https://`, `:tada:`.
    case ":": (self[index + 1] == "/" && self[index + 2] == "/") || isEmoji(from: index + 1)
    case "w", "W": "wW".unicodeScalars.contains(self[index - 1]) && self[index + 1] == "."
    default: false
    }
  }

  private func isEmoji(from start: Int) -> Bool {
    var index = start
    while isWord(at: index) || self[index] == "+" || self[index] == "-" { index += 1 }
    return index > start && self[index] == ":"
  }

  private func isDigit(at index: Int) -> Bool { ("0"..."9").contains(self[index]) }

  private func isWord(at index: Int) -> Bool {
    let scalar = self[index]
    return scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  /// A space before the text's beginning and behind its end.
  private subscript(index: Int) -> Unicode.Scalar { scalars.indices.contains(index) ? scalars[index] : " " }
}
