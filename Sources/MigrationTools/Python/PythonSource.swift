/// A Python file, cut into statements.
struct PythonSource {
  let bytes: [UInt8]
  let tokens: [PythonToken]
  let statements: [PythonStatement]

  /// Python itself reads `\r\n` and `\r` as the end of a line, and passes over a byte order mark.
  init(_ contents: [UInt8]) {
    let marked = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(contents.dropFirst(3)) : contents
    bytes = marked.contains(UInt8(ascii: "\r")) ? Self.withPlainLineEnds(marked) : marked
    var lexer = PythonLexer(bytes)
    lexer.read()
    (tokens, statements) = (lexer.tokens, lexer.statements)
  }

  private static func withPlainLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != UInt8(ascii: "\r") {
        plain.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
        plain.append(UInt8(ascii: "\n"))
      }
    }
    return plain
  }

  func tokens(of statement: PythonStatement) -> ArraySlice<PythonToken> { tokens[statement.tokens] }

  /// The token as it is written.
  func spelling(_ token: PythonToken) -> String { String(decoding: bytes[token.bytes], as: UTF8.self) }

  func isName(_ token: PythonToken?, _ name: String) -> Bool {
    guard let token, token.kind == .name, token.bytes.count == name.utf8.count else { return false }
    var at = token.bytes.lowerBound
    for byte in name.utf8 {
      if bytes[at] != byte { return false }
      at += 1
    }
    return true
  }

  /// The statements that belong to the one at `index`: those behind its colon and those of its block.
  func block(of index: Int) -> Range<Int> {
    let own = statements[index].indentation
    let inner = statements[(index + 1)...].prefix { $0.followsSemicolon || $0.indentation > own }
    return (index + 1)..<inner.endIndex
  }

  /// What stands behind a compound statement's colon on its own line.
  func inlineBody(of statement: PythonStatement) -> ArraySlice<PythonToken> {
    let tokens = tokens(of: statement)
    var depth = 0
    for index in tokens.indices {
      depth += tokens[index].nesting
      if depth == 0, tokens[index].isMark(":") { return tokens[(index + 1)...] }
    }
    return []
  }
}
