package import SchemagateModel

/// Django: `migrations/NNNN_name.py` in each app, run by `manage.py migrate`. Histories are read from the files; what a
/// migration does is the program's business.
/// Sources: github.com/django/django, the file named at each rule.
package struct DjangoTool: MigrationTool {
  package init() {}

  package let name = "django"
  package let hasDowns = true

  package func detect(in listing: FileListing) -> [DetectedTarget] { DjangoDetection(listing: listing).targets() }

  /// Models count where they are held against the migrations: a change of models alone may lack its migration.
  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    guard path.hasSuffix(".py") else { return false }
    if target.migrations.contains(where: path.isBelow) { return true }
    if path == target.tool.program.config || path.lastPart == "manage.py" || DjangoProject.isSettings(path) {
      return true
    }
    return target.migrations.contains { folder in
      path == .path(folder.folder, "apps.py")
        || (target.schema != nil
          && (path == .path(folder.folder, "models.py") || path.isBelow(.path(folder.folder, "models"))))
    }
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    DjangoHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  /// Whatever isn't applied runs, wherever it stands in the order; edited files go unnoticed, and so do removed ones that
  /// no other names.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    DjangoPlan(head: history, applied: applied, target: target).plan()
  }

  /// Django finds out only when it runs a down whether there is one.
  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map { Step(migration: migration.id, direction: .down, script: $0, session: .fresh) }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { [NamePattern(parts: [DjangoTable.name])] }

  package func appliedQuery(of target: TargetDefinition) -> String? { DjangoTable.query(on: target.engine) }

  /// Rows of other people's apps tell nothing of this history.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    let apps = Set(history.migrations.map { DjangoKey($0.id).app })
    return rows.compactMap { $0.first ?? nil }.map { MigrationID($0) }.filter { apps.contains(DjangoKey($0).app) }
  }
}
