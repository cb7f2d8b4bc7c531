/// A place in a row of tokens that moves forward as they are recognised.
struct TokenCursor {
  private(set) var rest: ArraySlice<Token>

  init(_ tokens: ArraySlice<Token>) { rest = tokens }

  var isAtEnd: Bool { rest.isEmpty }

  /// Goes past these keywords if they come next, all of them.
  mutating func take(_ words: String...) -> Bool {
    guard rest.count >= words.count, zip(rest, words).allSatisfy({ $0.isWord($1) }) else { return false }
    rest = rest.dropFirst(words.count)
    return true
  }

  func isNext(_ words: Set<String>) -> Bool {
    guard let first = rest.first else { return false }
    return first.kind == .word && words.contains(first.folded)
  }

  func isNext(symbol: String) -> Bool { rest.first?.isSymbol(symbol) ?? false }

  mutating func takeAny() -> Token? { rest.popFirst() }

  mutating func takeName() -> String? {
    guard let first = rest.first, first.isName else { return nil }
    rest = rest.dropFirst()
    return first.text
  }

  /// The tokens inside the parentheses that come next.
  mutating func takeParenthesized() -> ArraySlice<Token>? {
    guard isNext(symbol: "(") else { return nil }
    var depth = 0
    for index in rest.indices {
      if rest[index].isSymbol("(") { depth += 1 }
      if rest[index].isSymbol(")") { depth -= 1 }
      guard depth == 0 else { continue }
      let inner = rest[(rest.startIndex + 1)..<index]
      rest = rest[(index + 1)...]
      return inner
    }
    return nil
  }

  static func commaSeparated(_ tokens: ArraySlice<Token>) -> [ArraySlice<Token>] {
    var items: [ArraySlice<Token>] = []
    var (start, depth) = (tokens.startIndex, 0)
    for index in tokens.indices {
      if tokens[index].isSymbol("(") { depth += 1 }
      if tokens[index].isSymbol(")") { depth -= 1 }
      guard depth == 0, tokens[index].isSymbol(",") else { continue }
      items.append(tokens[start..<index])
      start = index + 1
    }
    return items + [tokens[start...]]
  }
}
