import SchemagateModel

/// Where a table of another server is: `mysql://user:password@host/database/table`.
enum ConnectionText {
  private static let mark: Character = "…"

  /// The text with `…` where a password stands: a password is never shown.
  static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://"), let at = text[scheme.upperBound...].lastIndex(of: "@"),
      let colon = text[scheme.upperBound..<at].firstIndex(of: ":")
    else { return text }
    return "\(text[...colon])\(mark)\(text[at...])"
  }

  /// Whether the table's connection holds a password, of which nobody can say whether it changed.
  static func isHidden(in table: SchemaObject) -> Bool {
    guard case .set(let options)? = table.attributes[.options] else { return false }
    return options.contains { $0.hasPrefix("connection=") && $0.contains(mark) }
  }
}
