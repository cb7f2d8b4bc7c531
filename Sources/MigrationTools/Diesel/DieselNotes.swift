internal import SchemagateModel

/// The rows of `__diesel_schema_migrations` (diesel/src/migration/setup_migration_table.sql; run_migration and
/// revert_migration in diesel_migrations/src/migration_harness.rs). The name can't be configured. Releases up to 2.3 find
/// the table by the search path that a script leaves behind; later ones put the path back first.
struct DieselNotes {
  let engine: EngineKind

  init(target: TargetDefinition) { engine = target.engine }

  private let table = "__diesel_schema_migrations"

  var pattern: NamePattern { NamePattern(parts: [table]) }

  var query: String { "SELECT version FROM \(table)" }

  var prepare: [String] {
    [
      """
      CREATE TABLE IF NOT EXISTS \(table) (
             version VARCHAR(50) PRIMARY KEY NOT NULL,
             run_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
      )
      """
    ]
  }

  func up(_ version: MigrationID) -> Step.Bookkeeping {
    let values = "(\(engine.identifier("version"))) VALUES (\(engine.literal(version.rawValue)))"
    return Step.Bookkeeping(inside: ["INSERT INTO \(engine.identifier(table)) \(values)"])
  }

  func down(_ version: MigrationID) -> Step.Bookkeeping {
    let column = engine.identifier(table) + "." + engine.identifier("version")
    let condition = "\(column) = \(engine.literal(version.rawValue))"
    return Step.Bookkeeping(inside: ["DELETE FROM \(engine.identifier(table)) WHERE \(condition)"])
  }
}
