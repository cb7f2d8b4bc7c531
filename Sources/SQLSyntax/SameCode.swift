package import SchemagateModel

extension SQLSplitter {
  /// Whether two texts send the server the same code: they differ at most in comments and white space.
  ///
  /// Bodies of routines in dollar quotes are the object's own text and count with their comments, and so do the rows of
  /// `COPY … FROM STDIN`.
  package func sayTheSame(_ left: [SourceText], _ right: [SourceText]) -> Bool {
    code(of: left) == code(of: right)
  }

  private func code(of sources: [SourceText]) -> [[String]] {
    sources.flatMap { source in
      statements(of: source).map { statement in
        leadingWords(of: statement, limit: 1) == ["COPY"] ? [statement.text] : tokens(of: statement)
      } + metaCommands(of: source).map { [$0.text] }
    }
  }

  /// Words as they are written. A gap counts where it parts what would else be one: two strings, two operators.
  private func tokens(of statement: SourceText) -> [String] {
    var scanner = Scanner(statement.text, dialect: dialect)
    var tokens: [String] = []
    var (last, isGap): (Token.Kind, Bool) = (.space, false)
    while let token = scanner.next() {
      switch token.kind {
      case .space, .lineComment, .blockComment: isGap = true
      case .quoted, .word, .open, .close, .terminator, .metaCommand, .condition, .other:
        if isGap, last == token.kind, token.kind == .quoted || token.kind == .other { tokens.append(" ") }
        tokens.append(String(decoding: scanner.bytes[token.range], as: UTF8.self))
        (last, isGap) = (token.kind, false)
      }
    }
    return tokens
  }
}
