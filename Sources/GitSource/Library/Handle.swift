/// Owns one object of libgit2 and frees it once.
final class Handle {
  let raw: OpaquePointer
  private let free: (OpaquePointer?) -> Void

  /// Takes over what `make` creates; `make` answers with libgit2's code.
  init(
    freedBy free: @escaping (OpaquePointer?) -> Void, _ make: (inout OpaquePointer?) -> Int32
  ) throws(LibraryFailure) {
    var made: OpaquePointer?
    try check(make(&made))
    guard let made else { throw LibraryFailure(code: -1, category: 0, message: "nothing was made") }
    self.raw = made
    self.free = free
  }

  deinit { free(raw) }
}
