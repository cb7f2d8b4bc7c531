/// SQL as the server deparses it, cut into tokens. Versioned comments (`/*!80016 … */`, `/*M!100301 … */`) count as what
/// stands in them, so that both vendors' texts read alike.
struct DeparsedSQL: Sendable {
  enum Kind: Sendable {
    case word
    /// In backquotes.
    case name
    case string
    case symbol
  }

  struct Token: Sendable {
    let kind: Kind
    /// In UTF-8 bytes.
    let range: Range<Int>
  }

  let bytes: [UInt8]
  let tokens: [Token]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var scanner = DeparsedScanner(bytes: bytes)
    tokens = scanner.tokens()
  }

  /// The tokens' text with single blanks where there was white space, and without the name of `database` before another
  /// name: a schema doesn't depend on what its database is called.
  func text(_ range: Range<Int>, without database: String = "") -> String {
    var result: [UInt8] = []
    var end: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if let end, end < token.range.lowerBound { result.append(UInt8(ascii: " ")) }
      end = token.range.upperBound
      if isQualifier(index, database), index + 2 < range.upperBound {
        end = tokens[index + 1].range.upperBound
        index += 2
        continue
      }
      result += bytes[token.range]
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func isQualifier(_ index: Int, _ database: String) -> Bool {
    guard !database.isEmpty, tokens[index].kind == .name, index + 2 < tokens.count else { return false }
    return isSymbol(index + 1, UInt8(ascii: ".")) && tokens[index + 2].kind == .name && name(index) == database
  }

  func isSymbol(_ index: Int, _ symbol: UInt8) -> Bool {
    tokens[index].kind == .symbol && bytes[tokens[index].range.lowerBound] == symbol
  }

  func isWord(_ index: Int, _ word: String) -> Bool {
    tokens[index].kind == .word && bytes[tokens[index].range].elementsEqual(word.utf8, by: Self.isSameLetter)
  }

  /// A word as it stands, or a name without its backquotes.
  func name(_ index: Int) -> String {
    let token = tokens[index]
    guard token.kind == .name else { return String(decoding: bytes[token.range], as: UTF8.self) }
    let inner = String(decoding: bytes[token.range].dropFirst().dropLast(), as: UTF8.self)
    return inner.utf8.contains(UInt8(ascii: "`")) ? inner.replacing("``", with: "`") : inner
  }

  /// What a string stands for: its quotes doubled, the rest escaped by backslashes.
  func string(_ index: Int) -> String {
    var result: [UInt8] = []
    var rest = bytes[tokens[index].range].dropFirst().dropLast()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "'") { _ = rest.popFirst() }
      if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
        result.append(Self.unescaped(escaped))
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    case UInt8(ascii: "0"): 0
    default: byte
    }
  }

  private static func isSameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || ((0x41...0x5A).contains(left) && left | 0x20 == right)
  }
}
