package import SchemagateModel

/// goose (github.com/pressly/goose): numbered files with `-- +goose Up` and `-- +goose Down` sections.
package struct GooseTool: MigrationTool {
  package init() {}

  package let name = "goose"
  package let hasDowns = true

  /// Numbered SQL files with goose's annotations in the first or the last of them.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    listing.sqlFolders { GooseHistory.version(ofFile: $0.lastPart) != nil }.compactMap { folder, paths in
      let texts = [paths.first, paths.last].compactMap { $0.flatMap(listing.read)?.text }
      guard texts.contains(where: { $0.contains(#/(?m)^-- *\+goose /#) }) else { return nil }
      return FolderClaim(folder: folder, samples: paths, confidence: .marks)
        .target(tool: ToolSettings(name: name), in: listing)
    }
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    target.migrations.contains(path.folder) && (path.hasSuffix(".sql") || path.hasSuffix(".go"))
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    GooseHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  /// Lower versions stop goose, unless it is told `-allow-missing` (internal/gooseutil/resolve.go, `UpVersions`).
  /// Edited and removed files go unnoticed: only version numbers are kept.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let table = GooseTable(target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .refuse, edited: .ignored, removed: .ignored, duplicate: .refused,
      precedes: { VersionNumber.precede($0.id, $1.id) }, words: .goose, prepare: table.prepare
    ) { migration in
      migration.up.map {
        let note = Step.Bookkeeping(inside: [table.insert(migration.id)])
        return Step(migration: migration.id, direction: .up, script: $0, bookkeeping: note)
      }
    }.plan(for: history, applied: applied)
  }

  /// A file without a `Down` section, or with an empty one, goes down by deleting its row (migration_sql.go).
  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    guard let down = migration.down else { return nil }
    let note = Step.Bookkeeping(inside: [GooseTable(target).delete(migration.id)])
    return Step(migration: migration.id, direction: .down, script: down, bookkeeping: note)
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { GooseTable(target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { GooseTable(target).query }

  /// Version 0 stands for the empty database.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    let states = rows.compactMap { row in row[0].map { (MigrationID($0), ["t", "1", "true"].contains(row[1])) } }
    let newest = Dictionary(states) { _, later in later }
    var seen: Set<MigrationID> = ["0"]
    return states.map(\.0).filter { newest[$0] == true && seen.insert($0).inserted }
  }
}
