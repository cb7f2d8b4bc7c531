/// Sentences in which backquotes mark names, for readers of plain text.
enum Spoken {
  /// A marked word needs no marks where it has no spaces; a longer piece keeps quotes, so that its ends are seen.
  static func plain(_ sentence: String) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return sentence }
    return parts.enumerated().map { index, part in
      index % 2 == 1 && part.contains(" ") ? "'\(part)'" : String(part)
    }.joined()
  }

  /// As the rest of a sentence: without the capital letter of its first word, where that is no name.
  static func continuing(_ sentence: String) -> String {
    let word = sentence.prefix { $0.isLetter }
    guard word.dropFirst().allSatisfy(\.isLowercase), !names.contains(word) else { return sentence }
    return sentence.prefix(1).lowercased() + sentence.dropFirst()
  }

  private static let names: Set<Substring> = ["Django", "Alembic", "Flyway", "Docker", "Git", "Python"]

  /// With a capital letter at its beginning.
  static func opening(_ sentence: String) -> String { sentence.prefix(1).uppercased() + sentence.dropFirst() }
}
