import SchemagateModel

/// Cuts SQL text into tokens, in one pass over its bytes; what is never closed runs to the end of the text.
struct Scanner {
  let bytes: [UInt8]
  let dialect: EngineKind
  private(set) var position = 0
  /// What ends a statement; MySQL's `DELIMITER` line changes it.
  var delimiter: [UInt8] = [Byte.semicolon]
  /// Whether a backslash in a string of MySQL's means the character behind it: not in `NO_BACKSLASH_ESCAPES`.
  var backslashEscapes = true
  /// Depth of MySQL's `/*! … */`, whose contents are code.
  private var conditionalDepth = 0

  init(_ text: String, dialect: EngineKind) {
    bytes = Array(text.utf8)
    self.dialect = dialect
  }

  mutating func next() -> Token? {
    guard position < bytes.count else { return nil }
    let start = position
    let kind = advance()
    return Token(kind: kind, range: start..<position)
  }

  /// The byte at `offset` from here; 0 beyond the end.
  private func peek(_ offset: Int = 0) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  private mutating func advance() -> Token.Kind {
    let byte = bytes[position]
    if byte == delimiter[0], isAtDelimiter { return takeDelimiter() }
    if Byte.isSpace(byte) { return takeSpace() }
    if Byte.isWord(byte) { return takeWord() }
    return comment(byte) ?? quoted(byte) ?? symbol(byte)
  }

  private mutating func symbol(_ byte: UInt8) -> Token.Kind {
    position += 1
    switch byte {
    case UInt8(ascii: "("): return .open
    case UInt8(ascii: ")"): return .close
    case Byte.backslash where dialect == .postgresql || (isMySQL && peek() != UInt8(ascii: "N")):
      skipLine()
      return .metaCommand
    case Byte.star where conditionalDepth > 0 && peek() == Byte.slash:
      position += 1
      conditionalDepth -= 1
      return .condition
    default: return .other
    }
  }
}

// MARK: - Words, space and delimiters

extension Scanner {
  private var isAtDelimiter: Bool {
    position + delimiter.count <= bytes.count && bytes[position..<position + delimiter.count].elementsEqual(delimiter)
  }

  private mutating func takeDelimiter() -> Token.Kind {
    position += delimiter.count
    return conditionalDepth > 0 ? .other : .terminator
  }

  private mutating func takeSpace() -> Token.Kind {
    while position < bytes.count, Byte.isSpace(bytes[position]) { position += 1 }
    return .space
  }

  private mutating func takeWord() -> Token.Kind {
    let start = position
    while position < bytes.count, Byte.isWord(bytes[position]) || bytes[position] == Byte.dollar {
      if position > start, bytes[position] == delimiter[0], isAtDelimiter { break }
      position += 1
    }
    guard dialect == .postgresql, position - start == 1, bytes[start] | 0x20 == UInt8(ascii: "e"), peek() == Byte.quote
    else { return .word }
    takeEscapeString()
    return .quoted
  }

  /// Goes to the end of the line, before its newline.
  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != Byte.newline { position += 1 }
  }

  /// The rest of the line as words; leaves the position at the line's end. For `DELIMITER`.
  mutating func takeRestOfLine() -> [UInt8] {
    let start = position
    skipLine()
    return Array(bytes[start..<position])
  }

  /// Skips the data lines of `COPY … FROM STDIN`, up to and including `\.`.
  mutating func skipCopyData() {
    skipLine()
    while position < bytes.count {
      let start = position + 1
      position = start
      skipLine()
      var line = bytes[min(start, position)..<position]
      if line.last == Byte.carriageReturn { line.removeLast() }
      if line.elementsEqual([Byte.backslash, UInt8(ascii: ".")]) { return }
    }
  }
}

// MARK: - Comments

extension Scanner {
  private mutating func comment(_ byte: UInt8) -> Token.Kind? {
    if byte == Byte.dash, peek(1) == Byte.dash, dashesBeginComment { return takeLineComment() }
    if byte == Byte.hash, dialect == .mysql || dialect == .mariadb { return takeLineComment() }
    guard byte == Byte.slash, peek(1) == Byte.star else { return nil }
    return takeBlockComment()
  }

