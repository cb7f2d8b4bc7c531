import CSQLite

extension Connection {
  /// Keeps a branch's SQL from touching files other than its own, and from changing settings of the whole process.
  func confine() {
    sqlite3_set_authorizer(
      handle,
      { _, action, first, _, _, _ in
        switch action {
        case SQLITE_ATTACH: Confinement.mayAttach(first.map { String(cString: $0) }) ? SQLITE_OK : SQLITE_DENY
        case SQLITE_PRAGMA:
          Confinement.isProcessWide(first.map { String(cString: $0) }) ? SQLITE_IGNORE : SQLITE_OK
        default: SQLITE_OK
        }
      }, nil)
  }
}

/// What a branch's SQL may reach.
enum Confinement {
  /// A temporary or an in-memory database only; a name that is computed (`nil`) could be any file.
  static func mayAttach(_ file: String?) -> Bool { file == "" || file == ":memory:" }

  static func isProcessWide(_ pragma: String?) -> Bool {
    switch pragma?.lowercased() {
    case "temp_store_directory", "data_store_directory", "soft_heap_limit", "hard_heap_limit": true
    default: false
    }
  }
}
