/// Reads with settings under which the server deparses in full and always alike, and then puts the session's own back.
struct ReadingSession {
  let connection: MySQLConnection
  private static let settings =
    "SET SESSION sql_mode = '', sql_quote_show_create = 1, character_set_client = utf8mb4, "
    + "character_set_results = utf8mb4, collation_connection = utf8mb4_general_ci"

  func read<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
    let query = String(decoding: PackageResources.session_sql, as: UTF8.self)
    let before = try await connection.rows(query).first ?? []
    try await connection.rows(Self.settings)
    do {
      let result = try await body()
      try await connection.rows(Self.restoring(before))
      return result
    } catch {
      // The first error is the one to tell; where the session is lost, there is nothing to put back.
      _ = try? await connection.rows(Self.restoring(before))
      throw error
    }
  }

  private static func restoring(_ values: [String?]) -> String {
    let names = ["sql_mode", "character_set_client", "character_set_results", "collation_connection"]
    let assignments = zip(names, values).map { name, value in "\(name) = \(value?.quotedString ?? "NULL")" }
    let quoting = "sql_quote_show_create = \((values.last ?? nil) ?? "1")"
    return "SET SESSION \((assignments + [quoting]).joined(separator: ", "))"
  }
}
