internal import SchemagateModel

/// `__drizzle_migrations` (pg-core/dialect.ts, sqlite-core/dialect.ts, mysql-core/dialect.ts, `migrate`): on PostgreSQL in a
/// schema of its own, which the migrator makes.
struct DrizzleTable {
  private let target: TargetDefinition
  private let table: BookkeepingTable

  init(_ target: TargetDefinition) {
    self.target = target
    var own = target
    let name = target.tool.table ?? "__drizzle_migrations"
    own.tool.table = target.engine == .postgresql && !name.contains(".") ? "drizzle." + name : name
    table = BookkeepingTable(own, standard: name)
  }

  var patterns: [NamePattern] {
    guard let schema = table.schema else { return [table.pattern] }
    let parts = [[schema, table.name], [schema, table.name + "_*"], [schema]]
    return parts.map(NamePattern.init)
  }

  var query: String { "SELECT \(target.engine.identifier("created_at")) FROM \(table.qualified)" }

  var prepare: [String] {
    let create = "CREATE TABLE IF NOT EXISTS \(table.qualified) (\(columns))"
    switch target.engine {
    case .postgresql:
      return ["CREATE SCHEMA IF NOT EXISTS \(target.engine.identifier(table.schema ?? "drizzle"))", create]
    case .sqlite: return (keepsForeignKeys ? ["PRAGMA foreign_keys = ON"] : []) + [create]
    case .mysql, .mariadb: return [create]
    }
  }

  func note(_ migration: Migration, _ script: MigrationScript) -> Step.Bookkeeping {
    let engine = target.engine
    let columns = ["hash", "created_at"].map(engine.identifier).joined(separator: ", ")
    let values = "\(engine.literal(script.checksum ?? "")), \(migration.rank ?? 0)"
    return Step.Bookkeeping(inside: ["INSERT INTO \(table.qualified) (\(columns)) VALUES (\(values))"])
  }

  /// better-sqlite3, which drizzle-kit takes first, is built with SQLITE_DEFAULT_FOREIGN_KEYS=1, and a `PRAGMA` in the migrator's
  /// transaction changes nothing. libsql turns them off around all of it; `session:` says so.
  private var keepsForeignKeys: Bool { !target.session.contains { $0.lowercased().contains("foreign_keys") } }

  private var columns: String {
    switch target.engine {
    case .postgresql: "id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint"
    case .sqlite: "id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric"
    case .mysql, .mariadb: "id serial primary key, hash text not null, created_at bigint"
    }
  }
}
