package import SchemagateModel

/// Liquibase, as far as change sets are formatted SQL: those in XML, YAML and JSON stand in the history and aren't run.
/// Sources: github.com/liquibase/liquibase, paths below liquibase-standard/src/main/java/liquibase.
package struct LiquibaseTool: MigrationTool {
  package init() {}

  package let name = "liquibase"
  package let hasDowns = true

  package func detect(in listing: FileListing) -> [DetectedTarget] {
    LiquibaseDetection(listing: listing).targets(tool: name)
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    (target.migrations.contains { path.isBelow($0) } && LiquibaseLayout.isChangelog(path))
      || path.lastPart == "liquibase.properties"
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    LiquibaseHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let table = LiquibaseTable(target)
    return LiquibasePlan(history: history, applied: applied) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: table.ran(migration, $0))
      }
    }.plan(prepare: table.prepare)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let note = LiquibaseTable(target).reverted(migration)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: note)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { LiquibaseTable(target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { LiquibaseTable(target).query }

  /// A change set is known by its file, id and author.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    rows.map { MigrationID($0.prefix(3).map { $0 ?? "" }.joined(separator: "::")) }
  }
}
