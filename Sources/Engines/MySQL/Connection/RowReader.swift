/// One row of a result, read in place; columns count from 0. It is only valid inside the closure that received it.
struct RowReader: ~Copyable {
  private let row: ClientFunctions.Row
  private let lengths: UnsafePointer<CUnsignedLong>
  let count: Int

  init(row: ClientFunctions.Row, lengths: UnsafePointer<CUnsignedLong>, count: Int) {
    self.row = row
    self.lengths = lengths
    self.count = count
  }

  func isNull(_ column: Int) -> Bool { row[column] == nil }

  /// The value's text; `nil` for NULL.
  func text(_ column: Int) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// The value as a whole number; `nil` for NULL and for anything else.
  func integer(_ column: Int) -> Int? { text(column).flatMap { Int($0) } }

  /// Whether the value says yes: `1`, `YES`, `Y` or `ON`.
  func flag(_ column: Int) -> Bool {
    guard let text = text(column) else { return false }
    return ["1", "YES", "Y", "ON"].contains(text.uppercased())
  }

  /// The value's bytes, empty for NULL. They are gone with the row.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: row[column], count: row[column] == nil ? 0 : Int(lengths[column]))
  }
}
