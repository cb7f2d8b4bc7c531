import Foundation
import SQLSyntax
import SchemagateModel

/// Finds the refused statement of a text, and the place in it. The server tells neither; it stops at the first statement
/// that it refuses, and quotes what follows a syntax error.
struct RefusedPlace {
  /// Statements that were carried out.
  let done: [SourceText]
  let statement: SourceText?
  let location: SourceLocation?

  init(of message: ServerMessage, in text: SourceText, after results: [Bool], splitter: SQLSplitter) {
    let statements = splitter.statements(of: text)
    let count = Self.count(statements, results, splitter.dialect)
    done = Array(statements.prefix(count))
    statement = count < statements.count ? statements[count] : nil
    let place = Self.place(of: message, in: text, after: done) ?? statement.flatMap { Self.place(of: message, in: $0) }
    location =
      place
      ?? text.path.map { [statement] path in
        SourceLocation(path: path, line: statement?.line ?? text.line, column: statement?.column)
      }
  }

  /// A procedure's call gives a result for each of its queries, and one without rows in the end.
  private static func count(_ statements: [SourceText], _ results: [Bool], _ dialect: EngineKind) -> Int {
    var index = 0
    for hasRows in results where index < statements.count {
      if hasRows, StatementWords(statements[index], dialect: dialect).isCall { continue }
      index += 1
    }
    return index
  }

  private static func place(
    of message: ServerMessage, in text: SourceText, after done: [SourceText]
  ) -> SourceLocation? {
    guard let quoted = quoted(message), !quoted.isEmpty, let start = end(of: done, in: text.text),
      let found = text.text.range(of: quoted, range: start..<text.text.endIndex)
    else { return nil }
    let offset = text.text.utf8.distance(from: text.text.startIndex, to: found.lowerBound)
    return LineIndex(text).location(ofByte: offset).sourceLocation
  }

  /// The name that the server complains of, where the statement has it once only.
  private static func place(of message: ServerMessage, in statement: SourceText) -> SourceLocation? {
    let parts = message.text.split(separator: "'", omittingEmptySubsequences: false)
    guard message.number != 1064, parts.count >= 3, let name = parts[1].split(separator: ".").last,
      let found = statement.text.range(of: name),
      statement.text.range(of: name, range: found.upperBound..<statement.text.endIndex) == nil
    else { return nil }
    let offset = statement.text.utf8.distance(from: statement.text.startIndex, to: found.lowerBound)
    return LineIndex(statement).location(ofByte: offset).sourceLocation
  }

  /// What stands between `near '` and `' at line 3`; it may have been cut inside a character.
  private static func quoted(_ message: ServerMessage) -> String? {
    guard message.number == 1064, let start = message.text.range(of: "near '"),
      let end = message.text.range(of: "' at line ", options: .backwards), start.upperBound <= end.lowerBound
    else { return nil }
    return String(message.text[start.upperBound..<end.lowerBound].prefix { $0 != "\u{FFFD}" })
  }

  /// Where the last of the statements that were carried out ends.
  private static func end(of done: [SourceText], in text: String) -> String.Index? {
    var position = text.startIndex
    for statement in done {
      guard let found = text.range(of: statement.text, range: position..<text.endIndex) else { return nil }
      position = found.upperBound
    }
    return position
  }
}
