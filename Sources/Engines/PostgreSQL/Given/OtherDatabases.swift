/// Databases of a given server that hold something and aren't ours.
struct OtherDatabases {
  private static let holdsSomething = """
    SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' LIMIT 1
    """

  let parameters: ConnectionParameters

  /// One that we may not look into counts as well.
  func names() async throws -> [String] {
    let connection = try await PostgreSQLConnection(parameters)
    let all = try await connection.rows("SELECT datname FROM pg_database WHERE datallowconn ORDER BY 1")
    await connection.close()
    var names: [String] = []
    for name in all.compactMap({ $0[0] }) where RunMark(database: name) == nil {
      if try await holds(name) { names.append(name) }
    }
    return names
  }

  private func holds(_ name: String) async throws -> Bool {
    do {
      let connection = try await PostgreSQLConnection(parameters.setting(["dbname": name]))
      let rows = try await connection.rows(Self.holdsSomething)
      await connection.close()
      return !rows.isEmpty
    } catch is ConnectionError {
      return true
    }
  }
}
