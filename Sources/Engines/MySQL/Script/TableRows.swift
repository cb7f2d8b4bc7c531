import EngineInterface
import SchemagateModel

/// Reads the rows of a tool's own tables as statements that write them again.
struct TableRows {
  let connection: MySQLConnection

  private struct Column {
    let name: String
    let type: String
    /// Whether the server counts it up: then the order of the rows gives it again.
    let isCounter: Bool

    var isTime: Bool { ["timestamp", "datetime", "date"].contains(type) }
    var isBinary: Bool { type.contains("blob") || type.contains("binary") }
    /// The value as SQL.
    var constant: String {
      if isTime { return "IF(\(name) IS NULL, 'NULL', \(SQLText.literal(SchemaScript.moment)))" }
      if isBinary { return "IF(\(name) IS NULL, 'NULL', CONCAT('x''', HEX(\(name)), ''''))" }
      return "QUOTE(\(name))"
    }
  }

  func inserts(into patterns: [NamePattern]) async throws -> [String] {
    let tables = try await connection.rows(
      "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() "
        + "AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1"
    ).compactMap { $0[0] }
    var inserts: [String] = []
    for table in tables where patterns.contains(where: { $0.matches([table], omitting: []) }) {
      inserts += try await self.inserts(into: table)
    }
    return inserts
  }

  private func inserts(into table: String) async throws -> [String] {
    let all = try await columns(of: table)
    let columns = all.filter { !$0.isCounter }
    guard !columns.isEmpty else { return [] }
    let order = all.filter(\.isCounter) + columns.filter { !$0.isTime && !$0.isBinary }
    let query =
      "SELECT \(columns.map(\.constant).joined(separator: ", ")) FROM \(SQLText.identifier(table)) ORDER BY "
      + (order.map(\.name) + ["1"]).joined(separator: ", ")
    let beginning =
      "INSERT INTO \(SQLText.identifier(table)) (\(columns.map(\.name).joined(separator: ", "))) VALUES ("
    return try await connection.rows(query).map { row in
      beginning + row.map { $0 ?? "NULL" }.joined(separator: ", ") + ")"
    }
  }

  private func columns(of table: String) async throws -> [Column] {
    try await connection.rows(
      """
      SELECT COLUMN_NAME, DATA_TYPE, EXTRA LIKE '%auto_increment%' FROM information_schema.COLUMNS
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = \(SQLText.literal(table)) AND EXTRA NOT LIKE '%GENERATED%'
      ORDER BY ORDINAL_POSITION
      """
    ).map { row in
      Column(name: SQLText.identifier(row[0] ?? ""), type: row[1] ?? "", isCounter: row[2] == "1")
    }
  }
}
