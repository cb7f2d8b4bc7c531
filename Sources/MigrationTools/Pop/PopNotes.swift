internal import SchemagateModel

/// The rows of pop's table (schema_migrations.go, migrator.go UpTo and Down). The application may give the table another
/// name by its option `migration_table_name`. Versions are longer in some applications than pop's own 14 characters.
struct PopNotes {
  static let usual = "schema_migration"

  let engine: EngineKind
  private let table: BookkeepingTable

  init(target: TargetDefinition) {
    engine = target.engine
    table = BookkeepingTable(target, standard: Self.usual)
  }

  var pattern: NamePattern { table.pattern }

  var query: String { "SELECT version FROM \(table.qualified)" }

  var prepare: [String] {
    let index = engine.identifier(table.name + "_version_idx")
    switch engine {
    case .postgresql:
      return [
        "CREATE TABLE IF NOT EXISTS \(table.qualified) (\"version\" VARCHAR (255) NOT NULL, PRIMARY KEY(\"version\"))",
        "CREATE UNIQUE INDEX IF NOT EXISTS \(index) ON \(table.qualified) (version)",
      ]
    case .sqlite:
      // dialect_sqlite.go: foreign keys are checked on every connection.
      return [
        "PRAGMA foreign_keys = ON", "CREATE TABLE IF NOT EXISTS \(table.quoted) (\"version\" TEXT PRIMARY KEY)",
        "CREATE UNIQUE INDEX IF NOT EXISTS \(index) ON \(table.quoted) (version)",
      ]
    case .mysql, .mariadb:
      return [
        "CREATE TABLE IF NOT EXISTS \(table.quoted) "
          + "(`version` VARCHAR (255) NOT NULL, PRIMARY KEY(`version`), UNIQUE INDEX \(index) (`version`)) ENGINE=InnoDB"
      ]
    }
  }

  func up(_ version: MigrationID) -> Step.Bookkeeping {
    Step.Bookkeeping(inside: ["insert into \(table.qualified) (version) values (\(engine.literal(version.rawValue)))"])
  }

  func down(_ version: MigrationID) -> Step.Bookkeeping {
    Step.Bookkeeping(inside: ["delete from \(table.qualified) where version = \(engine.literal(version.rawValue))"])
  }
}
