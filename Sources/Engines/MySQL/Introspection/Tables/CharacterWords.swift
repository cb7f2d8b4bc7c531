/// A character set and its collation, as a text names them: both, one of them, or none.
struct CharacterWords: Sendable {
  var characterSet: String?
  var collation: String?

  /// Takes `CHARACTER SET x` or `COLLATE x`; false if neither comes next.
  mutating func take(from cursor: inout DeparsedCursor) -> Bool {
    if cursor.take("character", "set") || cursor.take("charset") {
      _ = cursor.take(symbol: "=")
      characterSet = cursor.takeName()
      return true
    }
    guard cursor.take("collate") else { return false }
    _ = cursor.take(symbol: "=")
    collation = cursor.takeName()
    return true
  }

  /// What is in force: where the text names none it is the table's, and where it names a character set alone, that one's
  /// own collation.
  func inForce(in table: CharacterWords, _ collations: [String: String]) -> CharacterWords {
    guard let characterSet else {
      return CharacterWords(characterSet: table.characterSet, collation: collation ?? table.collation)
    }
    return CharacterWords(characterSet: characterSet, collation: collation ?? collations[characterSet])
  }
}
