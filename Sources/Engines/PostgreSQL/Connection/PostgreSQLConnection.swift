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
    // From here on we are on our own thread, which connecting may block.
    handle = try ConnectionAttempt(parameters: parameters, limit: limit).handle(notices: notices)
    processID = PQbackendPID(try open())
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
    let exchange = Exchange(connection: try open(), server: server, text: text, limit: limit)
    let (outcome, isAnswered) = try exchange.run()
    if !isAnswered { handle = nil }
    return outcome
  }

  /// Whether the session has ended: by `close`, or because a statement did not stop at its limit.
  package var isClosed: Bool { handle == nil }

  /// Whether the session stands in a transaction.
  package func transactionState() throws -> TransactionState {
    switch PQtransactionStatus(try open()) {
    case PQTRANS_IDLE: .idle
    case PQTRANS_INERROR: .failed
    case PQTRANS_UNKNOWN: throw lost()
    default: .open
    }
  }

  /// The server's version as a number, for example 150018.
  package var serverVersionNumber: Int { get throws { Int(PQserverVersion(try open())) } }

  /// The process that serves, or served, this session.
  package private(set) var processID: Int32 = 0

  /// What the server said besides its answers since the last call.
  package func takeNotices() -> [ServerMessage] { notices.take() }

  /// Ends the session; anything later throws.
  package func close() { handle = nil }

  /// How the server understands `name` as a type; `nil` where it doesn't.
  func column(ofType name: String) throws -> (type: UInt32, modifier: Int32)? {
    let raw = try open()
    guard let prepared = PQprepare(raw, "", "SELECT CAST(NULL AS \(name))", 0, nil) else { throw lost() }
    if ResultHandle(raw: prepared).isRefusal { return try refusedType() }
    guard let described = PQdescribePrepared(raw, "") else { throw lost() }
    let result = ResultHandle(raw: described)
    guard PQnfields(result.raw) == 1 else { return try refusedType() }
    return (PQftype(result.raw, 0), PQfmod(result.raw, 0))
  }

  private func refusedType() throws -> (type: UInt32, modifier: Int32)? {
    if handle?.isLost ?? true { throw lost() }
    return nil
  }

  private func open() throws -> OpaquePointer {
    guard let raw = handle?.raw else { throw ConnectionError.closed(server: server) }
    return raw
  }

  private func lost() -> ConnectionError { .lost(server: server, message: lastError()) }

  private func lastError() -> String { handle?.lastError ?? "" }

  private func read<Value>(
    _ sql: String, _ arguments: [String?], _ value: (borrowing RowReader) throws -> Value
  ) throws -> [Value] {
    let raw = try open()
    guard let pointer = execute(raw, sql, arguments) else { throw lost() }
    let result = ResultHandle(raw: pointer)
    if result.isRefusal { throw refusal(of: result, sql) }
    return try (0..<result.rowCount).map { try value(RowReader(result: pointer, row: $0)) }
  }

  private func refusal(of result: borrowing ResultHandle, _ sql: String) -> any Error {
    if handle?.isLost ?? true { return lost() }
    return QueryRefused(message: ServerMessage(result: result.raw), statement: sql)
  }

  private func execute(_ raw: OpaquePointer, _ sql: String, _ arguments: [String?]) -> OpaquePointer? {
    if arguments.isEmpty { return PQexec(raw, sql) }
    let values = CStrings(arguments)
    return values.withPointers { PQexecParams(raw, sql, Int32(arguments.count), nil, $0, nil, nil, 0) }
  }
}
