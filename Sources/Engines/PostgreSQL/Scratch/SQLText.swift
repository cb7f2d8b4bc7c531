/// The one place where names and values become SQL.
enum SQLText {
  /// `name` as a quoted identifier.
  static func identifier(_ name: String) -> String { "\"\(doubling("\"", in: name))\"" }

  /// `text` as a string constant.
  static func literal(_ text: String) -> String {
    let quoted = "'\(doubling("'", in: text))'"
    return text.contains("\\") ? "E\(doubling("\\", in: quoted))" : quoted
  }

  private static func doubling(_ mark: Character, in text: String) -> String {
    String(text.flatMap { $0 == mark ? [mark, mark] : [$0] })
  }
}
