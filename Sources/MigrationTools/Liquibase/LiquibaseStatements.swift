internal import SchemagateModel

/// Cuts SQL as Liquibase does (liquibase/util/StringUtil.java, `processMultiLineSQL`, and SimpleSqlGrammar.jj): at `;`, and at `go` or `/` alone
/// in a line, but not between a word `BEGIN` and a word `END`. Dollar quotes are not understood, and `END IF` counts as an end, so that
/// what Liquibase cuts in two is cut here too. Comments stay in the text, which Liquibase takes out of it by default.
struct LiquibaseStatements {
  /// `nil` for the usual ends.
  let endDelimiter: String?

  private struct Token {
    let text: Substring
    let isBlank: Bool
  }

  func statements(of source: SourceText) -> [SourceText] {
    let tokens = Self.tokens(source.text, delimiter: endDelimiter)
    var statements: [SourceText] = []
    var start = source.text.startIndex
    var depth = 0
    var line = source.line
    func take(upTo end: String.Index) {
      if let statement = Self.statement(source.text[start..<end], source, line: line) { statements.append(statement) }
      line += source.text[start..<end].count(where: \.isNewline)
      start = end
    }
    for (index, token) in tokens.enumerated() {
      depth += change(of: depth, at: index, in: tokens)
      let previous = index > 0 ? tokens[index - 1].text : nil
      guard depth == 0, isEnd(token.text, after: previous) else { continue }
      take(upTo: token.text.startIndex)
      line += token.text.count(where: \.isNewline)
      start = token.text.endIndex
    }
    take(upTo: source.text.endIndex)
    return statements
  }

  private func change(of depth: Int, at index: Int, in tokens: [Token]) -> Int {
    let word = tokens[index].text.uppercased()
    guard word == "BEGIN" || word == "END" else { return 0 }
    let next = tokens[(index + 1)...].first { !$0.isBlank }?.text.lowercased() ?? ""
    if ["transaction", "trans", "tran"].contains(next) { return 0 }
    if word == "END" { return depth > 0 ? -1 : 0 }
    return ["dialog", "conversation", "distributed"].contains(next) ? 0 : 1
  }

  private func isEnd(_ piece: Substring, after previous: Substring?) -> Bool {
    if let endDelimiter { return piece.lowercased() == endDelimiter.lowercased() }
    if piece == ";" { return true }
    return (piece.lowercased() == "go" || piece == "/") && (previous.map { $0.last?.isNewline ?? false } ?? true)
  }

  private static func statement(_ text: Substring, _ source: SourceText, line: Int) -> SourceText? {
    var body = text
    // What is only comments is no statement for Liquibase, and comments in front of one aren't sent.
    while true {
      body = body.drop(while: \.isWhitespace)
      guard let comment = comment(body) else { break }
      body = body[comment.endIndex...]
    }
    guard !body.isEmpty else { return nil }
    let before = text[..<body.startIndex]
    let column = source.text[..<body.startIndex].reversed().prefix { !$0.isNewline }.count + 1
    return SourceText(
      path: source.path, line: line + before.count(where: \.isNewline), column: column, text: body.trimmed)
  }

  private static func comment(_ text: Substring) -> Substring? {
    if text.hasPrefix("--") { return text.prefix { !$0.isNewline } }
    guard text.hasPrefix("/*") else { return nil }
    return text.firstRange(of: "*/").map { text[..<$0.upperBound] }
  }

  private static func tokens(_ text: String, delimiter: String?) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      let token: Substring
      if let delimiter, rest.hasPrefix(delimiter) {
        token = rest.prefix(delimiter.count)
      } else if first.isWhitespace {
        token = rest.prefix(while: \.isWhitespace)
      } else if let found = comment(rest) {
        token = found
      } else if "'\"`".contains(first) {
        token = quoted(rest, by: first)
      } else {
        let word = rest.prefix { $0.isLetter || $0.isNumber || "$_@#.".contains($0) }
        token = word.isEmpty ? rest.prefix(1) : word
      }
      tokens.append(Token(text: token, isBlank: first.isWhitespace || comment(rest) != nil))
      rest = rest[token.endIndex...]
    }
    return tokens
  }

  /// A doubled quote and a backslash with what follows don't end it.
  private static func quoted(_ text: Substring, by quote: Character) -> Substring {
    var at = text.index(after: text.startIndex)
    while at < text.endIndex {
      let next = text.index(after: at)
      if text[at] == "\\", quote != "`", next < text.endIndex {
        at = text.index(after: next)
      } else if text[at] == quote {
        guard next < text.endIndex, text[next] == quote else { return text[..<next] }
        at = text.index(after: next)
      } else {
        at = next
      }
    }
    return text
  }
}
