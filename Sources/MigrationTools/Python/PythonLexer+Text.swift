/// The letters before a string's quote.
struct PythonTextPrefix {
  let isRaw: Bool
  let isFormatted: Bool
  /// Whether the string is a constant text.
  let isConstant: Bool

  /// `nil` where the letters are no prefix.
  init?(_ letters: ArraySlice<UInt8>) {
    let small = letters.map { $0 | 0x20 }
    isRaw = small.contains(UInt8(ascii: "r"))
    isFormatted = small.contains(UInt8(ascii: "f")) || small.contains(UInt8(ascii: "t"))
    isConstant = !isFormatted && !small.contains(UInt8(ascii: "b"))
    guard small.allSatisfy("rbuft".utf8.contains) else { return nil }
  }
}

extension PythonLexer {
  private struct Quote {
    let byte: UInt8
    let isLong: Bool

    var count: Int { isLong ? 3 : 1 }
  }

  /// Goes past a string that begins at `at` with its quote; returns where its contents stand. A short one that isn't closed
  /// ends with its line.
  mutating func readText() -> Range<Int> {
    let quote = openQuote()
    let start = at
    while at < bytes.count, !stands(quote), !endsShort(quote) { skipCharacter() }
    return start..<closeQuote(quote)
  }

  /// The same for one with expressions in braces, in which strings of their own may stand.
  mutating func readFormattedText() -> Range<Int> {
    let quote = openQuote()
    let start = at
    while at < bytes.count, !stands(quote), !endsShort(quote) {
      if bytes[at] == UInt8(ascii: "{") { readBrace(in: quote, depth: 0) } else { skipCharacter() }
    }
    return start..<closeQuote(quote)
  }

  /// `{{` is one brace; what stands between others is an expression, then perhaps a colon and a format.
  private mutating func readBrace(in quote: Quote, depth: Int) {
    at += 1
    if byte == UInt8(ascii: "{"), depth == 0 {
      at += 1
      return
    }
    readExpression(in: quote)
    guard byte == UInt8(ascii: ":") else {
      if byte == UInt8(ascii: "}") { at += 1 }
      return
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: "}"), !stands(quote), !endsShort(quote) {
      if bytes[at] == UInt8(ascii: "{"), depth < 3 { readBrace(in: quote, depth: depth + 1) } else { skipCharacter() }
    }
    if byte == UInt8(ascii: "}") { at += 1 }
  }

  /// Up to the brace or the colon that ends it, or to the end of a line that a short string doesn't go beyond.
  private mutating func readExpression(in quote: Quote) {
    var brackets = 0
    while let byte, !endsShort(quote) {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): _ = readText()
      case UInt8(ascii: "}") where brackets == 0, UInt8(ascii: ":") where brackets == 0: return
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets += 1
        at += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        brackets -= 1
        at += 1
      default: skipCharacter()
      }
    }
  }

  private mutating func openQuote() -> Quote {
    let byte = bytes[at]
    let isLong = at + 2 < bytes.count && bytes[at + 1] == byte && bytes[at + 2] == byte
    let quote = Quote(byte: byte, isLong: isLong)
    at += quote.count
    return quote
  }

  /// Returns where the contents end.
  private mutating func closeQuote(_ quote: Quote) -> Int {
    let end = min(at, bytes.count)
    at = end
    if at < bytes.count, bytes[at] == quote.byte { at += quote.count }
    return end
  }

  private func stands(_ quote: Quote) -> Bool {
    guard bytes[at] == quote.byte else { return false }
    return !quote.isLong || (at + 2 < bytes.count && bytes[at + 1] == quote.byte && bytes[at + 2] == quote.byte)
  }

  private func endsShort(_ quote: Quote) -> Bool { !quote.isLong && bytes[at] == UInt8(ascii: "\n") }

  /// A backslash takes the next character with it, in a raw string, too.
  private mutating func skipCharacter() {
    if bytes[at] == UInt8(ascii: "\\") { at += 1 }
    if byte == UInt8(ascii: "\n") { line += 1 }
    at += 1
  }
}
