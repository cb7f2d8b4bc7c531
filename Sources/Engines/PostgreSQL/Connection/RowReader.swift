import CLibpq

/// One row of a result, read in place; columns count from 0. It is only valid inside the closure that received it.
package struct RowReader: ~Copyable {
  private let result: OpaquePointer
  private let row: Int32

  init(result: OpaquePointer, row: Int32) {
    self.result = result
    self.row = row
  }

  /// Number of columns.
  package var count: Int { Int(PQnfields(result)) }

  /// Whether the value is NULL.
  package func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }

  /// The value's text; `nil` for NULL.
  package func text(_ column: Int) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// The value as a whole number; `nil` for NULL and for anything else.
  package func integer(_ column: Int) -> Int? { text(column).flatMap { Int($0) } }

  /// Whether the value is `true`; NULL is `false`.
  package func flag(_ column: Int) -> Bool { bytes(column).first == UInt8(ascii: "t") }

  /// The value's bytes, empty for NULL. They are gone with the row.
  package func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
  }
}
