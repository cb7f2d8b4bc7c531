/// Reads a stretch of deparsed SQL from left to right.
struct DeparsedCursor {
  let sql: DeparsedSQL
  private(set) var position: Int
  let end: Int

  init(_ sql: DeparsedSQL, _ range: Range<Int>) {
    self.sql = sql
    position = range.lowerBound
    end = range.upperBound
  }

  init(_ sql: DeparsedSQL) { self.init(sql, sql.tokens.indices) }

  var isAtEnd: Bool { position >= end }
  var rest: Range<Int> { position..<max(position, end) }

  func isNext(_ word: String) -> Bool { position < end && sql.isWord(position, word) }

  func isNext(symbol: Unicode.Scalar) -> Bool { position < end && sql.isSymbol(position, UInt8(ascii: symbol)) }

  /// Whether a name in backquotes and an equal sign come next: an option of the storage engine's own.
  var isAtOption: Bool {
    position + 1 < end && sql.tokens[position].kind == .name && sql.isSymbol(position + 1, UInt8(ascii: "="))
  }

  /// Takes these words if they come next, all of them or none.
  mutating func take(_ words: String...) -> Bool {
    guard position + words.count <= end else { return false }
    for (offset, word) in words.enumerated() where !sql.isWord(position + offset, word) { return false }
    position += words.count
    return true
  }

  mutating func take(symbol: Unicode.Scalar) -> Bool {
    guard isNext(symbol: symbol) else { return false }
    position += 1
    return true
  }

  /// The next token's name or word; empty for anything else, which is left.
  mutating func takeName() -> String {
    guard position < end, sql.tokens[position].kind == .name || sql.tokens[position].kind == .word else { return "" }
    position += 1
    return sql.name(position - 1)
  }

  /// The next token's string; `nil` for anything else, which is left.
  mutating func takeString() -> String? {
    guard position < end, sql.tokens[position].kind == .string else { return nil }
    position += 1
    return sql.string(position - 1)
  }

  /// One token, or everything from an opening parenthesis to its closing one.
  mutating func takePiece() -> Range<Int> {
    let start = position
    var depth = 0
    repeat {
      if isNext(symbol: "(") { depth += 1 }
      if isNext(symbol: ")") { depth -= 1 }
      position += 1
    } while depth > 0 && position < end
    position = min(position, end)
    return start..<position
  }

  /// The inside of the parentheses that come next; `nil` if none do.
  mutating func takeParenthesized() -> Range<Int>? {
    guard isNext(symbol: "(") else { return nil }
    let piece = takePiece()
    return piece.lowerBound + 1..<max(piece.lowerBound + 1, piece.upperBound - 1)
  }

  /// Everything before the first token, outside of parentheses, at which `stops` holds.
  mutating func takeUntil(_ stops: (DeparsedCursor) -> Bool) -> Range<Int> {
    let start = position
    while !isAtEnd, !stops(self) { _ = takePiece() }
    return start..<position
  }

  /// The stretches between the commas outside of parentheses.
  mutating func takeList() -> [Range<Int>] {
    var members: [Range<Int>] = []
    while !isAtEnd {
      members.append(takeUntil { $0.isNext(symbol: ",") })
      _ = take(symbol: ",")
    }
    return members
  }
}
