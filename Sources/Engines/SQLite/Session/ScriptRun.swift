import CSQLite
import EngineInterface
import SchemagateModel

/// Runs a script as `sqlite3_exec` does: statement after statement, up to the first that is refused. What was applied
/// before stays.
struct ScriptRun {
  let connection: Connection
  let source: SourceText
  let limit: Duration
  private let bytes: [UInt8]

  init(connection: Connection, source: SourceText, limit: Duration) {
    self.connection = connection
    self.source = source
    self.limit = limit
    bytes = Array(source.text.utf8)
  }

  func outcome(watch: Watch) throws -> SendOutcome {
    try watch.guarding(connection) {
      try source.text.withCString { try run($0, watch: watch) }
    }
  }

  private func run(_ text: UnsafePointer<CChar>, watch: Watch) throws -> SendOutcome {
    var place = 0
    var answers = StatementAnswers()
    var count = ChangeCount(connection)
    while place < bytes.count {
      if bytes[place] == 0 { return .rejected(nulByte(at: place), after: answers) }
      var prepared: OpaquePointer?
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection.handle, text + place, -1, &prepared, &tail)
      guard code == SQLITE_OK else { return .rejected(try rejection(from: place, watch: watch), after: answers) }
      let next = tail.map { $0 - text } ?? bytes.count
      if let prepared {
        let isReadOnly = sqlite3_stmt_readonly(prepared) != 0
        if let rejection = try finish(prepared, from: place, watch: watch) {
          return .rejected(rejection, after: answers)
        }
        answers.add(count.answer(isReadOnly: isReadOnly))
      } else if next == place {
        break
      }
      place = next
    }
    return .applied(answers)
  }

  private func finish(_ statement: OpaquePointer, from place: Int, watch: Watch) throws -> Rejection? {
    defer { sqlite3_finalize(statement) }
    var code = SQLITE_ROW
    while code == SQLITE_ROW {
      if watch.isCancelled { throw CancellationError() }
      code = sqlite3_step(statement)
    }
    return code == SQLITE_DONE ? nil : try rejection(from: place, watch: watch)
  }

  private func rejection(from place: Int, watch: Watch) throws -> Rejection {
    let (code, message, offset) = (connection.code, connection.message, schemagate_error_offset(connection.handle))
    if code.isInterrupt, watch.isCancelled { throw CancellationError() }
    if code.isFailure { throw SQLiteError.failed(code: code.name, message: message) }
    let statement = StatementText(in: bytes[place...])
    let text = String(decoding: bytes[statement.start..<statement.end], as: UTF8.self)
    let limited = code.isInterrupt && watch.isOver
    let cause =
      limited
      ? .timeLimit(seconds: seconds)
      : RejectionCause(
        message: message, statement: text, standIns: connection.standIns
      ).cause
    return Rejection(
      cause: cause, message: message, code: code.name,
      location: location(of: offset >= 0 ? place + Int(offset) : statement.start), statement: text)
  }

  private var seconds: Int {
    let (seconds, rest) = limit.components
    return Int(seconds) + (rest > 0 ? 1 : 0)
  }

  /// SQLite takes a NUL for the end of its text, and would leave the rest unrun without a word.
  private func nulByte(at place: Int) -> Rejection {
    Rejection(
      cause: .migration, message: "a NUL byte stands in the script; SQLite would ignore everything after it",
      code: "SQLITE_ERROR", location: location(of: place))
  }

  private func location(of place: Int) -> SourceLocation? {
    guard let path = source.path else { return nil }
    let before = bytes[..<min(place, bytes.count)]
    let lines = before.count { $0 == 0x0A }
    let lastLine = before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before
    let column = lastLine.count { $0 & 0xC0 != 0x80 } + (lines == 0 ? source.column : 1)
    return SourceLocation(path: path, line: source.line + lines, column: column)
  }
}
