package import SchemagateModel

/// Flyway: versioned (`V`), undo (`U`), repeatable (`R`) and baseline (`B`) migrations. The rules and their sources, paths in
/// github.com/flyway/flyway below flyway-core/src/main/java/org/flywaydb/core, stand with the types that follow them.
package struct FlywayTool: MigrationTool {
  package init() {}

  package let name = "flyway"
  package let hasDowns = true

  package func detect(in listing: FileListing) -> [DetectedTarget] {
    FlywayDetection(listing: listing).targets(tool: name)
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    FlywayHistory.folders(of: target).contains { path.isBelow($0) }
      || FlywaySettings.candidates(folders: target.migrations).contains(path)
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    FlywayHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let table = FlywayTable(target)
    return FlywayPlan(history: history, applied: applied, target: target) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: table.note(migration, $0, .up))
      }
    }.plan(prepare: table.prepare)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let note = FlywayTable(target).note(migration, $0, .down)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: note)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { FlywayTable(target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { FlywayTable(target).query }

  /// A row may take another one back (undo, delete), or stand for every version up to it (baseline).
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    rows.reduce(into: []) { FlywayRow($1)?.apply(to: &$0, in: history) }
  }
}
