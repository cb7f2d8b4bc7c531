package import SchemagateModel

/// Any migration tool that is a program, by the commands that the configuration names. Never detected.
package struct CommandTool: MigrationTool {
  package init() {}

  package let name = "command"
  package let hasDowns = true

  package func hasDowns(of target: TargetDefinition) -> Bool { target.tool.down != nil }

  package func detect(in listing: FileListing) -> [DetectedTarget] { [] }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    target.migrations.contains { path.isBelow($0) } || path == target.tool.program.config
  }

  package func listing(of target: TargetDefinition) -> ProgramCall? {
    target.tool.program.list.flatMap { CommandTemplate($0, target)?.call() }
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    CommandHistory(target: target, files: files).history()
  }

  /// What isn't applied runs in the history's order. Of what the program makes of edited files nothing is known.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let places = Dictionary(zip(history.migrations.map(\.id), 0...)) { first, _ in first }
    let plan = SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .ignored, removed: .ignored, duplicate: .refusedIfPending,
      precedes: { left, right in
        guard let left = places[left.id], let right = places[right.id] else { return false }
        return left < right
      }, prepare: []
    ) { migration in
      migration.up.map { Step(migration: migration.id, direction: .up, script: $0) }
    }.plan(for: history, applied: applied)
    let together = target.tool.program.all.flatMap {
      CommandTemplate($0, target)?.call(proof: .anything(on: target.engine))
    }
    return ToolPlan(
      steps: plan.steps, skipped: plan.skipped, refusal: plan.refusal, together: plan.steps.isEmpty ? nil : together)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map { Step(migration: migration.id, direction: .down, script: $0) }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] {
    [BookkeepingTable(target, standard: "schema_migrations").pattern]
  }

  /// Of the table that `table:` names, the first column.
  package func appliedQuery(of target: TargetDefinition) -> String? {
    "SELECT * FROM \(BookkeepingTable(target, standard: "schema_migrations").qualified)"
  }
}
