package import SchemagateModel

/// Atlas' versioned migrations, as `atlas migrate apply` runs them; downs are computed by Atlas, and none stand in files.
/// Sources: github.com/ariga/atlas, the file and function named at each rule.
package struct AtlasTool: MigrationTool {
  package init() {}

  package let name = "atlas"
  package let hasDowns = false

  package func detect(in listing: FileListing) -> [DetectedTarget] {
    AtlasDetection(listing: listing).targets(tool: name)
  }

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    let isOwn = target.migrations.contains(path.folder) && (path.hasSuffix(".sql") || path.lastPart == AtlasSum.name)
    return isOwn || path.lastPart == "atlas.hcl"
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    AtlasHistory(target: target, files: files).history().checked(against: files, of: target)
  }

  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let table = AtlasTable(target)
    return AtlasPlan(history: history, applied: applied, lower: target.tool.outOfOrder ?? .refuse) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: table.note(migration, $0))
      }
    }.plan(prepare: table.prepare)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? { nil }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { AtlasTable(target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { AtlasTable(target).query }

  /// A baseline (type 1, cmd/atlas/internal/migrate, `RevisionTypeBaseline`) stands for every version up to it.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    let noted = rows.compactMap { $0.first ?? nil }.map { MigrationID($0) }
    let baselines = rows.filter { $0.count > 1 && $0[1] == "1" }.compactMap { $0[0] }
    let below = history.migrations.map(\.id).filter { id in
      !noted.contains(id) && baselines.contains { id.rawValue.precedesInBytes($0) }
    }
    return below + noted
  }
}
