/// Where a table of another server is: `mysql://user:password@host/database/table`.
enum ConnectionText {
  /// The text with `…` where a password stands: a password is never shown.
  static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://"), let at = text[scheme.upperBound...].lastIndex(of: "@"),
      let colon = text[scheme.upperBound..<at].firstIndex(of: ":")
    else { return text }
    return text[...colon] + "…" + text[at...]
  }
}
