package import SchemagateModel

/// pop: `V_name[.dialect].up.sql` and `.down.sql`, each a Go template.
/// Sources: github.com/gobuffalo/pop, the file and function named at each rule.
package struct PopTool: MigrationTool {
  package let name = "pop"
  package let hasDowns = true

  package init() {}

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    (path.hasSuffix(".sql") || path.hasSuffix(".fizz")) && target.migrations.contains(where: path.isBelow)
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    PopHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  package func lackingVariables(of target: TargetDefinition, in files: FileTree) -> [LackingVariable] {
    PopHistory(target: target, files: files).lacking()
  }

  /// migrator.go UpTo: whatever version the table doesn't hold runs, in the order of their text, lower ones too. Contents
  /// and vanished files are not looked at, and a second file of a version is passed over.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = PopNotes(target: target)
    let files = MigrationHistory(migrations: history.migrations, problems: history.problems.filter { !$0.isDuplicate })
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .ignored, removed: .ignored, duplicate: .refusedIfPending,
      precedes: { $0.id.rawValue.precedesInBytes($1.id.rawValue) }, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: notes.up(migration.id))
      }
    }.plan(for: files, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let notes = PopNotes(target: target).down(migration.id)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: notes)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] {
    let notes = PopNotes(target: target)
    guard target.engine == .sqlite else { return [notes.pattern] }
    return [notes.pattern, NamePattern(parts: [(notes.pattern.parts.last ?? PopNotes.usual) + "_version_idx"])]
  }

  package func appliedQuery(of target: TargetDefinition) -> String? { PopNotes(target: target).query }
}

extension HistoryProblem {
  fileprivate var isDuplicate: Bool {
    if case .duplicateVersion = self { true } else { false }
  }
}
