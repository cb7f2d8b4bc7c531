/// Words of a Mermaid diagram. Its lexer knows no escapes: what could mean something to it, or to the Markdown and HTML
/// that it draws labels with, is replaced.
enum MermaidText {
  /// A column's name or type: one word, which no keyword of the language is.
  static func word(_ text: String, limit: Int = 40) -> String {
    var word = plain(text, allowed: "_()[]", limit: limit)
    while word.hasSuffix("_"), !text.hasSuffix("_") { word.removeLast() }
    guard let first = word.unicodeScalars.first else { return "_" }
    return first.properties.isAlphabetic && !isKeyword(word) ? word : "_" + word
  }

  /// A table's name, to be put in double quotes.
  static func label(_ text: String, limit: Int = 60) -> String {
    let label = plain(text.replacing("\"", with: ""), allowed: "_.", limit: limit)
    return label.isEmpty ? "_" : label
  }

  /// What stands between the double quotes of a remark: a few words of ours and of the server's.
  static func remark(_ text: String, limit: Int = 60) -> String {
    plain(text, allowed: "_.,()[] ", limit: limit)
  }

  /// Letters and digits stay, and what is `allowed`.
  private static func plain(_ text: String, allowed: String, limit: Int) -> String {
    let scalars = VisibleText.line(text, limit: limit).unicodeScalars.map { scalar -> Unicode.Scalar in
      if isPlain(scalar) || scalar == "…" || allowed.unicodeScalars.contains(scalar) { return scalar }
      return allowed.unicodeScalars.contains("(") && scalar == "," ? "‚" : "_"
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// ASCII, and the letters that every version's lexer takes for one.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
    return (0xC0...0xFFFF).contains(scalar.value) && scalar.properties.isAlphabetic
  }

  /// `PK`, `FK` and `UK` mean a key wherever they stand alone or before anything but a letter, a digit or `_`.
  private static func isKeyword(_ word: String) -> Bool {
    guard ["pk", "fk", "uk"].contains(word.prefix(2).lowercased()) else { return false }
    return word.dropFirst(2).unicodeScalars.first.map { !($0 == "_" || ($0.isASCII && isPlain($0))) } ?? true
  }
}
