/// Databases and users of runs that were killed before they could clean up.
struct Leftovers {
  let connection: MySQLConnection

  /// Drops what nobody holds any more. What we may not drop is left to those who may.
  func drop() async throws {
    for name in try await OutsideWork.databases(over: connection).sorted() where try await isLeft(name) {
      try await attempt("DROP DATABASE IF EXISTS \(SQLText.identifier(name))")
    }
    for account in try await users() where try await isLeft(account.user) {
      try await attempt("DROP USER IF EXISTS \(SQLText.account(account.user, account.host))")
    }
  }

  private func isLeft(_ name: String) async throws -> Bool {
    guard let run = RunMark(name: name) else { return false }
    return try await !run.lives(over: connection)
  }

  /// None where we may not look.
  private func users() async throws -> [(user: String, host: String)] {
    do {
      return try await connection.rows("SELECT User, Host FROM mysql.user WHERE User LIKE 'schemagate\\_%\\_app'")
        .map { ($0[0] ?? "", $0[1] ?? "") }
    } catch is QueryRefused {
      return []
    }
  }

  private func attempt(_ statement: String) async throws {
    do { try await connection.rows(statement) } catch is QueryRefused { return }
  }
}
