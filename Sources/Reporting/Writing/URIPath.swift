/// Paths as relative URI references (RFC 3986).
enum URIPath {
  /// Percent-encoded, except for the slashes between its parts: what it holds can be no scheme, host or query.
  static func encoded(_ path: String) -> String {
    let text = path.utf8.map { isPlain($0) ? String(UnicodeScalar($0)) : percent($0) }.joined()
    return text.hasPrefix("/") ? "%2F" + text.dropFirst() : text
  }

  private static func percent(_ byte: UInt8) -> String {
    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/".utf8.contains(byte)
    }
  }
}
