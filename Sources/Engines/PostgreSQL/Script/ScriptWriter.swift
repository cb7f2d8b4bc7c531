import EngineInterface
import SQLSyntax
import SchemagateModel

/// Writes a database's schema as `pg_dump` does, without what changes from one run or one version to the next.
struct ScriptWriter {
  let program: DumpProgram
  let parameters: ConnectionParameters
  let connection: PostgreSQLConnection
  /// Owns everything in a scratch database, as whoever runs the script will.
  let owner: String?

  /// A dump names everything in full, and makes functions before what their bodies use.
  private static let beginning = [
    "SET check_function_bodies = false", "SELECT pg_catalog.set_config('search_path', '', false)",
  ]

  func script(withRowsOf tables: [NamePattern], defaultSchemas: Set<String>) async throws -> String {
    let dump = try await program.schema(parameters)
    let statements = SQLSplitter(dialect: .postgresql).statements(of: SourceText(path: nil, text: dump)).map(\.text)
    let lasting = Self.lasting(statements).map(ownerless)
    let rows = try await TableRows(connection: connection).inserts(into: tables, defaultSchemas: defaultSchemas)
    return (Self.beginning + lasting + rows).map { $0 + ";\n" }.joined(separator: "\n")
  }

  /// Session settings differ with the program's version. The access method counts where one isn't the usual one; an
  /// extension's comment is its own.
  private static func lasting(_ statements: [String]) -> [String] {
    let method = "SET default_table_access_method"
    let hasMethods = statements.contains { $0.hasPrefix(method) && !$0.hasSuffix("heap") }
    return statements.filter { text in
      if text.hasPrefix(method) { return hasMethods }
      return !["SET ", "SELECT pg_catalog.set_config(", "COMMENT ON EXTENSION "].contains(where: text.hasPrefix)
    }
  }

  /// Rights that name the owner are those of whoever runs the script.
  private func ownerless(_ statement: String) -> String {
    guard let owner else { return statement }
    let isRight = ["GRANT ", "REVOKE ", "ALTER DEFAULT PRIVILEGES "].contains(where: statement.hasPrefix)
    guard isRight else { return statement }
    let text = statement.replacing("FOR ROLE \(owner) ", with: "")
    for word in [" TO \(owner)", " FROM \(owner)"] where text.hasSuffix(word) {
      return text.dropLast(owner.count) + "CURRENT_USER"
    }
    return text
  }
}

/// Reads the rows of a tool's own tables as statements that write them again.
private struct TableRows {
  let connection: PostgreSQLConnection

  func inserts(into patterns: [NamePattern], defaultSchemas: Set<String>) async throws -> [String] {
    guard !patterns.isEmpty else { return [] }
    let tables = try await connection.rows(
      """
      SELECT n.nspname, c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1, 2
      """
    ).map { row in row.compactMap(\.self) }
    var inserts: [String] = []
    for table in tables where patterns.contains(where: { $0.matches(table, omitting: defaultSchemas) }) {
      inserts += try await self.inserts(into: table)
    }
    return inserts
  }

  private struct Column {
    let name: String
    let isTime: Bool
    /// Whether the server counts it up: then the order of the rows gives it again.
    let isCounter: Bool
  }

  private func inserts(into table: [String]) async throws -> [String] {
    let name = table.map(SQLText.identifier).joined(separator: ".")
    let all = try await columns(of: name)
    let columns = all.filter { !$0.isCounter }
    guard !columns.isEmpty else { return [] }
    let values = columns.map { column in
      let moment = SQLText.literal(SchemaScript.moment)
      return column.isTime
        ? "CASE WHEN \(column.name) IS NULL THEN 'NULL' ELSE \(moment) END"
        : "pg_catalog.quote_nullable(\(column.name)::pg_catalog.text)"
    }
    let order = (all.filter(\.isCounter) + columns.filter { !$0.isTime }).map { "\($0.name)::pg_catalog.text" }
    let counters = all.filter(\.isCounter).map(\.name)
    let keys = counters + order.dropFirst(counters.count)
    let query =
      "SELECT \(values.joined(separator: ", ")) FROM \(name) ORDER BY \((keys + ["1"]).joined(separator: ", "))"
    let beginning = "INSERT INTO \(name) (\(columns.map(\.name).joined(separator: ", "))) VALUES ("
    return try await connection.rows(query).map { row in
      beginning + row.map { $0 ?? "NULL" }.joined(separator: ", ") + ")"
    }
  }

  private func columns(of table: String) async throws -> [Column] {
    let query = """
      SELECT a.attname, t.typcategory = 'D', a.attidentity <> '' OR coalesce(
          pg_catalog.pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false)
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = $1::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY a.attnum
      """
    return try await connection.rows(query, [table]).map { row in
      Column(name: SQLText.identifier(row[0] ?? ""), isTime: row[1] == "t", isCounter: row[2] == "t")
    }
  }
}
