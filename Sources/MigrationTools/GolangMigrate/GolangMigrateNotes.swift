internal import SchemagateModel

/// The one row of `schema_migrations`: dirty before a step, clean after it (migrate.go runMigrations; SetVersion and
/// ensureVersionTable of database/postgres/postgres.go, database/sqlite3/sqlite3.go, database/mysql/mysql.go).
struct GolangMigrateNotes {
  let engine: EngineKind
  private let table: BookkeepingTable

  init(target: TargetDefinition) {
    engine = target.engine
    table = BookkeepingTable(target, standard: "schema_migrations")
  }

  var prepare: [String] {
    switch engine {
    case .sqlite:
      [
        "CREATE TABLE IF NOT EXISTS \(table.name) (version uint64,dirty bool)",
        "CREATE UNIQUE INDEX IF NOT EXISTS version_unique ON \(table.name) (version)",
      ]
    case .postgresql, .mysql, .mariadb:
      [
        "CREATE TABLE IF NOT EXISTS \(table.qualified) (version bigint not null primary key, dirty boolean not null)"
      ]
    }
  }

  var query: String { "SELECT version FROM \(target)" }

  func up(_ version: MigrationID) -> Step.Bookkeeping {
    Step.Bookkeeping(before: set(version, dirty: true), after: set(version, dirty: false))
  }

  /// A down leaves the version below. Under the first one that is `-1` while it runs and an empty table behind it.
  func down(to below: MigrationID?) -> Step.Bookkeeping {
    guard let below else { return Step.Bookkeeping(before: set("-1", dirty: true), after: [clear]) }
    return Step.Bookkeeping(before: set(below, dirty: true), after: set(below, dirty: false))
  }

  var patterns: [NamePattern] {
    engine == .sqlite ? [table.pattern, NamePattern(parts: ["version_unique"])] : [table.pattern]
  }

  private func set(_ version: MigrationID, dirty: Bool) -> [String] {
    [clear, "INSERT INTO \(target) (version, dirty) VALUES (\(version), \(dirty))"]
  }

  private var clear: String {
    switch engine {
    case .postgresql: "TRUNCATE \(target)"
    case .sqlite: "DELETE FROM \(target)"
    case .mysql, .mariadb: "DELETE FROM \(target) LIMIT 1"
    }
  }

  private var target: String { engine == .sqlite ? table.name : table.qualified }
}
