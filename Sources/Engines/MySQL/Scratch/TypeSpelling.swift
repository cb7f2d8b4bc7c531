/// The server's own spelling of a column's type.
struct TypeSpelling {
  private static let table = "schemagate_type_of_a_column"

  /// None in which migrations run: a table that only its session sees is made there.
  let connection: MySQLConnection

  /// `nil` for what is no type.
  func spelling(of name: String) async throws -> String? {
    guard !name.isEmpty, name.unicodeScalars.allSatisfy(Self.isPartOfTypeName) else { return nil }
    do {
      try await connection.rows("CREATE TEMPORARY TABLE `\(Self.table)` (`c` \(name))")
    } catch is QueryRefused {
      return nil
    }
    let columns = try await connection.rows("SHOW COLUMNS FROM `\(Self.table)`")
    try await connection.rows("DROP TEMPORARY TABLE `\(Self.table)`")
    return columns.count == 1 ? columns[0][1] : nil
  }

  /// Never a semicolon or a comment's mark, so that a declaration can't smuggle a statement in.
  private static func isPartOfTypeName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || " _,()'".unicodeScalars.contains(scalar)
  }
}
