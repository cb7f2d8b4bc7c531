/// The one place where names and values become SQL.
enum SQLText {
  /// `name` as a quoted identifier.
  static func identifier(_ name: String) -> String { "`\(doubling("`", in: name))`" }

  /// `text` as a string constant, whatever the session thinks of backslashes.
  static func literal(_ text: String) -> String {
    let quoted = "'\(doubling("'", in: text))'"
    return text.contains("\\") ? "CONVERT(x'\(hexadecimal(text))' USING utf8mb4)" : quoted
  }

  /// A user's name and host.
  static func account(_ user: String, _ host: String) -> String { "\(identifier(user))@\(identifier(host))" }

  private static func doubling(_ mark: Character, in text: String) -> String {
    String(text.flatMap { $0 == mark ? [mark, mark] : [$0] })
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
