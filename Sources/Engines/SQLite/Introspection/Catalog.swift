import SchemagateModel

/// What SQLite's own catalogue tells, read in a few queries over all tables at once.
struct Catalog {
  let entries: [Entry]
  let tables: [String: TableOptions]
  let columns: [String: [Column]]
  let indexes: [String: [Index]]
  let indexColumns: [String: [IndexColumn]]
  /// The next number of each AUTOINCREMENT table that ever had a row.
  let nextValues: [String: Int]
  /// Views that name a table or a column that isn't there.
  let brokenViews: Set<String>

  struct Entry {
    let type: String
    let name: String
    let table: String
    let sql: String?
  }

  struct TableOptions {
    let type: String
    let isWithoutRowID: Bool
    let isStrict: Bool
  }

  struct Column {
    let name: String
    let type: String
    let isNotNull: Bool
    let defaultText: String?
    /// Place in the primary key from 1, or 0.
    let keyPlace: Int
    let hidden: Int

    var isStored: Bool { hidden == 3 }
  }

  struct Index {
    let name: String
    let isUnique: Bool
    /// `c` for CREATE INDEX, `u` for UNIQUE, `pk` for PRIMARY KEY.
    let origin: String
    let isPartial: Bool
  }

  struct IndexColumn {
    /// `nil` for an expression.
    let name: String?
    let isDescending: Bool
    let collation: String
  }

  init(_ connection: Connection) throws {
    entries = try connection.rows(
      """
      SELECT type, name, tbl_name, sql FROM main.sqlite_schema
      WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid
      """
    ) { Entry(type: $0.text(0), name: $0.text(1), table: $0.text(2), sql: $0.optionalText(3)) }
    if let hiding = entries.first(where: { $0.name.lowercased().hasPrefix("pragma_") }) {
      throw SQLiteError.catalogueHidden(name: hiding.name)
    }
    tables = Dictionary(uniqueKeysWithValues: try Self.tables(connection))
    columns = Self.grouped(try Self.columns(connection))
    indexes = Self.grouped(try Self.indexes(connection))
    indexColumns = Self.grouped(try Self.indexColumns(connection))
    nextValues = try Self.nextValues(connection)
    brokenViews = Set(entries.lazy.filter { $0.type == "view" }.map(\.name).filter { Self.isBroken($0, connection) })
  }

  private static func grouped<Value>(_ rows: [(String, Value)]) -> [String: [Value]] {
    Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private static func tables(_ connection: Connection) throws -> [(String, TableOptions)] {
    try connection.rows("SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'") {
      ($0.text(0), TableOptions(type: $0.text(1), isWithoutRowID: $0.flag(2), isStrict: $0.flag(3)))
    }
  }

  private static func columns(_ connection: Connection) throws -> [(String, Column)] {
    try connection.rows(
      """
      SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
      FROM main.sqlite_schema AS t, pragma_table_xinfo(t.name, 'main') AS c
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY t.rowid, c.cid
      """
    ) {
      let column = Column(
        name: $0.text(1), type: $0.text(2), isNotNull: $0.flag(3), defaultText: $0.optionalText(4),
        keyPlace: $0.integer(5), hidden: $0.integer(6))
      return ($0.text(0), column)
    }
  }

  private static func indexes(_ connection: Connection) throws -> [(String, Index)] {
    try connection.rows(
      """
      SELECT t.name, i.name, i."unique", i.origin, i.partial
      FROM main.sqlite_schema AS t, pragma_index_list(t.name, 'main') AS i
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY t.rowid, i.name
      """
    ) { ($0.text(0), Index(name: $0.text(1), isUnique: $0.flag(2), origin: $0.text(3), isPartial: $0.flag(4))) }
  }

  private static func indexColumns(_ connection: Connection) throws -> [(String, IndexColumn)] {
    try connection.rows(
      """
      SELECT i.name, c.name, c."desc", c.coll
      FROM main.sqlite_schema AS i, pragma_index_xinfo(i.name, 'main') AS c
      WHERE i.type = 'index' AND c.key = 1 ORDER BY i.rowid, c.seqno
      """
    ) { ($0.text(0), IndexColumn(name: $0.optionalText(1), isDescending: $0.flag(2), collation: $0.text(3))) }
  }

  /// SQLite makes `sqlite_sequence` with the first AUTOINCREMENT table. Anyone may write to it, so a table's name can
  /// stand there twice.
  private static func nextValues(_ connection: Connection) throws -> [String: Int] {
    let exists = try connection.rows("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence'") { $0.flag(0) }
    guard !exists.isEmpty else { return [:] }
    let rows = try connection.rows(
      "SELECT name, max(seq) FROM main.sqlite_sequence WHERE seq > 0 GROUP BY name"
    ) { ($0.text(0), $0.integer(1)) }
    // To `GROUP BY`, a blob is another name than the text with the same bytes.
    return Dictionary(rows.map { ($0, $1 == .max ? $1 : $1 + 1) }, uniquingKeysWith: max)
  }

  /// A function that isn't registered here says nothing about the view itself.
  private static func isBroken(_ view: String, _ connection: Connection) -> Bool {
    guard let reason = connection.refusal(of: "SELECT 1 FROM main.\(quoted(view))") else { return false }
    return ["no such table", "no such column"].contains { reason.contains($0) }
  }

  private static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
