internal import SchemagateModel

/// The rows of `supabase_migrations.schema_migrations` (pkg/migration/history.go). The statements, which the CLI stores and
/// never reads back while it migrates, are left out.
struct SupabaseNotes {
  private let engine: EngineKind
  private let schema = "supabase_migrations"

  init(target: TargetDefinition) { engine = target.engine }

  private var table: String { "\(schema).schema_migrations" }

  var patterns: [NamePattern] { [NamePattern(parts: [schema]), NamePattern(parts: [schema, "*"])] }

  var query: String { "SELECT version FROM \(table)" }

  var prepare: [String] {
    [
      "CREATE SCHEMA IF NOT EXISTS \(schema)",
      "CREATE TABLE IF NOT EXISTS \(table) (version text NOT NULL PRIMARY KEY)",
      "ALTER TABLE \(table) ADD COLUMN IF NOT EXISTS statements text[]",
      "ALTER TABLE \(table) ADD COLUMN IF NOT EXISTS name text",
    ]
  }

  func up(_ migration: Migration) -> Step.Bookkeeping {
    let values = [migration.id.rawValue, migration.name].map { engine.literal($0) }.joined(separator: ", ")
    return Step.Bookkeeping(inside: ["INSERT INTO \(table)(version, name) VALUES (\(values))"])
  }
}
