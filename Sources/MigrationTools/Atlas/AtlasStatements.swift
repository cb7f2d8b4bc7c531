internal import SchemagateModel

/// Cuts a file as Atlas does. Without a directive its scanner finds what a server would call a statement
/// (sql/migrate/lex.go, `Scanner`); `-- atlas:delimiter X` in the first line says what ends one instead.
struct AtlasStatements {
  let splitterOf: TargetDefinition

  struct Outcome {
    var statements: [SourceText] = []
    var problem: String?
  }

  func read(_ source: SourceText) -> Outcome {
    guard source.text.hasPrefix("-- "), let word = AtlasHeader.directive(source.text, named: "delimiter") else {
      return Outcome(statements: source.statementsAndCommands(splitterOf.splitter))
    }
    let delimiter = [("\\n", "\n"), ("\\r", "\r"), ("\\t", "\t")]
      .reduce(word) { $0.replacing($1.0, with: $1.1) }
    guard !delimiter.isEmpty else { return Outcome(problem: "Atlas stops at an empty delimiter") }
    var reading = AtlasReading(source, delimiter: delimiter, engine: splitterOf.engine)
    return reading.read()
  }
}

/// The state while a file with a delimiter of its own goes by. Quotes, comments and parentheses hide the delimiter.
private struct AtlasReading {
  private let source: SourceText
  private let bytes: [UInt8]
  private let delimiter: [UInt8]
  private let engine: EngineKind
  private var at: Int
  private var start: Int
  private var depth = 0
  private var outcome = AtlasStatements.Outcome()

  init(_ source: SourceText, delimiter: String, engine: EngineKind) {
    self.source = source
    bytes = Array(source.text.utf8)
    self.delimiter = Array(delimiter.utf8)
    self.engine = engine
    at = (bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1
    start = at
  }

  mutating func read() -> AtlasStatements.Outcome {
    while at < bytes.count {
      if depth == 0, bytes[at...].starts(with: delimiter) {
        emit(upTo: at)
        at += delimiter.count
        start = at
      } else {
        step()
      }
    }
    emit(upTo: bytes.count)
    if depth > 0 { outcome.problem = "Atlas stops at an unclosed `(`" }
    return outcome
  }

  private mutating func step() {
    switch bytes[at] {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth = max(0, depth - 1)
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): return skipQuote()
    case UInt8(ascii: "$") where engine == .postgresql: return skipDollarQuote()
    case UInt8(ascii: "-") where bytes[at...].starts(with: Array("--".utf8)): return skipComment(to: "\n")
    case UInt8(ascii: "#") where engine.isMySQL: return skipComment(to: "\n")
    case UInt8(ascii: "/") where bytes[at...].starts(with: Array("/*".utf8)): return skipComment(to: "*/")
    case _: break
    }
    at += 1
  }

  private mutating func skipQuote() {
    let quote = bytes[at]
    let escapes =
      engine.isMySQL || (engine == .postgresql && at > 0 && (bytes[at - 1] | 0x20) == UInt8(ascii: "e"))
    at += 1
    while at < bytes.count, bytes[at] != quote {
      at += escapes && bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at += 1
  }

  private mutating func skipDollarQuote() {
    let text = String(decoding: bytes[at...].prefix(130), as: UTF8.self)
    guard let mark = text.prefixMatch(of: /\$(?:[A-Za-z_]\w*)?\$/) else {
      at += 1
      return
    }
    let word = Array(mark.output.utf8)
    at += word.count
    while at < bytes.count, !bytes[at...].starts(with: word) { at += 1 }
    at += word.count
  }

  /// Comments in front of a statement don't belong to it.
  private mutating func skipComment(to end: String) {
    let word = Array(end.utf8)
    let isInFront = bytes[start..<at].allSatisfy(Self.isSpace)
    at += 2
    while at < bytes.count, !bytes[at...].starts(with: word) { at += 1 }
    at = min(at + word.count, bytes.count)
    if isInFront { start = at }
  }

  private mutating func emit(upTo end: Int) {
    let end = min(end, bytes.count)
    guard start < end, let first = bytes[start..<end].firstIndex(where: { !Self.isSpace($0) }) else { return }
    let before = bytes[..<first]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[lineStart..<first], as: UTF8.self).unicodeScalars.count + 1
    let text = String(decoding: bytes[first..<end], as: UTF8.self).trimmed
    let line = before.count { $0 == UInt8(ascii: "\n") } + source.line
    outcome.statements.append(SourceText(path: source.path, line: line, column: column, text: text))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
