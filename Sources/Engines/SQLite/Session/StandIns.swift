import CSQLite
import SchemagateModel

extension Connection {
  /// Registers a function that returns NULL. It counts as deterministic, so that indexes and generated columns may use it.
  func register(_ function: FunctionStandIn) throws {
    let code = sqlite3_create_function_v2(
      handle, function.name, Int32(clamping: function.arity), SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
      nil, { context, _, _ in sqlite3_result_null(context) }, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError.failed(code: self.code.name, message: message) }
    noteStandIn(function.name)
  }

  /// Registers a collation that compares bytes, as BINARY does.
  func registerCollation(_ name: String) throws {
    let code = sqlite3_create_collation_v2(
      handle, name, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        let left = UnsafeRawBufferPointer(start: left, count: Int(leftCount))
        let right = UnsafeRawBufferPointer(start: right, count: Int(rightCount))
        if left.lexicographicallyPrecedes(right) { return -1 }
        return right.lexicographicallyPrecedes(left) ? 1 : 0
      }, nil)
    guard code == SQLITE_OK else { throw SQLiteError.failed(code: self.code.name, message: message) }
  }
}
