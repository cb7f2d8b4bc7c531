internal import SchemagateModel

/// `_prisma_migrations`, as schema-engine/connectors/sql-schema-connector/src/flavour/*.rs (`create_migrations_table`)
/// writes it, and the rows of src/sql_migration_persistence.rs.
struct PrismaTable {
  private let engine: EngineKind
  private let table: BookkeepingTable

  init(_ target: TargetDefinition) {
    engine = target.engine
    table = BookkeepingTable(target, standard: "_prisma_migrations")
  }

  var pattern: NamePattern { table.pattern }

  var query: String {
    "SELECT migration_name FROM \(table.quoted) WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL"
  }

  var prepare: [String] { ["CREATE TABLE IF NOT EXISTS \(table.quoted) (\(columns))"] }

  /// A row before the script, and two updates after it. Prisma's `id` is a random UUID; ours is the start of the
  /// checksum and of the name's, so that equal runs leave equal rows.
  func note(_ id: MigrationID, checksum: String) -> Step.Bookkeeping {
    let key = engine.literal(Self.key(id, checksum: checksum))
    let values = [key, engine.literal(checksum), now, engine.literal(id.rawValue)].joined(separator: ", ")
    let names = "id, checksum, started_at, migration_name"
    return Step.Bookkeeping(
      before: ["INSERT INTO \(table.quoted) (\(names)) VALUES (\(values))"],
      after: [
        "UPDATE \(table.quoted) SET applied_steps_count = applied_steps_count + 1 WHERE id = \(key)",
        "UPDATE \(table.quoted) SET finished_at = \(now) WHERE id = \(key)",
      ])
  }

  /// 36 characters in a UUID's shape.
  private static func key(_ id: MigrationID, checksum: String) -> String {
    let digits = Array(SHA256.hexadecimal(of: Array((checksum + id.rawValue).utf8)))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }

  private var now: String { "CURRENT_TIMESTAMP" }

  private var columns: String {
    switch engine {
    case .postgresql:
      "id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, "
        + "migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ, "
        + "started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0"
    case .sqlite:
      "\"id\" TEXT PRIMARY KEY NOT NULL, \"checksum\" TEXT NOT NULL, \"finished_at\" DATETIME, "
        + "\"migration_name\" TEXT NOT NULL, \"logs\" TEXT, \"rolled_back_at\" DATETIME, "
        + "\"started_at\" DATETIME NOT NULL DEFAULT current_timestamp, "
        + "\"applied_steps_count\" INTEGER UNSIGNED NOT NULL DEFAULT 0"
    case .mysql, .mariadb:
      "id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at DATETIME(3), "
        + "migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at DATETIME(3), "
        + "started_at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3), "
        + "applied_steps_count INTEGER UNSIGNED NOT NULL DEFAULT 0"
    }
  }
}
