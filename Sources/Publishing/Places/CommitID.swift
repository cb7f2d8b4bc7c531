/// A commit's whole id.
package struct CommitID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// `nil` where it isn't 40 or 64 hexadecimal digits, or stands for "no commit".
  package init?(_ text: String?) {
    guard let text = text?.lowercased(), text.utf8.count == 40 || text.utf8.count == 64,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      text.utf8.contains(where: { $0 != 0x30 })
    else { return nil }
    self.text = text
  }

  package var short: String { String(text.prefix(10)) }
  package var description: String { text }
}
