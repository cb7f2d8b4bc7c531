/// Divides Python source into lines of tokens. What isn't valid Python gives some lines, too: the tool's own program says
/// what is wrong with it.
struct PythonLexer {
  private let bytes: [UInt8]
  private var at = 0
  private var number = 1
  private var lines: [PythonLine] = []
  /// That of the line whose second statement comes next.
  private var kept: Int?

  private init(_ text: String) { bytes = Array(text.utf8) }

  static func lines(of text: String) -> [PythonLine] {
    var lexer = PythonLexer(text)
    while lexer.at < lexer.bytes.count { lexer.readLine() }
    return lexer.lines
  }

  private mutating func readLine() {
    let start = at
    while isBlank(byte) { at += 1 }
    let (first, indentation) = (number, kept ?? (at - start))
    var tokens: [PythonToken] = []
    var depth = 0
    while at < bytes.count, !endsLine(depth) { read(into: &tokens, &depth) }
    if !tokens.isEmpty {
      lines.append(PythonLine(number: first, indentation: indentation, tokens: tokens, bytes: start..<at))
    }
    kept = byte == UInt8(ascii: ";") ? indentation : nil
    if byte == UInt8(ascii: "\n") { number += 1 }
    at += 1
  }

  /// A semicolon ends a statement as a line's end does.
  private func endsLine(_ depth: Int) -> Bool {
    depth == 0 && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";"))
  }

  private mutating func read(into tokens: inout [PythonToken], _ depth: inout Int) {
    switch byte {
    case UInt8(ascii: "\n"):
      number += 1
      at += 1
    case UInt8(ascii: "#"): at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case UInt8(ascii: "\\"): skipContinuation()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): tokens.append(.text(readText(isRaw: false)))
    case let value where isBlank(value): at += 1
    case let value where isWord(value): tokens.append(readWord())
    default: tokens.append(readMark(&depth))
    }
  }

  private mutating func skipContinuation() {
    at += 1
    if byte == UInt8(ascii: "\r") { at += 1 }
    guard byte == UInt8(ascii: "\n") else { return }
    number += 1
    at += 1
  }

  private mutating func readWord() -> PythonToken {
    let start = at
    while isWord(byte) { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""), Self.prefixes.contains(word.lowercased()) {
      let text = readText(isRaw: word.lowercased().contains("r"))
      return word.lowercased().contains { $0 == "f" || $0 == "b" || $0 == "t" } ? .other : .text(text)
    }
    return word.first?.isNumber ?? false ? .other : .name(word)
  }

  private static let prefixes: Set<String> = ["r", "u", "f", "b", "t", "rb", "br", "rf", "fr", "rt", "tr"]

  private mutating func readMark(_ depth: inout Int) -> PythonToken {
    let mark = byte
    at += 1
    if [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(mark) { depth += 1 }
    if [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(mark) { depth = max(0, depth - 1) }
    guard byte == UInt8(ascii: "="), "=!<>+-*/%&|^@:".utf8.contains(mark) else {
      return .mark(String(decoding: [mark], as: UTF8.self))
    }
    at += 1
    return .mark(String(decoding: [mark, UInt8(ascii: "=")], as: UTF8.self))
  }

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0C, 0x0D].contains(byte) }

  private func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }
}

// MARK: - Strings

extension PythonLexer {
  /// Reads a string, which begins at its quote.
  private mutating func readText(isRaw: Bool) -> String {
    let quote = bytes[at]
    let isLong = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
    at += isLong ? 3 : 1
    var value: [UInt8] = []
    while at < bytes.count, !endsText(quote, isLong: isLong) {
      if bytes[at] == UInt8(ascii: "\n") { number += 1 }
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        readEscape(isRaw: isRaw, into: &value)
      } else {
        value.append(bytes[at])
        at += 1
      }
    }
    if at < bytes.count, bytes[at] == quote { at += isLong ? 3 : 1 }
    return String(decoding: value, as: UTF8.self)
  }

  private func endsText(_ quote: UInt8, isLong: Bool) -> Bool {
    guard isLong else { return bytes[at] == quote || bytes[at] == UInt8(ascii: "\n") }
    return bytes[at] == quote && at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
  }

  private mutating func readEscape(isRaw: Bool, into value: inout [UInt8]) {
    let escaped = bytes[at + 1]
    at += 2
    if escaped == UInt8(ascii: "\n") { number += 1 }
    if isRaw {
      value += [UInt8(ascii: "\\"), escaped]
      return
    }
    switch escaped {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"): value.append(escaped)
    default: value += [UInt8(ascii: "\\"), escaped]
    }
  }
}
