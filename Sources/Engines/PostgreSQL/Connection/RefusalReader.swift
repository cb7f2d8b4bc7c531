import SchemagateModel

/// Turns the server's refusal of a text into a rejection with its place in the file.
struct RefusalReader {
  let text: SourceText
  /// Number of statements of the text that the server had run before.
  let statementsBefore: Int

  func rejection(_ message: ServerMessage, overLimit limit: Duration? = nil) -> Rejection {
    Rejection(
      cause: limit.map { .timeLimit(seconds: Int($0.components.seconds)) } ?? .migration, message: message.text,
      detail: message.detail, hint: message.hint, code: message.code, location: location(message),
      context: message.context)
  }

  private func location(_ message: ServerMessage) -> SourceLocation? {
    guard let path = text.path else { return nil }
    guard let position = message.position else { return SourceLocation(path: path, line: text.line) }
    var line = text.line
    var column = text.column
    for scalar in text.text.unicodeScalars.prefix(position - 1) {
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return SourceLocation(path: path, line: line, column: column)
  }
}
