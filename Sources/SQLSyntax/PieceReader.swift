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

  init(_ text: String, dialect: EngineKind) {
    scanner = Scanner(text, dialect: dialect)
    shape = StatementShape(dialect: dialect)
    self.dialect = dialect
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
    case .word where isDelimiterLine(token): changeDelimiter()
    case .word: takeWord(token)
    case .open:
      extend(by: token)
      shape.takeOpen()
    case .close:
      extend(by: token)
      shape.takeClose()
    case .quoted, .other:
      extend(by: token)
      shape.takeOther()
    }
    return nil
  }

  private mutating func takeWord(_ token: Token) {
    extend(by: token)
    if shape.wantsWords { shape.takeWord(Keyword(scanner.bytes[token.range])) }
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
    return statement.map(Piece.statement)
  }
}

extension Token {
  var lowerBound: Int { range.lowerBound }
}

// MARK: - DELIMITER

extension PieceReader {
  private func isDelimiterLine(_ token: Token) -> Bool {
    guard statement == nil, dialect == .mysql || dialect == .mariadb, token.range.count == 9 else { return false }
    return Keyword(scanner.bytes[token.range]) == .delimiter
  }

  /// An empty delimiter is no delimiter: the old one stays.
  private mutating func changeDelimiter() {
    let words = scanner.takeRestOfLine().split(whereSeparator: Byte.isSpace)
    if let first = words.first { scanner.delimiter = Array(first) }
  }
}
