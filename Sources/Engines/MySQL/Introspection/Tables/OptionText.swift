extension DeparsedCursor {
  /// Words at which another property begins, which is known by name.
  private static let known = [
    "comment", "check", "using", "with", "default", "engine", "partition", "invisible", "not",
  ]

  /// Takes `NAME=value`, `NAME value` or a name alone, as `name=value` in lower case: an option that isn't known by name.
  mutating func takeOption() -> String {
    let start = position
    while !isAtEnd, sql.tokens[position].kind == .word, !(position > start && isOtherNext) { _ = takePiece() }
    if position == start { _ = takePiece() }
    let name = sql.text(start..<position).replacing("`", with: "").lowercased()
    let hasSign = take(symbol: "=")
    guard hasSign || isValueNext, !isAtEnd else { return name }
    return "\(name)=\(optionValue())"
  }

  private var isOtherNext: Bool { isValueNext || Self.known.contains { isNext($0) } }

  /// Whether a string or a number comes next, which ends a name of several words.
  private var isValueNext: Bool {
    guard !isAtEnd else { return false }
    let token = sql.tokens[position]
    return token.kind == .string || (token.kind == .word && (0x30...0x39).contains(sql.bytes[token.range.lowerBound]))
  }

  private mutating func optionValue() -> String {
    if let string = takeString() { return string }
    return sql.text(takePiece())
  }
}
