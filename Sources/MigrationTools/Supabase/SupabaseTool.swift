package import SchemagateModel

/// The Supabase CLI: `supabase/migrations/TIMESTAMP_name.sql`, no way back.
/// Sources: github.com/supabase/cli, the file and function named at each rule, below apps/cli-go.
package struct SupabaseTool: MigrationTool {
  package let name = "supabase"
  package let hasDowns = false

  package init() {}

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    if target.migrations.contains(path.folder) { return path.hasSuffix(".sql") }
    return path.lastPart == "config.toml" && target.migrations.contains { $0.folder == path.folder }
  }

  /// pkg/migration/list.go ListLocalMigrations: the files of the folder in the order of their names.
  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    let paths = files.paths(directlyIn: target.migrations).filter { $0.hasSuffix(".sql") }
      .sorted { $0.lastPart.precedesInBytes($1.lastPart) }
    var (seen, problems): ([MigrationID: [String]], [HistoryProblem]) = ([:], [])
    var migrations: [Migration] = []
    for path in paths {
      guard let parts = SupabaseName(path), !(parts.isOldInit && path == paths.first) else {
        problems.append(.ignored(path: path, why: Self.ignored))
        continue
      }
      let id = MigrationID(parts.version)
      seen[id, default: []].append(path)
      guard seen[id] == [path], let file = files.files[path] else { continue }
      let script = SupabaseScript(target: target).script(path: path, file: file)
      migrations.append(Migration(id: id, name: parts.name, path: path, up: script, down: nil))
    }
    problems += seen.filter { $0.value.count > 1 }.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { .duplicateVersion(id: $0.key, paths: $0.value) }
    return MigrationHistory(migrations: migrations, problems: problems).checked(against: files, of: target)
  }

  private static let ignored = "the Supabase CLI passes over it: its name isn't TIMESTAMP_name.sql, or is an old init"

  /// pkg/migration/apply.go FindPendingMigrations: an applied version without a file stops it, and so does a file that is
  /// lower than an applied version unless `--include-all` is given. Contents are stored and never compared. A second file
  /// of a version violates the table's primary key (history.go).
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = SupabaseNotes(target: target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .refuse, edited: .ignored, removed: .refused, duplicate: .refusedIfPending,
      precedes: { $0.id.rawValue.precedesInBytes($1.id.rawValue) }, words: .supabase, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        // ApplyMigrations says `RESET ALL` before each file.
        Step(
          migration: migration.id, direction: .up, script: $0, session: .fresh, bookkeeping: notes.up(migration))
      }
    }.plan(for: history, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? { nil }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { SupabaseNotes(target: target).patterns }

  package func appliedQuery(of target: TargetDefinition) -> String? { SupabaseNotes(target: target).query }
}
