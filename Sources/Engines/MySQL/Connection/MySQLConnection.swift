import EngineInterface
import SchemagateModel

/// One session on a MySQL or MariaDB server. Calls block a thread of its own, never one of the shared pool.
actor MySQLConnection {
  private let executor = QueueExecutor(label: "schemagate.mysql")
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  nonisolated let parameters: ConnectionParameters
  private var handle: ConnectionHandle?

  /// Connects, and waits no longer than `seconds` for an answer.
  init(_ parameters: ConnectionParameters, seconds: UInt32 = 10) async throws {
    self.parameters = parameters
    handle = nil
    // From here on we are on our own thread, which connecting may block.
    handle = try ConnectionAttempt(parameters: parameters, seconds: seconds).handle()
  }

  /// Runs one statement, or several, and returns the rows of the first; throws where the server refuses.
  @discardableResult
  func rows(_ sql: String) throws -> [[String?]] {
    try scan(sql) { row in (0..<row.count).map { row.text($0) } }
  }

  /// How long a question of our own may take; only a server that hangs needs more.
  private static let patience = Duration.seconds(120)

  /// Runs one statement and makes a value of each of its rows, read in place.
  func scan<Row: Sendable>(_ sql: String, _ row: @Sendable (borrowing RowReader) throws -> Row) throws -> [Row] {
    let watch = try watch()
    watch.start(limit: Self.patience)
    defer { _ = watch.finish() }
    var isWell = handle?.send(sql) ?? false
    let rows = isWell ? try handle?.readRows(stored: true, row) : nil
    try checkRefusal(sql)
    while isWell, let next = handle?.advance() {
      isWell = next
      if isWell { _ = handle?.readRows(stored: true) { _ in } }
      try checkRefusal(sql)
    }
    return rows ?? []
  }

  /// Sends `text` in one go and reads every result. What the server refuses is in the result, a lost server is thrown.
  func send(_ text: String, limit: Duration) async throws -> (result: ExchangeResult, isOverLimit: Bool) {
    let watch = try watch()
    watch.start(limit: limit)
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try judged(exchange(text), watch.finish())
    } onCancel: {
      watch.cancel()
    }
  }

  private func watch() throws -> StatementWatch {
    guard let session = handle?.session else { throw ConnectionError.closed(server: parameters.description) }
    let kill = SessionKill(parameters: parameters, session: session)
    return StatementWatch(kill: kill, socket: handle?.socket)
  }

  private func exchange(_ text: String) throws -> ExchangeResult {
    guard let result = handle?.exchange(text) else { throw ConnectionError.closed(server: parameters.description) }
    return result
  }

  private func judged(
    _ result: ExchangeResult, _ ending: StatementWatch.Ending
  ) throws -> (result: ExchangeResult, isOverLimit: Bool) {
    let isLost = result.refusal?.meansLostSession ?? false
    if isLost { handle = nil }
    switch ending {
    case .cancelled: throw CancellationError()
    case .overLimit: return (result.stopped, true)
    case .inTime:
      guard isLost, let refusal = result.refusal else { return (result, false) }
      throw ConnectionError.lost(server: parameters.description, message: refusal.text)
    }
  }

  /// The server's number for this session.
  var sessionNumber: UInt { handle?.session ?? 0 }

  /// Whether the session has ended: by `close`, or because a statement did not stop at its limit.
  var isClosed: Bool { handle == nil }

  /// Ends the session; anything later throws.
  func close() { handle = nil }

  private func checkRefusal(_ sql: String) throws {
    guard let message = handle?.refusal else { return }
    guard message.meansLostSession else { throw QueryRefused(message: message, statement: sql) }
    throw ConnectionError.lost(server: parameters.description, message: message.text)
  }
}
