internal import SchemagateModel

/// `flyway_schema_history` (PostgreSQLDatabase.java and SQLiteDatabase.java, `getRawCreateScript`; Database.java,
/// `getInsertStatement`).
struct FlywayTable {
  private let engine: EngineKind
  private let table: BookkeepingTable

  init(_ target: TargetDefinition) {
    engine = target.engine
    table = BookkeepingTable(target, standard: "flyway_schema_history")
  }

  var patterns: [NamePattern] {
    [table.pattern, NamePattern(parts: table.pattern.parts.dropLast() + [table.name + "_*"])]
  }

  var query: String {
    let columns = ["version", "type", "script"].map(quoted).joined(separator: ", ")
    return "SELECT \(columns) FROM \(table.qualified) WHERE \(quoted("success")) ORDER BY \(quoted("installed_rank"))"
  }

  var prepare: [String] {
    switch engine {
    case .postgresql: [create, index] + FlywaySession.remember
    case .sqlite, .mysql, .mariadb: [create] + (engine == .sqlite ? [index] : [])
    }
  }

  /// On PostgreSQL the row goes in over Flyway's other connection, outside the migration's transaction
  /// (PostgreSQLDatabase.java, `useSingleConnection`); SQLite and MySQL have one connection.
  func note(_ migration: Migration, _ script: MigrationScript, _ direction: Step.Direction) -> Step.Bookkeeping {
    let row = insert(migration, script, direction)
    switch engine {
    case .postgresql: return Step.Bookkeeping(before: FlywaySession.restore, after: [row])
    case .sqlite, .mysql, .mariadb: return Step.Bookkeeping(inside: [row])
    }
  }

  private func insert(_ migration: Migration, _ script: MigrationScript, _ direction: Step.Direction) -> String {
    let name = FlywayName(script.path.lastPart)
    let values = [
      "(SELECT coalesce(max(\(quoted("installed_rank"))), 0) + 1 FROM \(table.qualified))",
      name?.version.map { engine.literal($0.text) } ?? "NULL",
      engine.literal(name?.description ?? migration.name),
      engine.literal(Self.type(name, direction)), engine.literal(script.path.lastPart), script.checksum ?? "NULL",
      engine == .sqlite ? "''" : "current_user", "0", engine == .sqlite ? "1" : "true",
    ]
    let columns = [
      "installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "execution_time",
      "success",
    ].map(quoted)
    return
      "INSERT INTO \(table.qualified) (\(columns.joined(separator: ", "))) SELECT \(values.joined(separator: ", "))"
  }

  private static func type(_ name: FlywayName?, _ direction: Step.Direction) -> String {
    if name?.language != nil { return "JDBC" }
    if direction == .down { return "UNDO_SQL" }
    return name?.kind == .baseline ? "SQL_BASELINE" : "SQL"
  }

  private func quoted(_ name: String) -> String { engine.identifier(name) }

  private var create: String {
    let keys =
      engine == .postgresql
      ? ", CONSTRAINT \(quoted(table.name + "_pk")) PRIMARY KEY (\(quoted("installed_rank")))" : ""
    return "CREATE TABLE IF NOT EXISTS \(table.qualified) (\(columns.joined(separator: ", "))\(keys))"
  }

  private var index: String {
    "CREATE INDEX IF NOT EXISTS \(quoted(table.name + "_s_idx")) ON \(table.qualified) (\(quoted("success")))"
  }

  private var columns: [String] {
    let key = engine == .postgresql ? "" : " PRIMARY KEY"
    return [
      "\(quoted("installed_rank")) INT NOT NULL\(key)", "\(quoted("version")) VARCHAR(50)",
      "\(quoted("description")) VARCHAR(200) NOT NULL", "\(quoted("type")) VARCHAR(20) NOT NULL",
      "\(quoted("script")) VARCHAR(1000) NOT NULL", "\(quoted("checksum")) INTEGER",
      "\(quoted("installed_by")) VARCHAR(100) NOT NULL", "\(quoted("installed_on")) \(timestamp)",
      "\(quoted("execution_time")) INTEGER NOT NULL", "\(quoted("success")) BOOLEAN NOT NULL",
    ]
  }

  private var timestamp: String {
    switch engine {
    case .postgresql: "TIMESTAMP NOT NULL DEFAULT now()"
    case .sqlite: "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now'))"
    case .mysql, .mariadb: "TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP"
    }
  }
}

/// Before each migration Flyway goes back to the role with which it began, and puts the schema of its history table in front
/// of the search path with which it began, unless it stands there already (command/DbMigrate.java,
/// `restoreOriginalState`; PostgreSQLConnection.java, `changeCurrentSchemaTo`). So a dump's
/// `set_config('search_path', '', false)` does no harm. Both are kept in settings of our own, since nothing else lives as
/// long as the session.
enum FlywaySession {
  static let remember = [
    set("schemagate.role", to: remembered("role", or: "current_setting('role')")),
    set("schemagate.search_path", to: remembered("search_path", or: searchPath)),
  ]

  static let restore = ["role", "search_path"].map { name in
    set(name, to: remembered(name, or: "current_setting('\(name)')"))
  }

  private static func set(_ name: String, to value: String) -> String {
    "SELECT set_config('\(name)', \(value), false)"
  }

  private static func remembered(_ name: String, or other: String) -> String {
    "coalesce(nullif(current_setting('schemagate.\(name)', true), ''), \(other))"
  }

  /// Empty, which means "leave it alone", where the current schema's name is the path's first word.
  private static let searchPath =
    "CASE WHEN position(current_schema() || ',' IN current_setting('search_path') || ',') = 1 THEN '' "
    + "ELSE coalesce(quote_ident(current_schema()) || ',', '') || current_setting('search_path') END"
}
