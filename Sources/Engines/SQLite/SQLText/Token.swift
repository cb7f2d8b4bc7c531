import CSQLite

/// One lexical element of SQL text, by SQLite's rules; white space and comments are none.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word
    /// In double quotes: a name, or a string where no such name exists.
    case doubleQuoted
    /// In back ticks or brackets.
    case quoted
    case string
    case number
    case symbol
  }

  let kind: Kind
  /// What the element stands for, without quotes.
  let text: String
  /// Place of the first byte.
  let start: Int
  /// Place after the last byte.
  let end: Int

  /// In lower case, as SQLite compares names.
  var folded: String { text.lowercased() }

  /// Lengths are compared first: most words are ruled out by that, and a schema has very many.
  func isWord(_ lowercased: String) -> Bool {
    kind == .word && text.utf8.count == lowercased.utf8.count && folded == lowercased
  }
  func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

  var isName: Bool {
    switch kind {
    case .word, .doubleQuoted, .quoted, .string: true
    case .number, .symbol: false
    }
  }

  var isKeyword: Bool { kind == .word && Self.isKeyword(text) }

  static func isKeyword(_ word: String) -> Bool { sqlite3_keyword_check(word, Int32(word.utf8.count)) != 0 }
}
