/// The schemas that a name may leave out, in a session as it stands.
struct SearchPath {
  let connection: PostgreSQLConnection

  /// Schemas that don't exist yet count too: migrations may be about to create them.
  func schemas() async throws -> Set<String> {
    let path = try await connection.rows("SELECT current_setting('search_path')").first?.first ?? nil
    let names = (path ?? "").split(separator: ",").map { Self.unquoted($0.drop { $0 == " " }) }
    return Set(names.filter { $0 != "$user" && !$0.isEmpty })
  }

  private static func unquoted(_ word: Substring) -> String {
    guard word.first == "\"", word.last == "\"", word.count > 1 else { return String(word) }
    return String(word.dropFirst().dropLast()).split(separator: "\"\"", omittingEmptySubsequences: false)
      .joined(separator: "\"")
  }
}
