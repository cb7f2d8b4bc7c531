package import SchemagateModel

/// diesel: a folder per migration with `up.sql`, and mostly `down.sql` and `metadata.toml`.
/// Sources: github.com/diesel-rs/diesel, the file and function named at each rule.
package struct DieselTool: MigrationTool {
  package let name = "diesel"
  package let hasDowns = true

  package init() {}

  /// diesel_cli/src/config.rs: `diesel.toml` in the project's root, here in any folder above the migrations.
  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    if path.lastPart == "diesel.toml" { return true }
    return target.migrations.contains { path.isBelow($0) && path.relative(to: $0).contains("/") }
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    let folders = target.migrations.flatMap { Self.folders(in: $0, files) }
    let readings = folders.map { DieselFolder(path: $0, target: target).read(files) }
    let groups = Dictionary(grouping: readings.compactMap(\.migration), by: \.id)
    let migrations = groups.values.compactMap { $0.min { $0.path.precedesInBytes($1.path) } }
      .sorted { $0.id.rawValue.precedesInBytes($1.id.rawValue) }
    let duplicates = groups.filter { $0.value.count > 1 }.sorted { $0.key.rawValue < $1.key.rawValue }
      .map {
        HistoryProblem.duplicateVersion(id: $0.key, paths: $0.value.map(\.path).sorted { $0.precedesInBytes($1) })
      }
    return MigrationHistory(migrations: migrations, problems: readings.flatMap(\.problems) + duplicates)
      .checked(against: files, of: target)
  }

  /// migrations_internals/src/lib.rs migrations_directories: folders whose name doesn't begin with a dot; plain files
  /// beside them (a README) are passed over.
  private static func folders(in root: String, _ files: FileTree) -> [String] {
    let inner = files.paths(under: root).compactMap { path -> String? in
      let rest = path.relative(to: root)
      guard let slash = rest.firstIndex(of: "/"), !rest.hasPrefix(".") else { return nil }
      return .path(root, String(rest[..<slash]))
    }
    return Set(inner).sorted { $0.precedesInBytes($1) }
  }

  /// migration_harness.rs pending_migrations: what isn't applied runs, lower versions too, in the order of the
  /// versions' text. Contents and vanished folders are not looked at. Of two folders with one version one is lost at
  /// random (a HashMap): we call that a refusal.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = DieselNotes(target: target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .ignored, removed: .ignored, duplicate: .refusedIfPending,
      precedes: { $0.id.rawValue.precedesInBytes($1.id.rawValue) }, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: notes.up(migration.id))
      }
    }.plan(for: history, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let notes = DieselNotes(target: target).down(migration.id)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: notes)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { [DieselNotes(target: target).pattern] }

  package func appliedQuery(of target: TargetDefinition) -> String? { DieselNotes(target: target).query }
}
