internal import SchemagateModel

/// `atlas_schema_revisions` (cmd/atlas/internal/migrate/ent/migrate/schema.go), on PostgreSQL in a schema of the same name, unless the
/// URL names a schema (cmdapi/migrate.go, `revisionSchema`): `tool: {table: public.atlas_schema_revisions}`.
struct AtlasTable {
  private let engine: EngineKind
  private let table: BookkeepingTable

  init(_ target: TargetDefinition) {
    engine = target.engine
    var own = target
    let name = target.tool.table ?? Self.name
    own.tool.table = engine == .postgresql && !name.contains(".") ? "\(Self.name).\(name)" : name
    table = BookkeepingTable(own, standard: name)
  }

  private static let name = "atlas_schema_revisions"

  var patterns: [NamePattern] {
    [table.pattern] + (table.schema == Self.name ? [NamePattern(parts: [Self.name])] : [])
  }

  /// Atlas Cloud keeps a row of its own there, whose version begins with a dot; a file that failed half way isn't applied.
  var query: String {
    let names = ["version", "type", "applied", "total"].map(engine.identifier)
    return "SELECT \(names[0]), \(names[1]) FROM \(table.qualified) "
      + "WHERE \(names[2]) >= \(names[3]) AND \(names[0]) NOT LIKE '.%'"
  }

  var prepare: [String] {
    let create = "CREATE TABLE IF NOT EXISTS \(table.qualified) (\(columns.joined(separator: ", ")))"
    guard engine == .postgresql else { return [create] }
    return ["CREATE SCHEMA IF NOT EXISTS \(engine.identifier(table.schema ?? "public"))", create]
  }

  /// Atlas writes the row before the first statement and again after each; what remains is this.
  func note(_ migration: Migration, _ script: MigrationScript) -> Step.Bookkeeping {
    var count = 0
    if case .sql(let pieces) = script.body { count = pieces.count }
    let names = [
      "version", "description", "type", "applied", "total", "executed_at", "execution_time", "hash", "operator_version",
    ].map(engine.identifier).joined(separator: ", ")
    let values = [
      engine.literal(migration.id.rawValue), engine.literal(migration.name), "2", "\(count)", "\(count)",
      "CURRENT_TIMESTAMP", "0", engine.literal(script.checksum ?? ""), engine.literal("Atlas CLI"),
    ].joined(separator: ", ")
    return Step.Bookkeeping(inside: ["INSERT INTO \(table.qualified) (\(names)) VALUES (\(values))"])
  }

  private var columns: [String] {
    let (text, number, time, json) = types
    return [
      ("version", "\(text) NOT NULL PRIMARY KEY"), ("description", "\(text) NOT NULL"),
      ("type", "\(number) NOT NULL DEFAULT 2"), ("applied", "\(number) NOT NULL DEFAULT 0"),
      ("total", "\(number) NOT NULL DEFAULT 0"), ("executed_at", "\(time) NOT NULL"),
      ("execution_time", "\(number) NOT NULL"), ("error", "text NULL"), ("error_stmt", "text NULL"),
      ("hash", "\(text) NOT NULL"), ("partial_hashes", "\(json) NULL"), ("operator_version", "\(text) NOT NULL"),
    ].map { engine.identifier($0.0) + " " + $0.1 }
  }

  private var types: (text: String, number: String, time: String, json: String) {
    switch engine {
    case .postgresql: ("character varying", "bigint", "timestamptz", "jsonb")
    case .sqlite: ("text", "integer", "datetime", "json")
    case .mysql, .mariadb: ("varchar(255)", "bigint", "timestamp", "json")
    }
  }
}
