import SchemagateModel

/// The connection that is read from, with the queries in its version's form.
struct CatalogueSource: Sendable {
  let connection: MySQLConnection
  let version: CatalogueVersion
  /// Whether this session may read what the server keeps about accounts; without it, others' grants don't show.
  var seesAccounts = false

  /// The name of a table in which the server keeps grants.
  private static let probe = "SELECT 1 FROM mysql.procs_priv LIMIT 1"
  /// The server's numbers for a missing right.
  private static let denials: Set<Int> = [1044, 1045, 1142, 1143, 1227, 1370]

  func rows(_ file: [UInt8]) async throws -> [[String?]] {
    try await connection.rows(CatalogueQuery(file, version).text)
  }

  /// The rows, or `nil` where this session lacks the right to read them.
  func permittedRows(_ file: [UInt8]) async throws -> [[String?]]? {
    try await permitted(CatalogueQuery(file, version).text)
  }

  /// The same source, knowing what it may read.
  func withRightsKnown() async throws -> CatalogueSource {
    var source = self
    source.seesAccounts = try await permitted(Self.probe) != nil
    return source
  }

  private func permitted(_ sql: String) async throws -> [[String?]]? {
    do {
      return try await connection.rows(sql)
    } catch let refusal as QueryRefused where Self.denials.contains(refusal.message.number) {
      return nil
    }
  }
}

extension String {
  /// The name in backquotes, as SQL wants it.
  var quotedName: String { "`\(replacing("`", with: "``"))`" }

  /// The text as a string of SQL's, in a session whose strings know backslashes.
  var quotedString: String { "'\(replacing("\\", with: "\\\\").replacing("'", with: "''"))'" }
}
