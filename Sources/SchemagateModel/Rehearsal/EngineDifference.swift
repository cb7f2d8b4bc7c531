/// Something of which two engines' schemas of one target differ in structure.
package struct EngineDifference: Hashable, Sendable {
  /// In one line, for example `column users.email is only on postgresql`.
  package let words: String
  /// Whether it is so at base already.
  package let existing: Bool

  package init(words: String, existing: Bool) {
    self.words = words
    self.existing = existing
  }
}
