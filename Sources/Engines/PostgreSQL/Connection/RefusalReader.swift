import SQLSyntax
import SchemagateModel

/// Turns the server's refusal of a text into a rejection with its cause, and its place in the file.
struct RefusalReader {
  let text: SourceText
  /// Number of statements of the text that the server had run before.
  let statementsBefore: Int
  /// libpq's number, for example 150018.
  let serverVersion: Int

  func rejection(_ message: ServerMessage, overLimit limit: Duration? = nil) -> Rejection {
    let place = message.position.map { LineIndex(text).location(ofCodePoint: $0) }
    let statement = refusedStatement(at: place)
    let cause = limit.map { Rejection.Cause.timeLimit(seconds: Self.seconds($0)) }
    return Rejection(
      cause: cause
        ?? RefusalCause(message: message, statement: statement?.text, majorVersion: serverVersion / 10000).cause,
      message: message.text, detail: message.detail, hint: message.hint, code: message.code,
      location: place?.sourceLocation ?? location(of: statement), statement: statement?.text, context: message.context)
  }

  /// Rounded up: no limit is none.
  private static func seconds(_ limit: Duration) -> Int {
    Int(limit.components.seconds) + (limit.components.attoseconds > 0 ? 1 : 0)
  }

  /// The statement around `place`, or else the one that the server had come to.
  private func refusedStatement(at place: TextPlace?) -> SourceText? {
    let statements = SQLSplitter(dialect: .postgresql).statements(of: text)
    guard let place else { return statementsBefore < statements.count ? statements[statementsBefore] : statements.last }
    return statements.last { ($0.line, $0.column) <= (place.line, place.column) }
  }

  private func location(of statement: SourceText?) -> SourceLocation? {
    guard let path = text.path else { return nil }
    return SourceLocation(path: path, line: statement?.line ?? text.line, column: statement?.column)
  }
}
