package import SchemagateModel

/// Finds the statements and comments of SQL text, in linear time and for any input.
package struct SQLSplitter: Sendable {
  /// Whose SQL is split.
  package let dialect: EngineKind
  private let session: [String]

  /// A splitter for the SQL that `dialect`'s server and its command-line client understand, in a session that began with
  /// the statements of `session`: MySQL's `sql_mode` says what a backslash means.
  package init(dialect: EngineKind, session: [String] = []) {
    self.dialect = dialect
    self.session = session
  }

  /// The statements, each with its exact place.
  ///
  /// A statement goes from its first to its last word or symbol, exactly as the file has it: white space and comments
  /// around it, and the `;` that ends it, are left out. Comments inside stay. `COPY … FROM STDIN` is the exception: it
  /// keeps its `;`, its data and the line `\.`. MySQL's `DELIMITER` lines, and the meta-commands of psql and mysql
  /// between statements, are no statements.
  package func statements(of source: SourceText) -> [SourceText] {
    pieces(of: source) { if case .statement = $0 { true } else { false } }
  }

  /// The line comments at the top level, with their marks (`--`; `#` for MySQL) and without the line break.
  ///
  /// Top level means that the server would see a comment: not in quotes, block comments, dollar quotes or COPY data; and
  /// not in the body of a routine or trigger, since that text is the object's own. A comment in the middle of a statement,
  /// inside its parentheses too, counts, and so does one that ends a line of code.
  package func lineComments(of source: SourceText) -> [SourceText] {
    pieces(of: source) { if case .comment = $0 { true } else { false } }
  }

  /// psql's meta-commands (`\set`, `\i`, `SELECT 1 \gexec`), each from its backslash to the end of its line. A backslash
  /// in PostgreSQL code outside quotes is never SQL. For MySQL the mysql program's: `DELIMITER //`, `SOURCE x.sql`, `\. x.sql`;
  /// there only `\N` is SQL.
  package func metaCommands(of source: SourceText) -> [SourceText] {
    pieces(of: source) { if case .metaCommand = $0 { true } else { false } }
  }

  /// The first `limit` unquoted words of a statement outside parentheses, in upper case: enough to tell what it does.
  package func leadingWords(of statement: SourceText, limit: Int) -> [String] {
    var scanner = Scanner(statement.text, dialect: dialect)
    var words: [String] = []
    var depth = 0
    while words.count < limit, let token = scanner.next() {
      switch token.kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .word where depth == 0:
        words.append(String(decoding: scanner.bytes[token.range], as: UTF8.self).uppercased())
      case .word, .space, .lineComment, .blockComment, .quoted, .terminator, .metaCommand, .condition, .other: break
      }
    }
    return words
  }

  /// Everything that means something, in order: unquoted words in upper case, quoted text as it stands, single symbols.
  /// Comments and white space are left out.
  package func vocabulary(of source: SourceText) -> [String] {
    var scanner = Scanner(source.text, dialect: dialect)
    var words: [String] = []
    while let token = scanner.next() {
      let text = String(decoding: scanner.bytes[token.range], as: UTF8.self)
      switch token.kind {
      case .word: words.append(text.uppercased())
      case .quoted, .open, .close, .terminator, .metaCommand, .other: words.append(text)
      case .space, .lineComment, .blockComment, .condition: break
      }
    }
    return words
  }

  private func pieces(of source: SourceText, where isWanted: (Piece) -> Bool) -> [SourceText] {
    var reader = PieceReader(source.text, dialect: dialect, session: session)
    var place = PlaceWalker(source)
    var result: [SourceText] = []
    while let piece = reader.next() {
      if isWanted(piece) { result.append(place.text(piece.range)) }
    }
    return result
  }
}
