/// Divides Python source into tokens and statements
/// (https://docs.python.org/3/reference/lexical_analysis.html). What isn't valid Python gives some, too: the program that
/// runs the file says what is wrong with it.
struct PythonLexer {
  let bytes: [UInt8]
  var at = 0
  var line = 1
  private(set) var tokens: [PythonToken] = []
  private(set) var statements: [PythonStatement] = []
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 6)
  }

  mutating func read() {
    /// That of the line whose next statement comes behind a semicolon.
    var kept: Int?
    while at < bytes.count {
      kept = readStatement(indentation: kept)
      at += 1
    }
  }

  /// Goes to what ends the statement; returns its indentation where that is a semicolon.
  private mutating func readStatement(indentation kept: Int?) -> Int? {
    let (start, first) = (at, tokens.count)
    let found = readIndentation()
    let indentation = kept ?? found
    let number = line
    depth = 0
    while at < bytes.count, !endsStatement { readToken() }
    if tokens.count > first {
      statements.append(
        PythonStatement(
          line: number, indentation: indentation, followsSemicolon: kept != nil, tokens: first..<tokens.count,
          bytes: start..<at))
    }
    if byte == UInt8(ascii: "\n") { line += 1 }
    return byte == UInt8(ascii: ";") ? indentation : nil
  }

  /// A tab goes on to the next multiple of eight; a form feed begins anew.
  private mutating func readIndentation() -> Int {
    var column = 0
    while let byte, Self.isBlank(byte) {
      switch byte {
      case UInt8(ascii: "\t"): column += 8 - column % 8
      case 0x0C: column = 0
      case _: column += 1
      }
      at += 1
    }
    return column
  }

  /// A semicolon ends a statement as a line's end does.
  private var endsStatement: Bool {
    depth == 0 && (bytes[at] == UInt8(ascii: "\n") || bytes[at] == UInt8(ascii: ";"))
  }

  private mutating func readToken() {
    switch bytes[at] {
    case UInt8(ascii: "\n"):
      line += 1
      at += 1
    case UInt8(ascii: "#"):
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    case UInt8(ascii: "\\"): skipContinuation()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): add(.text(isRaw: false), readText())
    case let value where Self.isBlank(value): at += 1
    case let value where Self.isWord(value): readWord()
    default: readMark()
    }
  }

  private mutating func skipContinuation() {
    at += 1
    guard byte == UInt8(ascii: "\n") else { return }
    line += 1
    at += 1
  }

  private mutating func readWord() {
    let start = at
    while let byte, Self.isWord(byte) { at += 1 }
    let isQuoted = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
    if isQuoted, at - start <= 2, let prefix = PythonTextPrefix(bytes[start..<at]) {
      let text = prefix.isFormatted ? readFormattedText() : readText()
      return add(prefix.isConstant ? .text(isRaw: prefix.isRaw) : .other, text)
    }
    add((0x30...0x39).contains(bytes[start]) ? .other : .name, start..<at)
  }

  private mutating func readMark() {
    let (start, mark) = (at, bytes[at])
    at += 1
    if byte == UInt8(ascii: "="), Self.joinsEquals(mark) {
      at += 1
      return add(.compound(mark), start..<at)
    }
    let token = PythonToken(kind: .mark(mark), bytes: start..<at)
    depth = max(0, depth + token.nesting)
    tokens.append(token)
  }

  private mutating func add(_ kind: PythonToken.Kind, _ bytes: Range<Int>) {
    tokens.append(PythonToken(kind: kind, bytes: bytes))
  }

  var byte: UInt8? { at < bytes.count ? bytes[at] : nil }
}

extension PythonLexer {
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0C }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static func joinsEquals(_ byte: UInt8) -> Bool { "=!<>+-*/%&|^@:".utf8.contains(byte) }
}
