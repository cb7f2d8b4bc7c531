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

  /// With a capital letter at its beginning.
  static func opening(_ sentence: String) -> String { sentence.prefix(1).uppercased() + sentence.dropFirst() }
}
