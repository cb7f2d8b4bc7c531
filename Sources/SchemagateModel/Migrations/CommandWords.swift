/// A command as a person writes it in the configuration, taken apart into words. No shell ever reads it.
package struct CommandWords: Hashable, Sendable {
  package let words: [String]

  /// Splits at spaces as a shell does, with quotes and backslashes; `nil` where a quote isn't closed. What the values
  /// hold that are put into a word later never splits it.
  package init?(_ text: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\\", quote != "'" {
        // Between double quotes a backslash is itself unless it shields one of these.
        let shields = quote == nil || rest.first.map { "\"\\$`".contains($0) } == true
        word = (word ?? "") + (shields ? rest.popFirst().map(String.init) ?? "" : "\\")
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let whole = word { words.append(whole) }
    self.words = words
  }
}
