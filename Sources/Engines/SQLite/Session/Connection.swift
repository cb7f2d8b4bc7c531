import CSQLite

/// An open database handle. It isn't Sendable: the actor that opens it is the only one to use it.
final class Connection {
  enum Access {
    case read
    /// Nobody else has the file open: no lock, and no other file beside it, is made.
    case readAlone
    case write

    var flags: Int32 {
      switch self {
      case .read: SQLITE_OPEN_READONLY
      case .readAlone: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .write: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    }
  }

  let handle: OpaquePointer
  /// The names of registered stand-ins, in lower case.
  private(set) var standIns: Set<String> = []

  init(path: String, access: Access) throws {
    var opened: OpaquePointer?
    let name = access == .readAlone ? Self.immutable(path) : path
    let code = sqlite3_open_v2(name, &opened, access.flags | SQLITE_OPEN_PRIVATECACHE, nil)
    guard code == SQLITE_OK, let opened else {
      let reason = String(cString: sqlite3_errstr(code))
      sqlite3_close_v2(opened)
      throw SQLiteError.notOpened(path: path, reason: reason)
    }
    handle = opened
    sqlite3_extended_result_codes(opened, 1)
    sqlite3_busy_timeout(opened, 2_000)
  }

  deinit { sqlite3_close_v2(handle) }

  /// <https://www.sqlite.org/uri.html>
  private static func immutable(_ path: String) -> String {
    let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    return "file:\(escaped)?immutable=1"
  }

  var message: String { String(cString: sqlite3_errmsg(handle)) }
  var code: ResultCode { ResultCode(rawValue: sqlite3_extended_errcode(handle)) }
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  func noteStandIn(_ name: String) { standIns.insert(name.lowercased()) }

  /// Why a query can't be prepared; `nil` where it can.
  func refusal(of query: String) -> String? {
    var prepared: OpaquePointer?
    defer { sqlite3_finalize(prepared) }
    return sqlite3_prepare_v2(handle, query, -1, &prepared, nil) == SQLITE_OK ? nil : message
  }

  /// Runs one query of our own and reads each of its rows.
  func rows<Value>(_ query: String, _ read: (Row) -> Value) throws -> [Value] {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, query, -1, &prepared, nil) == SQLITE_OK, let statement = prepared else {
      throw SQLiteError.notRead(reason: message)
    }
    defer { sqlite3_finalize(statement) }
    var values: [Value] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: values.append(read(Row(statement: statement)))
      case SQLITE_DONE: return values
      default: throw SQLiteError.notRead(reason: message)
      }
    }
  }

  /// Runs one query of our own and reads each of its rows as text.
  func texts(_ query: String) throws -> [[String?]] {
    try rows(query) { row in (0..<sqlite3_column_count(row.statement)).map(row.optionalText) }
  }

  /// The current row of a query.
  struct Row {
    fileprivate let statement: OpaquePointer

    func optionalText(_ column: Int32) -> String? {
      guard let bytes = sqlite3_column_text(statement, column) else { return nil }
      let count = Int(sqlite3_column_bytes(statement, column))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }
    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
    func flag(_ column: Int32) -> Bool { integer(column) != 0 }
  }
}
