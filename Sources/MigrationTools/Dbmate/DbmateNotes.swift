internal import SchemagateModel

/// The rows of `schema_migrations` (CreateMigrationsTable, InsertMigration and DeleteMigration in pkg/driver/postgres/
/// postgres.go, pkg/driver/sqlite/sqlite.go and pkg/driver/mysql/mysql.go).
struct DbmateNotes {
  let engine: EngineKind
  private let table: BookkeepingTable

  init(target: TargetDefinition) {
    engine = target.engine
    table = BookkeepingTable(target, standard: "schema_migrations")
  }

  var pattern: NamePattern { table.pattern }

  var query: String { "SELECT version FROM \(table.qualified)" }

  var prepare: [String] {
    let columns = engine == .postgresql ? "version varchar primary key" : "version varchar(128) primary key"
    return schema + ["create table if not exists \(table.qualified) (\(columns))"]
  }

  /// A configured schema is made where it is missing.
  private var schema: [String] {
    guard engine == .postgresql, table.isSchemaConfigured, let schema = table.schema else { return [] }
    return ["create schema if not exists \(engine.identifier(schema))"]
  }

  func up(_ version: MigrationID) -> Step.Bookkeeping {
    Step.Bookkeeping(inside: ["insert into \(table.qualified) (version) values (\(engine.literal(version.rawValue)))"])
  }

  func down(_ version: MigrationID) -> Step.Bookkeeping {
    Step.Bookkeeping(inside: ["delete from \(table.qualified) where version = \(engine.literal(version.rawValue))"])
  }
}
