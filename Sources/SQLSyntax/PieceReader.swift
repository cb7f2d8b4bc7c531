import SchemagateModel

/// What the splitter finds, by its range in UTF-8 bytes.
enum Piece {
  case statement(Range<Int>)
  case comment(Range<Int>)
  case metaCommand(Range<Int>)

  var range: Range<Int> {
    switch self {
    case .statement(let range), .comment(let range), .metaCommand(let range): range
    }
  }
}

/// Joins tokens to statements. Pieces of one kind come in the text's order.
struct PieceReader {
  private var scanner: Scanner
  private var shape: StatementShape
  private var statement: Range<Int>?
  private let dialect: EngineKind

  init(_ text: String, dialect: EngineKind, session: [String] = []) {
    scanner = Scanner(text, dialect: dialect)
    shape = StatementShape(dialect: dialect)
    self.dialect = dialect
    for statement in session { noteSQLMode(in: Array(statement.utf8)[...]) }
  }

  mutating func next() -> Piece? {
    while let token = scanner.next() {
      if let piece = take(token) { return piece }
    }
    return finish()
  }

  private mutating func take(_ token: Token) -> Piece? {
    switch token.kind {
    case .space, .blockComment: return nil
    case .lineComment: return shape.isInBody ? nil : .comment(token.range)
    case .metaCommand:
      if statement != nil { extend(by: token) }
      return .metaCommand(token.range)
    case .terminator: return takeTerminator(token)
    case .word where isClientCommand(token): return takeClientCommand(token)
    case .word: takeWord(token)
    case .open:
      extend(by: token)
      shape.takeOpen()
    case .close:
      extend(by: token)
      shape.takeClose()
    case .condition: extend(by: token)
    case .quoted, .other:
      extend(by: token)
      shape.takeOther()
    }
    return nil
  }

  private mutating func takeWord(_ token: Token) {
    extend(by: token)
    if shape.wantsWords, !isAfterDot(token) { shape.takeWord(Keyword(scanner.bytes[token.range])) }
  }

  /// `NEW.end` is a column.
  private func isAfterDot(_ token: Token) -> Bool {
    token.lowerBound > 0 && scanner.bytes[token.lowerBound - 1] == UInt8(ascii: ".")
  }

  private mutating func takeTerminator(_ token: Token) -> Piece? {
    let isCustom = !scanner.bytes[token.range].elementsEqual([Byte.semicolon])
    guard isCustom || shape.takeTerminator() else {
      extend(by: token)
      return nil
    }
    if shape.isCopyFromStandardInput {
      scanner.skipCopyData()
      extend(by: Token(kind: .other, range: token.lowerBound..<scanner.position))
    }
    return finish()
  }

  private mutating func extend(by token: Token) {
    statement = (statement?.lowerBound ?? token.lowerBound)..<token.range.upperBound
  }

  private mutating func finish() -> Piece? {
    defer {
      statement = nil
      shape = StatementShape(dialect: dialect)
    }
    if let statement { noteSQLMode(in: scanner.bytes[statement]) }
    return statement.map(Piece.statement)
  }
}

// MARK: - sql_mode

extension PieceReader {
  /// The server reads the next statement in the mode that this one sets, and so does its client.
  private mutating func noteSQLMode(in statement: ArraySlice<UInt8>) {
    guard isMySQL, Self.isSetting(statement) else { return }
    let text = String(decoding: statement.map(Byte.lowercased), as: UTF8.self)
    guard text.contains("sql_mode") else { return }
    scanner.backslashEscapes = !text.contains("no_backslash_escapes")
  }

  /// `SET …` or `/*!40101 SET … */`.
  private static func isSetting(_ statement: ArraySlice<UInt8>) -> Bool {
    let start = statement.prefix(3).map(Byte.lowercased)
    return start.elementsEqual("set".utf8) || start.elementsEqual("/*!".utf8)
  }
}

extension Token {
  var lowerBound: Int { range.lowerBound }
}

// MARK: - Commands of the mysql program

extension PieceReader {
  /// `DELIMITER` and `SOURCE` at the start of a statement; no SQL begins with either word.
  private func isClientCommand(_ token: Token) -> Bool {
    guard statement == nil, isMySQL else { return false }
    let keyword = Keyword(scanner.bytes[token.range])
    return keyword == .delimiter || keyword == .source
  }

  /// An empty delimiter is no delimiter: the old one stays.
  private mutating func takeClientCommand(_ token: Token) -> Piece {
    let rest = scanner.takeRestOfLine()
    if Keyword(scanner.bytes[token.range]) == .delimiter, let word = rest.split(whereSeparator: Byte.isSpace).first {
      scanner.delimiter = Array(word)
    }
    return .metaCommand(token.lowerBound..<scanner.position)
  }

  private var isMySQL: Bool { dialect == .mysql || dialect == .mariadb }
}
