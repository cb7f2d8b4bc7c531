internal import SchemagateModel

/// One row of Flyway's history table.
struct FlywayRow {
  private let version: String?
  private let type: String
  private let script: String

  init?(_ row: [String?]) {
    guard row.count == 3, let type = row[1] else { return nil }
    version = row[0]
    self.type = type
    script = row[2] ?? ""
  }

  /// Adds what the row stands for, or takes away what it takes back
  /// (api/CoreMigrationType.java; info/MigrationInfoServiceImpl.java).
  func apply(to applied: inout [MigrationID], in history: MigrationHistory) {
    guard let version else {
      if let name = FlywayName(script), name.kind == .repeatable { add([MigrationID("R__" + name.name)], to: &applied) }
      return
    }
    switch type {
    case "DELETE", "UNDO_SQL", "UNDO_JDBC": applied.removeAll { $0.rawValue == version }
    case "BASELINE": add(versions(upTo: version, in: history), to: &applied)
    case "SQL_BASELINE", "JDBC_BASELINE":
      add(versions(upTo: version, in: history) + [MigrationID("B" + version)], to: &applied)
    case "SCHEMA": return
    default: add([MigrationID(version)], to: &applied)
    }
  }

  private func versions(upTo version: String, in history: MigrationHistory) -> [MigrationID] {
    guard let newest = FlywayVersion(version) else { return [] }
    return history.migrations.filter { $0.kind == .versioned }.map(\.id).filter { id in
      FlywayVersion(id.rawValue).map { !(newest < $0) } ?? false
    }
  }

  private func add(_ ids: [MigrationID], to applied: inout [MigrationID]) {
    applied += ids.filter { !applied.contains($0) }
  }
}
