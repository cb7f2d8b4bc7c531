import EngineInterface
import SchemagateModel

/// Writes a database's schema as the statements that SQLite itself keeps of it, in the order of their names.
struct ScriptWriter {
  let connection: Connection

  func script(withRowsOf tables: [NamePattern]) throws -> String {
    let statements = try pragmas() + schema() + rows(of: tables)
    return statements.map { $0 + ";\n" }.joined(separator: "\n")
  }

  private func pragmas() throws -> [String] {
    try ["application_id", "user_version"].compactMap { name in
      let value = try texts("PRAGMA main.\(name)").first?.first ?? nil
      return value.flatMap { $0 == "0" ? nil : "PRAGMA \(name) = \($0)" }
    }
  }

  /// What a virtual table keeps for itself comes with it.
  private func schema() throws -> [String] {
    let shadows = Set(try texts("SELECT name FROM pragma_table_list WHERE type = 'shadow'").compactMap { $0[0] })
    let entries = try texts(
      """
      SELECT name, tbl_name, sql FROM main.sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, tbl_name, name
      """)
    return entries.filter { !shadows.contains($0[1] ?? "") }.compactMap { $0[2] }
  }

  private func rows(of tables: [NamePattern]) throws -> [String] {
    let names = try texts("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name").compactMap { $0[0] }
    return try names.filter { name in tables.contains { $0.matches([name], omitting: []) } }.flatMap(rows)
  }

  private func rows(of table: String) throws -> [String] {
    let columns = try texts(
      "SELECT name, type FROM pragma_table_xinfo(\(quoted(table, "'"))) WHERE hidden = 0 ORDER BY cid"
    ).map { (name: quoted($0[0] ?? "", "\""), isTime: isTime($0[1] ?? "")) }
    guard !columns.isEmpty else { return [] }
    let values = columns.map { column in
      let moment = quoted(SchemaScript.moment, "'")
      return column.isTime
        ? "CASE WHEN \(column.name) IS NULL THEN 'NULL' ELSE \(moment) END" : "quote(\(column.name))"
    }
    let order = columns.filter { !$0.isTime }.map(\.name).joined(separator: ", ")
    let query = "SELECT \(values.joined(separator: ", ")) FROM main.\(quoted(table, "\""))"
    let beginning = "INSERT INTO \(quoted(table, "\"")) (\(columns.map(\.name).joined(separator: ", "))) VALUES ("
    return try texts(query + (order.isEmpty ? "" : " ORDER BY \(order)")).map { row in
      beginning + row.map { $0 ?? "NULL" }.joined(separator: ", ") + ")"
    }
  }

  private func isTime(_ type: String) -> Bool {
    let name = type.uppercased()
    return name.contains("DATE") || name.contains("TIME")
  }

  private func quoted(_ text: String, _ mark: String) -> String {
    mark + text.replacing(mark, with: mark + mark) + mark
  }

  private func texts(_ query: String) throws -> [[String?]] {
    try connection.rows(query) { row in row.optionalTexts }
  }
}
