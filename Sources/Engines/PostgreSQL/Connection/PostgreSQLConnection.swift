import CLibpq
package import EngineInterface
package import SchemagateModel

/// One session on a PostgreSQL server. Calls block a thread of its own, never one of the shared pool.
package actor PostgreSQLConnection {
  private let executor = QueueExecutor(label: "schemagate.postgresql")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// The server without its password, for messages.
  nonisolated let server: String
  private let notices = NoticeLog()
  private var handle: ConnectionHandle?

  /// Connects, and waits no longer than `limit` for an answer.
  package init(_ parameters: ConnectionParameters, limit: Duration = .seconds(10)) async throws {
    server = parameters.description
    handle = nil
    handle = try ConnectionAttempt(parameters: parameters, limit: limit).handle(notices: notices)
  }

  /// Runs one statement (several, without arguments) and returns the last result's rows; throws where the server refuses.
  @discardableResult
  package func rows(_ sql: String, _ arguments: [String?] = []) throws -> [[String?]] {
    try read(sql, arguments) { row in (0..<row.count).map { row.text($0) } }
  }

  /// Runs one statement and makes a value of each of its rows, read in place.
  package func scan<Value: Sendable>(
    _ sql: String, _ arguments: [String?] = [], _ value: @Sendable (borrowing RowReader) throws -> Value
  ) throws -> [Value] {
    try read(sql, arguments, value)
  }

  /// Sends `text` in one go and reads every result. What the server refuses is returned, a lost server is thrown.
  package func send(_ text: SourceText, limit: Duration) throws -> SendOutcome {
    let raw = try open()
    return try Exchange(connection: raw, server: server, text: text, limit: limit).run()
  }

  /// Whether the session stands in a transaction.
  package func transactionState() throws -> TransactionState {
    switch PQtransactionStatus(try open()) {
    case PQTRANS_IDLE: .idle
    case PQTRANS_INERROR: .failed
    case PQTRANS_UNKNOWN: throw ConnectionError.lost(server: server, message: lastError())
    default: .open
    }
  }

  /// The server's version as a number, for example 150018.
  package var serverVersionNumber: Int { get throws { Int(PQserverVersion(try open())) } }

  /// The process that serves this session.
  package var processID: Int { get throws { Int(PQbackendPID(try open())) } }

  /// What the server said besides its answers since the last call.
  package func takeNotices() -> [ServerMessage] { notices.take() }

  /// Ends the session; anything later throws.
  package func close() { handle = nil }

  private func open() throws -> OpaquePointer {
    guard let raw = handle?.raw else { throw ConnectionError.closed(server: server) }
    return raw
  }

  private func lastError() -> String { handle?.lastError ?? "" }

  private func read<Value>(
    _ sql: String, _ arguments: [String?], _ value: (borrowing RowReader) throws -> Value
  ) throws -> [Value] {
    let raw = try open()
    guard let pointer = execute(raw, sql, arguments) else {
      throw ConnectionError.lost(server: server, message: lastError())
    }
    let result = ResultHandle(raw: pointer)
    if result.isRefusal { throw refusal(of: result, sql) }
    return try (0..<result.rowCount).map { try value(RowReader(result: pointer, row: $0)) }
  }

  private func refusal(of result: borrowing ResultHandle, _ sql: String) -> any Error {
    if handle?.isLost ?? true { return ConnectionError.lost(server: server, message: lastError()) }
    return QueryRefused(message: ServerMessage(result: result.raw), statement: sql)
  }

  private func execute(_ raw: OpaquePointer, _ sql: String, _ arguments: [String?]) -> OpaquePointer? {
    if arguments.isEmpty { return PQexec(raw, sql) }
    let values = CStrings(arguments)
    return values.withPointers { PQexecParams(raw, sql, Int32(arguments.count), nil, $0, nil, nil, 0) }
  }
}
