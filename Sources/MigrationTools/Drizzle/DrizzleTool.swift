package import SchemagateModel

/// Drizzle: the files that drizzle-kit writes, as drizzle-orm's migrator runs them. Sources: github.com/drizzle-team/drizzle-orm,
/// paths below drizzle-orm/src unless they begin with drizzle-kit.
package struct DrizzleTool: MigrationTool {
  package init() {}

  package let name = "drizzle"
  package let hasDowns = false

  package func detect(in listing: FileListing) -> [DetectedTarget] {
    DrizzleDetection(listing: listing).targets(tool: name)
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    target.migrations.contains { path.isBelow($0) && (path.hasSuffix(".sql") || path.hasSuffix(".json")) }
      || path.lastPart.hasPrefix("drizzle.config.")
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    DrizzleHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let table = DrizzleTable(target)
    return DrizzlePlan(history: history, applied: applied) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: table.note(migration, $0))
      }
    }.plan(prepare: table.prepare)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? { nil }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { DrizzleTable(target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { DrizzleTable(target).query }

  /// A row holds the time that the journal gives its migration.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    let times = rows.compactMap { $0.first ?? nil }
    return times.map { time in
      history.migrations.first { $0.rank.map { "\($0)" } == time }?.id ?? MigrationID(time)
    }
  }
}
