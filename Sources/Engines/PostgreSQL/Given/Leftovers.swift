/// Databases and roles of runs that were killed before they could clean up.
struct Leftovers {
  let connection: PostgreSQLConnection

  /// Drops what nobody holds any more. What belongs to another role is left to that role's next run.
  func drop() async throws {
    let living = try await RunMark.living(over: connection)
    for name in try await names("SELECT datname FROM pg_database WHERE datname LIKE 'schemagate\\_%'", but: living) {
      try await attempt("DROP DATABASE IF EXISTS \(SQLText.identifier(name))")
    }
    for name in try await names("SELECT rolname FROM pg_roles WHERE rolname LIKE 'schemagate\\_%\\_app'", but: living) {
      try await attempt("DROP ROLE IF EXISTS \(SQLText.identifier(name))")
    }
  }

  private func names(_ query: String, but living: Set<RunMark>) async throws -> [String] {
    try await connection.rows(query).compactMap { $0[0] }.filter { name in
      guard let run = RunMark(database: name) else { return false }
      return !living.contains(run)
    }
  }

  private func attempt(_ statement: String) async throws {
    do { try await connection.rows(statement) } catch is QueryRefused { return }
  }
}
