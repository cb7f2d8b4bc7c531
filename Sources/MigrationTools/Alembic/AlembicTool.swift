package import SchemagateModel

/// Alembic: revisions written in Python, which Alembic itself runs; each names the ones that it follows on.
/// Sources: github.com/sqlalchemy/alembic, the file and function named at each rule; version 1.20.
package struct AlembicTool: MigrationTool {
  package let name = "alembic"
  package let hasDowns = true

  package init() {}

  package func detect(in listing: FileListing) -> [DetectedTarget] { AlembicDetection(listing: listing).targets(name) }

  /// Besides the revisions: `env.py`, and the files that say where things are and which driver there is.
  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    if Self.isScript(path), target.migrations.contains(where: path.isBelow) { return true }
    if path == target.tool.program.config || ["alembic.ini", "env.py"].contains(path.lastPart) { return true }
    if path.hasSuffix("alembic/__init__.py") { return true }
    return AlembicLocation.isRequirements(path) && target.migrations.contains { $0.isBelow(path.folder) }
  }

  /// base.py `_only_source_rev_file`, and `__pycache__`, which no listing enters.
  static func isScript(_ path: String) -> Bool {
    let name = path.lastPart
    return name.hasSuffix(".py") && !name.hasPrefix("__init__") && !name.hasPrefix(".#")
      && path.folder.lastPart != "__pycache__"
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    AlembicHistory(target, in: files).history().checked(against: files, of: target)
  }

  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    AlembicPlan(history, applied: applied).plan()
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map { Step(migration: migration.id, direction: .down, script: $0) }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { [AlembicTable(target).pattern] }

  package func appliedQuery(of target: TargetDefinition) -> String? { AlembicTable(target).query }

  /// The table holds the tips only: whatever comes before them is applied.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    let tips = rows.compactMap { $0.first ?? nil }.map { MigrationID($0) }
    let graph = AlembicGraph(history)
    let known = graph.upTo(tips.filter(graph.holds))
    return history.migrations.map(\.id).filter(known.contains) + tips.filter { !graph.holds($0) }
  }
}
