internal import SchemagateModel

/// The rows of `_sqlx_migrations` (ensure_migrations_table, apply and revert in sqlx-postgres/src/migrate.rs,
/// sqlx-sqlite/src/migrate.rs and sqlx-mysql/src/migrate.rs). The table's name is written as configured, unquoted.
struct SqlxNotes {
  let engine: EngineKind
  private let table: String
  let pattern: NamePattern

  init(target: TargetDefinition) {
    engine = target.engine
    table = target.tool.table ?? "_sqlx_migrations"
    pattern = NamePattern(parts: table.split(separator: ".").map(String.init))
  }

  var query: String { "SELECT version FROM \(table) WHERE success" }

  var prepare: [String] {
    let create = """
      CREATE TABLE IF NOT EXISTS \(table) (
          version BIGINT PRIMARY KEY,
          description TEXT NOT NULL,
          installed_on \(moment) NOT NULL DEFAULT \(now),
          success BOOLEAN NOT NULL,
          checksum \(binary) NOT NULL,
          execution_time BIGINT NOT NULL
      )
      """
    return connection + [create]
  }

  /// MySQL commits by itself before many statements, so that sqlx notes the start there as well.
  func up(_ migration: Migration, _ script: MigrationScript) -> Step.Bookkeeping {
    let timed = "UPDATE \(table) SET execution_time = 0 WHERE version = \(migration.id)"
    switch engine {
    case .postgresql, .sqlite:
      return Step.Bookkeeping(inside: [insert(migration, script, success: "TRUE")], after: [timed])
    case .mysql, .mariadb:
      let done = "UPDATE \(table) SET success = TRUE WHERE version = \(migration.id)"
      return Step.Bookkeeping(before: [insert(migration, script, success: "FALSE")], inside: [done], after: [timed])
    }
  }

  func down(_ id: MigrationID) -> Step.Bookkeeping {
    let delete = "DELETE FROM \(table) WHERE version = \(id)"
    switch engine {
    case .postgresql, .sqlite: return Step.Bookkeeping(inside: [delete])
    case .mysql, .mariadb:
      return Step.Bookkeeping(before: ["UPDATE \(table) SET success = FALSE WHERE version = \(id)"], inside: [delete])
    }
  }

  private func insert(_ migration: Migration, _ script: MigrationScript, success: String) -> String {
    let description = String(migration.name.map { $0 == "_" ? " " : $0 })
    let checksum = engine.literal(SqlxChecksum.checksum(of: script))
    return "INSERT INTO \(table) (version, description, success, checksum, execution_time) "
      + "VALUES (\(migration.id), \(engine.literal(description)), \(success), \(checksum), -1)"
  }

  /// sqlx-sqlite/src/options/mod.rs: foreign keys are checked on every connection unless the application says otherwise.
  private var connection: [String] { engine == .sqlite ? ["PRAGMA foreign_keys = ON"] : [] }

  private var moment: String { engine == .postgresql ? "TIMESTAMPTZ" : "TIMESTAMP" }
  private var now: String { engine == .postgresql ? "now()" : "CURRENT_TIMESTAMP" }
  private var binary: String { engine == .postgresql ? "BYTEA" : "BLOB" }
}
