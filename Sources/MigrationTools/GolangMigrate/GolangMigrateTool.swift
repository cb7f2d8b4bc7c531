package import SchemagateModel

/// golang-migrate: `V_name.up.sql` and `V_name.down.sql`, in numeric order, one version number as the whole memory.
/// Sources: github.com/golang-migrate/migrate, the file and function named at each rule.
package struct GolangMigrateTool: MigrationTool {
  package let name = "golang-migrate"
  package let hasDowns = true

  package init() {}

  /// There is no configuration file; everything comes by flags.
  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    target.migrations.contains(path.folder) && path.hasSuffix(".sql")
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    let paths = files.paths(directlyIn: target.migrations)
    let numbered = paths.compactMap(GolangMigrateName.parse)
    let unfit = numbered.filter { !$0.version.fits(UInt64.self) }.map(HistoryProblem.tooLarge)
    let text = GolangMigrateScript(target: target)
    let history = PairedFiles(files: numbered.filter { $0.version.fits(UInt64.self) }) { file in
      text.script(path: file.path, file: files.files[file.path] ?? FileTree.File(contents: [], contentID: ""))
    }.history()
    return MigrationHistory(
      migrations: history.migrations, problems: history.problems + unfit + ignored(paths)
    ).checked(against: files, of: target)
  }

  /// source/iofs/iofs.go Init: names that don't parse are passed over.
  private func ignored(_ paths: [String]) -> [HistoryProblem] {
    paths.filter { $0.hasSuffix(".sql") && GolangMigrateName.parse($0) == nil }
      .map { .ignored(path: $0, why: "its name isn't VERSION_NAME.up.sql or VERSION_NAME.down.sql") }
  }

  /// migrate.go readUp: the version that the table holds must have a file (versionExists), then every higher version
  /// runs; a lower one is never looked at. Contents are not remembered. Init refuses two files of one version.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = GolangMigrateNotes(target: target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .skip, edited: .ignored, removed: .refusedIfNewest, duplicate: .refused,
      precedes: { VersionNumber.precede($0.id, $1.id) }, words: .golangMigrate, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: notes.up(migration.id))
      }
    }.plan(for: history, applied: applied)
  }

  /// migrate.go readDown: the version that the table then holds is the one below among the files.
  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let below = history.migrations.prefix { $0.id != migration.id }.last
      let notes = GolangMigrateNotes(target: target).down(to: below?.id)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: notes)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] {
    GolangMigrateNotes(target: target).patterns
  }

  package func appliedQuery(of target: TargetDefinition) -> String? { GolangMigrateNotes(target: target).query }

  /// The one row names the newest version: every lower one is applied as well.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    guard let newest = rows.first?.first.flatMap({ $0 }).map({ MigrationID($0) }) else { return [] }
    let lower = history.migrations.map(\.id).filter { $0 != newest && VersionNumber.precede($0, newest) }
    return lower + [newest]
  }
}

extension HistoryProblem {
  static func tooLarge(_ file: NumberedFile) -> Self {
    .ignored(path: file.path, why: "its version \(file.version.digits) doesn't fit into 64 bits")
  }
}
