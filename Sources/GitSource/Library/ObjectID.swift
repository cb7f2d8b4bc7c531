import CLibgit2

extension git_oid {
  init(hex: String) throws(LibraryFailure) {
    self.init()
    try check(git_oid_fromstr(&self, hex))
  }

  init(_ pointer: UnsafePointer<git_oid>) { self = pointer.pointee }

  var hex: String {
    withUnsafePointer(to: self) { id in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(GIT_OID_HEXSZ) + 1) { buffer in
        String(cString: git_oid_tostr(buffer.baseAddress, buffer.count, id))
      }
    }
  }

  func equals(_ other: git_oid) -> Bool {
    withUnsafePointer(to: self) { left in withUnsafePointer(to: other) { git_oid_equal(left, $0) == 1 } }
  }
}
