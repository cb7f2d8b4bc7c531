/// Cuts Python source into words (https://docs.python.org/3/reference/lexical_analysis.html), as far as reading constants
/// in class bodies needs it: every symbol is one character.
struct PythonScanner {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0
  private var isFresh = true
  private var tokens: [PythonWord] = []

  static func tokens(of text: String) -> [PythonWord] {
    var scanner = PythonScanner(bytes: Array(text.utf8))
    scanner.scan()
    return scanner.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\n"): endLine()
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C: at += 1
      case UInt8(ascii: "#"): at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case UInt8(ascii: "\\"): joinLines()
      case UInt8(ascii: "'"), UInt8(ascii: "\""): string(prefix: "", from: at)
      case let byte where Self.isWord(byte): word()
      case _: symbol()
      }
    }
  }

  private mutating func endLine() {
    at += 1
    line += 1
    lineStart = at
    if depth == 0 { isFresh = true }
  }

  /// A backslash before a line's end joins the two lines.
  private mutating func joinLines() {
    at += 1
    while at < bytes.count, bytes[at] == UInt8(ascii: "\r") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\n") else { return }
    at += 1
    line += 1
    lineStart = at
  }

  private mutating func word() {
    let start = at
    while at < bytes.count, Self.isWord(bytes[at]) { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    let quotes = at < bytes.count && (bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "\""))
    if quotes, text.utf8.count <= 2, text.lowercased().allSatisfy("rbuft".contains) {
      return string(prefix: text.lowercased(), from: start)
    }
    let isNumber = (0x30...0x39).contains(bytes[start])
    add(isNumber ? .other : .name, text, from: start)
  }

  private mutating func symbol() {
    let byte = bytes[at]
    if "([{".utf8.contains(byte) { depth += 1 }
    if ")]}".utf8.contains(byte) { depth = max(0, depth - 1) }
    at += 1
    add(.symbol, String(decoding: [byte], as: UTF8.self), from: at - 1)
  }

  /// The string whose quote stands at `at`.
  private mutating func string(prefix: String, from start: Int) {
    let (startLine, startColumn) = (line, start - lineStart)
    let quote = bytes[at]
    let isLong = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
    at += isLong ? 3 : 1
    let from = at
    let end = endOfString(quote, isLong: isLong)
    let isConstant = !prefix.contains { "bft".contains($0) }
    let text = String(decoding: bytes[from..<end], as: UTF8.self)
    tokens.append(
      PythonWord(
        kind: isConstant ? .string : .other, text: text, line: startLine, column: startColumn, beginsLine: isFresh))
    isFresh = false
  }

  /// Goes past the closing quote; returns where the contents end. A short string that isn't closed ends with its line.
  private mutating func endOfString(_ quote: UInt8, isLong: Bool) -> Int {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
      } else if bytes[at] == quote, !isLong || bytes[at...].starts(with: [quote, quote, quote]) {
        defer { at += isLong ? 3 : 1 }
        return at
      } else if bytes[at] == UInt8(ascii: "\n"), !isLong {
        return at
      }
      guard at < bytes.count else { break }
      if bytes[at] == UInt8(ascii: "\n") {
        line += 1
        lineStart = at + 1
      }
      at += 1
    }
    return bytes.count
  }

  private mutating func add(_ kind: PythonWord.Kind, _ text: String, from start: Int) {
    tokens.append(
      PythonWord(kind: kind, text: text, line: line, column: start - lineStart, beginsLine: isFresh))
    isFresh = false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
