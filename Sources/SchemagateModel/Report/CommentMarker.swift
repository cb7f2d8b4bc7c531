/// The comment's first line, which readers don't see: by it the comment is found again, and its digest tells whether it
/// would change.
package struct CommentMarker: Hashable, Sendable {
  /// Keeps the comments of several configurations apart; letters, digits, `.`, `_`, `-`.
  package let key: String
  /// Of the body without its last line.
  package let digest: String

  /// Any other character of `key` becomes `-`, so that nothing in it ends the marker.
  package init(key: String, digest: String) {
    self.key = Self.word(key)
    self.digest = digest
  }

  /// The marker that `body` begins with; one further down counts for nothing.
  package init?(startOf body: String) {
    let line = body.prefix { !$0.isNewline }
    guard let match = line.wholeMatch(of: /<!-- schemagate key=([A-Za-z0-9._-]+) digest=([0-9a-f]+) -->/) else {
      return nil
    }
    key = String(match.1)
    digest = String(match.2)
  }

  package var text: String { "<!-- schemagate key=\(key) digest=\(digest) -->" }

  private static func word(_ key: String) -> String {
    let letters = key.unicodeScalars.map { scalar -> Character in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "." || scalar == "_")
        ? Character(scalar) : "-"
    }
    let word = String(letters).split(separator: "-").joined(separator: "-")
    return word.isEmpty ? "default" : word
  }
}
