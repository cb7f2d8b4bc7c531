/// Follows a row of tokens to tell which of them name the type of a `CAST`: SQLite doesn't mind their case.
struct CastTypes {
  /// For each parenthesis that is open, whether it is a cast's.
  private var open: [Bool] = []
  private var isInType = false

  mutating func isType(_ token: Token, after previous: Token?) -> Bool {
    if token.isSymbol("(") { open.append(previous?.isWord("cast") ?? false) }
    if token.isSymbol(")") {
      _ = open.popLast()
      isInType = false
    }
    let isType = isInType && token.kind == .word
    if token.isWord("as"), open.last == true { isInType = true }
    return isType
  }
}
