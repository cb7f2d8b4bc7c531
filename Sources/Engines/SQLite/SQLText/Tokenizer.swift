/// Cuts SQL text into its elements. Text that SQLite wouldn't accept is cut as well as can be.
struct Tokenizer {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  static func tokens(of text: String) -> [Token] {
    var tokenizer = Tokenizer(Array(text.utf8)[...])
    var tokens: [Token] = []
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }

  /// The next element, or `nil` at the end.
  mutating func next() -> Token? {
    skipBlank()
    guard place < bytes.endIndex else { return nil }
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "'"): return delimited(by: byte, as: .string)
    case UInt8(ascii: "\""): return delimited(by: byte, as: .doubleQuoted)
    case UInt8(ascii: "`"): return delimited(by: byte, as: .quoted)
    case UInt8(ascii: "["): return bracketed()
    default: break
    }
    if isDigit(byte) || (byte == UInt8(ascii: ".") && isDigit(peek(1))) { return number() }
    if isWordByte(byte) { return word() }
    return symbol()
  }

  /// Goes past white space, comments and byte order marks.
  mutating func skipBlank() {
    while place < bytes.endIndex {
      switch (bytes[place], peek(1)) {
      case (0x09...0x0D, _), (0x20, _): place += 1
      case (UInt8(ascii: "-"), UInt8(ascii: "-")): skip { $0 == 0x0A }
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): skipComment()
      case (0xEF, 0xBB) where peek(2) == 0xBF: place += 3
      default: return
      }
    }
  }

  private func peek(_ distance: Int) -> UInt8 {
    place + distance < bytes.endIndex ? bytes[place + distance] : 0
  }

  private mutating func skip(until ends: (UInt8) -> Bool) {
    while place < bytes.endIndex, !ends(bytes[place]) { place += 1 }
  }

  private mutating func skipComment() {
    place += 2
    while place < bytes.endIndex, !(bytes[place] == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) { place += 1 }
    place = min(place + 2, bytes.endIndex)
  }

  private func token(_ kind: Token.Kind, from start: Int, text: some Sequence<UInt8>) -> Token {
    Token(kind: kind, text: String(decoding: Array(text), as: UTF8.self), start: start, end: place)
  }

  private mutating func delimited(by quote: UInt8, as kind: Token.Kind) -> Token {
    let start = place
    var content: [UInt8] = []
    place += 1
    while place < bytes.endIndex {
      if bytes[place] == quote {
        guard peek(1) == quote else { break }
        place += 1
      }
      content.append(bytes[place])
      place += 1
    }
    place = min(place + 1, bytes.endIndex)
    return token(kind, from: start, text: content)
  }

  private mutating func bracketed() -> Token {
    let start = place
    skip { $0 == UInt8(ascii: "]") }
    let content = bytes[(start + 1)..<max(place, start + 1)]
    place = min(place + 1, bytes.endIndex)
    return token(.quoted, from: start, text: content)
  }

  private mutating func number() -> Token {
    let start = place
    while isWordByte(peek(0)) || peek(0) == UInt8(ascii: ".") || isExponentSign() { place += 1 }
    return token(.number, from: start, text: bytes[start..<place])
  }

  /// In `1e-5`, the sign is part of the number; in `0xe-5` it isn't.
  private func isExponentSign() -> Bool {
    guard [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(peek(0)), isDigit(peek(1)) else { return false }
    let before = peek(-1)
    return (before == UInt8(ascii: "e") || before == UInt8(ascii: "E")) && !isHexadecimal()
  }

  private func isHexadecimal() -> Bool {
    var start = place - 1
    while start > bytes.startIndex, isWordByte(bytes[start - 1]) { start -= 1 }
    return bytes[start] == UInt8(ascii: "0") && [UInt8(ascii: "x"), UInt8(ascii: "X")].contains(bytes[start + 1])
  }

  private mutating func word() -> Token {
    let start = place
    while isWordByte(peek(0)) { place += 1 }
    let isBlob = place == start + 1 && (bytes[start] | 0x20) == UInt8(ascii: "x") && peek(0) == UInt8(ascii: "'")
    guard isBlob else { return token(.word, from: start, text: bytes[start..<place]) }
    let digits = delimited(by: UInt8(ascii: "'"), as: .string)
    return token(.number, from: start, text: "x'\(digits.text.uppercased())'".utf8)
  }

  private mutating func symbol() -> Token {
    let start = place
    let long = ["->>", "||", "<<", ">>", "<=", ">=", "==", "!=", "<>", "->"]
    let found = long.first { bytes[start...].starts(with: $0.utf8) }
    place += found?.utf8.count ?? 1
    return token(.symbol, from: start, text: bytes[start..<place])
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x24
      || byte >= 0x80
  }
}
