internal import SchemagateModel

/// What the migrator does (pg-core/dialect.ts, sqlite-core/dialect.ts, mysql-core/dialect.ts, `migrate`): it looks up the highest
/// time among the applied migrations and runs, in the journal's order and in one transaction, every entry with a higher
/// one. So an older entry never runs, and an applied one whose time was raised runs again. Contents and vanished files
/// are not looked at. With a folder for each migration it runs each name that the table doesn't have
/// (migrator.utils.ts of 1.0, `getMigrationsToRun`).
struct DrizzlePlan {
  let history: MigrationHistory
  let applied: MigrationHistory
  let step: (Migration) -> Step?

  func plan(prepare: [String]) -> ToolPlan {
    if let refusal { return ToolPlan(prepare: prepare, steps: [], refusal: refusal) }
    let known = Set(applied.migrations.map(\.id))
    let running = history.migrations.filter { runs($0, known: known) }
    let ids = Set(running.map(\.id))
    let skipped = history.migrations.filter { !ids.contains($0.id) && !known.contains($0.id) }
    return ToolPlan(prepare: prepare, steps: running.compactMap(step), skipped: skipped.map(\.id))
  }

  private func runs(_ migration: Migration, known: Set<MigrationID>) -> Bool {
    if migration.path.lastPart == "migration.sql" { return !known.contains(migration.id) }
    guard let newest = applied.migrations.compactMap(\.rank).max() else { return true }
    return migration.rank.map { $0 > newest } ?? false
  }

  /// All files are read before the first one runs; what a driver refuses in one matters only where it runs.
  private var refusal: ToolPlan.Refusal? {
    let done = Set(applied.migrations.map(\.path))
    return history.problems.lazy.compactMap { problem -> ToolPlan.Refusal? in
      switch problem {
      case .staleChecksum(let path, let why): return ToolPlan.Refusal(migration: nil, reason: "\(path): \(why)")
      case .unreadable(let location, let why) where !done.contains(location.path):
        let line = location.line.map { ":\($0)" } ?? ""
        return ToolPlan.Refusal(migration: nil, reason: "\(location.path)\(line) can't be run: \(why)")
      case .duplicateVersion(let id, _):
        return ToolPlan.Refusal(migration: id, reason: "the journal lists \(id) twice, so that it would run twice")
      case .unreadable, .downWithoutUp, .ignored, .headsDiverged: return nil
      }
    }.first
  }
}
