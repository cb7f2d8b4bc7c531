/// Databases of a given server that hold something and aren't ours.
struct OtherDatabases {
  private static let system: Set<String> = ["information_schema", "mysql", "performance_schema", "sys"]

  let connection: MySQLConnection

  func names() async throws -> [String] {
    var names: [String] = []
    for name in try await OutsideWork.databases(over: connection).subtracting(Self.system).sorted() {
      guard RunMark(name: name) == nil else { continue }
      let tables = try await connection.rows("SHOW TABLES FROM \(SQLText.identifier(name))")
      if !tables.isEmpty { names.append(name) }
    }
    return names
  }
}
