internal import SchemagateModel

/// A home-made runner's table of applied versions, where the configuration names one: one column, one row per migration.
struct FilesNotes {
  private let table: BookkeepingTable?
  private let engine: EngineKind

  init(_ target: TargetDefinition) {
    engine = target.engine
    table = target.tool.table.map { BookkeepingTable(target, standard: $0) }
  }

  var patterns: [NamePattern] { table.map { [$0.pattern] } ?? [] }

  var query: String? { table.map { "SELECT version FROM \($0.qualified)" } }

  var prepare: [String] {
    guard let table else { return [] }
    return ["CREATE TABLE IF NOT EXISTS \(table.qualified) (version varchar(255) PRIMARY KEY)"]
  }

  func up(_ id: MigrationID) -> Step.Bookkeeping {
    note { "INSERT INTO \($0) (version) VALUES (\(engine.literal(id.rawValue)))" }
  }

  func down(_ id: MigrationID) -> Step.Bookkeeping {
    note { "DELETE FROM \($0) WHERE version = \(engine.literal(id.rawValue))" }
  }

  private func note(_ statement: (String) -> String) -> Step.Bookkeeping {
    Step.Bookkeeping(inside: table.map { [statement($0.qualified)] } ?? [])
  }
}
