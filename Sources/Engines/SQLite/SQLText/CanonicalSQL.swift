/// Writes SQL in one spelling: white space, comments, the case of keywords, and quotes that aren't needed make no
/// difference.
struct CanonicalSQL: Sendable {
  /// The columns that an expression may name, by their names in lower case; `nil` where anything may be named.
  private let columns: [String: String]?
  /// Every name of a relation or column in the database, in lower case.
  private let known: Set<String>

  /// For an expression over one table's columns.
  init(columns: some Sequence<String>) {
    let spellings = Dictionary(columns.map { ($0.lowercased(), $0) }) { first, _ in first }
    self.columns = spellings
    known = Set(spellings.keys)
  }

  /// For a statement over any of the database's relations.
  init(known: Set<String>) {
    columns = nil
    self.known = known
  }

  func text(_ tokens: ArraySlice<Token>) -> String {
    var text = ""
    var casts = CastTypes()
    for index in tokens.indices {
      let previous = index > tokens.startIndex ? tokens[index - 1] : nil
      let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
      if let previous, isSpaced(previous, tokens[index]) { text += " " }
      let isType = casts.isType(tokens[index], after: previous)
      text += isType ? tokens[index].text.uppercased() : element(tokens[index], previous: previous, next: next)
    }
    return text
  }

  /// An expression without the parentheses that enclose it as a whole.
  func expression(_ tokens: ArraySlice<Token>) -> String { text(Self.bare(tokens)) }

  static func name(_ name: String) -> String {
    let plain = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }
    let startsWithDigit = name.utf8.first.map { (0x30...0x39).contains($0) } ?? true
    if plain, !startsWithDigit, !Token.isKeyword(name) { return name }
    return "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  static func bare(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    var inner = tokens
    while let first = inner.first, first.isSymbol("("), closing(of: inner) == inner.endIndex - 1 {
      inner = inner.dropFirst().dropLast()
    }
    return inner
  }

  private static func closing(of tokens: ArraySlice<Token>) -> Int? {
    var depth = 0
    for index in tokens.indices {
      if tokens[index].isSymbol("(") { depth += 1 }
      if tokens[index].isSymbol(")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private func isSpaced(_ left: Token, _ right: Token) -> Bool {
    if left.isSymbol("(") || left.isSymbol(".") { return false }
    if [")", ",", ".", ";"].contains(where: right.isSymbol) { return false }
    return !(right.isSymbol("(") && left.isName && !left.isKeyword)
  }

  private func element(_ token: Token, previous: Token?, next: Token?) -> String {
    switch token.kind {
    case .number: token.folded.hasPrefix("x'") ? token.text : token.folded
    case .symbol: token.text == "==" ? "=" : token.text == "!=" ? "<>" : token.text
    case .string: Self.string(token.text)
    case .quoted: named(token.text)
    case .word: word(token, previous: previous, next: next)
    case .doubleQuoted: doubleQuoted(token, previous: previous, next: next)
    }
  }

  static func string(_ text: String) -> String {
    let hasQuote = text.utf8.contains(UInt8(ascii: "'"))
    return "'" + (hasQuote ? text.replacing("'", with: "''") : text) + "'"
  }

  private func named(_ text: String) -> String { Self.name(columns?[text.lowercased()] ?? text) }

  private func word(_ token: Token, previous: Token?, next: Token?) -> String {
    let calls = next?.isSymbol("(") ?? false
    if previous?.isSymbol(".") ?? false { return named(token.text) }
    if token.isKeyword {
      let isColumn = !calls && Self.keywordsUsedAsNames.contains(token.folded) && known.contains(token.folded)
      return isColumn ? named(token.text) : token.text.uppercased()
    }
    if ["true", "false"].contains(token.folded), !known.contains(token.folded) { return token.text.uppercased() }
    if known.contains(token.folded) { return named(token.text) }
    if calls || (["new", "old"].contains(token.folded) && next?.isSymbol(".") ?? false) { return token.folded }
    // What stands in an expression and is no column is a collation, a type or the rowid: their case says nothing.
    let isCaseless = columns != nil || previous?.isWord("collate") ?? false
    return isCaseless ? token.text.uppercased() : named(token.text)
  }

  private func doubleQuoted(_ token: Token, previous: Token?, next: Token?) -> String {
    let isQualified = [previous, next].contains { $0?.isSymbol(".") ?? false } || next?.isSymbol("(") ?? false
    if isQualified || known.contains(token.folded) || previous?.isWord("as") ?? false { return named(token.text) }
    return columns == nil ? "\"" + token.text.replacing("\"", with: "\"\"") + "\"" : Self.string(token.text)
  }

  /// SQLite takes these keywords as names where the grammar allows, and schemas do have columns of these names.
  private static let keywordsUsedAsNames: Set<String> = [
    "key", "action", "plan", "query", "database", "view", "others", "current", "match", "offset",
  ]
}
