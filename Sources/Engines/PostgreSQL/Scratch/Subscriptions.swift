/// A database's subscriptions, which hold it fast: none of them may be there when it is dropped.
struct Subscriptions {
  let connection: PostgreSQLConnection

  /// Drops them without a word to the servers that they are subscribed to.
  func drop() async throws {
    let names = try await connection.rows(
      """
      SELECT quote_ident(s.subname) FROM pg_subscription s JOIN pg_database b ON b.oid = s.subdbid
      WHERE b.datname = current_database()
      """)
    for case let name? in names.map({ $0[0] }) {
      try await connection.rows("ALTER SUBSCRIPTION \(name) DISABLE")
      try await connection.rows("ALTER SUBSCRIPTION \(name) SET (slot_name = NONE)")
      try await connection.rows("DROP SUBSCRIPTION \(name)")
    }
  }
}
