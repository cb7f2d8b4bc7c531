#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Owns a session of the client library and ends it.
struct ConnectionHandle: ~Copyable {
  let raw: OpaquePointer
  let functions: ClientFunctions

  deinit { functions.close(raw) }

  /// The last refusal; `nil` where the last call succeeded.
  var refusal: ServerMessage? {
    let number = Int(functions.errorNumber(raw))
    guard number != 0 else { return nil }
    return ServerMessage(
      number: number, state: functions.errorState(raw).map { String(cString: $0) } ?? "HY000",
      text: functions.errorText(raw).map { String(cString: $0) } ?? "")
  }

  /// The server's number for this session.
  var session: UInt { UInt(functions.sessionNumber(raw)) }

  /// The session's socket, where the library tells it.
  var socket: CInt? { functions.socket?(raw) }

  /// How many rows the last statement without a result touched.
  var affectedRows: Int? { Int(exactly: functions.affectedRows(raw)) }

  /// Sends `text`; returns whether its first statement went well.
  func send(_ text: String) -> Bool {
    _ = functions.threadInit()
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { functions.query(raw, $0.baseAddress, CUnsignedLong($0.count)) == 0 }
    }
  }

  /// Goes to the next statement's result; `nil` after the last one, `false` where the statement was refused.
  func advance() -> Bool? {
    let status = functions.nextResult(raw)
    return status < 0 ? nil : status == 0
  }

  /// Reads the rows of the present result. It is whole in memory, or else comes row by row from the server.
  func readRows<Value>(stored: Bool, _ value: (borrowing RowReader) throws -> Value) rethrows -> [Value]? {
    guard let result = stored ? functions.storeResult(raw) : functions.useResult(raw) else { return nil }
    defer { functions.freeResult(result) }
    let count = Int(functions.columnCount(result))
    var values: [Value] = []
    while let row = functions.fetchRow(result), let lengths = functions.fetchLengths(result) {
      values.append(try value(RowReader(row: row, lengths: lengths, count: count)))
    }
    return values
  }

  /// Takes the present result's rows from the server and drops them; returns whether it had any columns.
  func discardRows() -> Bool {
    guard let result = functions.useResult(raw) else { return false }
    while functions.fetchRow(result) != nil {}
    functions.freeResult(result)
    return true
  }

  /// Sends a text of any number of statements and reads every result.
  func exchange(_ text: String) -> ExchangeResult { Exchange(text: text).run(over: self) }
}