  /// MySQL wants white space or a control character after `--`.
  private var dashesBeginComment: Bool {
    switch dialect {
    case .postgresql, .sqlite: true
    case .mysql, .mariadb: position + 2 >= bytes.count || bytes[position + 2] <= 0x20
    }
  }

  private mutating func takeLineComment() -> Token.Kind {
    skipLine()
    if position > 0, bytes[position - 1] == Byte.carriageReturn { position -= 1 }
    return .lineComment
  }

  private mutating func takeBlockComment() -> Token.Kind {
    switch dialect {
    case .postgresql: takeNestedComment()
    case .sqlite: takePlainComment()
    case .mysql, .mariadb:
      if peek(2) == UInt8(ascii: "!") || (peek(2) == UInt8(ascii: "M") && peek(3) == UInt8(ascii: "!")) {
        return takeConditionalOpening()
      }
      takePlainComment()
    }
    return .blockComment
  }

  private mutating func takeConditionalOpening() -> Token.Kind {
    position += peek(2) == UInt8(ascii: "!") ? 3 : 4
    while position < bytes.count, Byte.isDigit(bytes[position]) { position += 1 }
    conditionalDepth += 1
    return .condition
  }

  private mutating func takePlainComment() {
    position += 2
    while position < bytes.count {
      if bytes[position] == Byte.star, peek(1) == Byte.slash {
        position += 2
        return
      }
      position += 1
    }
  }

  private mutating func takeNestedComment() {
    var depth = 0
    repeat {
      if bytes[position] == Byte.slash, peek(1) == Byte.star {
        depth += 1
        position += 2
      } else if bytes[position] == Byte.star, peek(1) == Byte.slash {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    } while depth > 0 && position < bytes.count
    position = min(position, bytes.count)
  }
}

// MARK: - Quotes

extension Scanner {
  private var isMySQL: Bool { dialect == .mysql || dialect == .mariadb }

  private mutating func quoted(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case Byte.quote, Byte.doubleQuote: takeQuoted(byte, escapes: isMySQL && backslashEscapes)
    case Byte.backtick where dialect != .postgresql: takeQuoted(byte, escapes: false)
    case Byte.openBracket where dialect == .sqlite: takeUntil(Byte.closeBracket)
    case Byte.dollar where dialect == .postgresql:
      guard let tag = dollarTag else { return nil }
      takeDollarQuoted(tag)
    default: return nil
    }
    return .quoted
  }

  /// A doubled quote needs no case of its own: it ends one quoted piece and begins the next, with nothing between them.
  private mutating func takeQuoted(_ quote: UInt8, escapes: Bool) {
    position += 1
    while position < bytes.count, bytes[position] != quote {
      position += escapes && bytes[position] == Byte.backslash ? 2 : 1
    }
    position = min(position + 1, bytes.count)
  }

  private mutating func takeUntil(_ end: UInt8) {
    while position < bytes.count, bytes[position] != end { position += 1 }
    position = min(position + 1, bytes.count)
  }

  /// PostgreSQL's `E'…'`: a doubled quote, and a piece that goes on after a line break, keep the backslash's meaning.
  private mutating func takeEscapeString() {
    takeQuoted(Byte.quote, escapes: true)
    while true {
      var next = position
      var crossesLine = false
      while next < bytes.count, Byte.isSpace(bytes[next]) {
        crossesLine = crossesLine || bytes[next] == Byte.newline
        next += 1
      }
      guard next < bytes.count, bytes[next] == Byte.quote, crossesLine || next == position else { return }
      position = next
      takeQuoted(Byte.quote, escapes: true)
    }
  }

  /// `$$` or `$tag$` at the position, marks included; `nil` for a parameter such as `$1`.
  private var dollarTag: Range<Int>? {
    var end = position + 1
    if end < bytes.count, Byte.isDigit(bytes[end]) { return nil }
    while end < bytes.count, Byte.isWord(bytes[end]) { end += 1 }
    return end < bytes.count && bytes[end] == Byte.dollar ? position..<end + 1 : nil
  }

  private mutating func takeDollarQuoted(_ tag: Range<Int>) {
    position = tag.upperBound
    while position < bytes.count {
      if bytes[position] == Byte.dollar, position + tag.count <= bytes.count,
        bytes[position..<position + tag.count].elementsEqual(bytes[tag])
      {
        position += tag.count
        return
      }
      position += 1
    }
  }
}
