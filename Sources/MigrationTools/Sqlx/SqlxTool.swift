package import SchemagateModel

/// sqlx: `V_name.sql`, or `V_name.up.sql` with `V_name.down.sql`; checksums of what was applied.
/// Sources: github.com/launchbadge/sqlx, the file and function named at each rule.
package struct SqlxTool: MigrationTool {
  package let name = "sqlx"
  package let hasDowns = true

  package init() {}

  /// `sqlx.toml` stands beside the crate's manifest (sqlx-core/src/config/mod.rs).
  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    if target.migrations.contains(path.folder) { return path.hasSuffix(".sql") }
    return path.lastPart == "sqlx.toml" && target.migrations.contains { $0.isBelow(path.folder) }
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    let paths = files.paths(directlyIn: target.migrations).filter(SqlxName.isMigration)
    let text = ScriptText(target: target, standard: .file)
    let history = PairedFiles(files: paths.compactMap(SqlxName.parse)) { file in
      let contents = files.files[file.path] ?? FileTree.File(contents: [], contentID: "")
      // sqlx-core/src/migrate/source.rs: the file must begin with exactly these bytes.
      let optsOut = contents.contents.starts(with: Array("-- no-transaction".utf8))
      return text.script(
        path: file.path, file: contents, directive: optsOut && honoursOptOut(target) ? .some(.none) : nil)
    }.history()
    return MigrationHistory(
      migrations: history.migrations, problems: history.problems + unnumbered(paths)
    ).checked(against: files, of: target)
  }

  /// sqlx-mysql/src/migrate.rs apply: MySQL's half ignores the opt-out.
  private func honoursOptOut(_ target: TargetDefinition) -> Bool {
    switch target.engine {
    case .postgresql, .sqlite: true
    case .mysql, .mariadb: false
    }
  }

  /// sqlx-core/src/migrate/source.rs resolve_blocking: a name with `_` and `.sql` whose first part isn't a signed 64-bit
  /// number stops the tool before it has read anything else.
  private func unnumbered(_ paths: [String]) -> [HistoryProblem] {
    paths.filter { SqlxName.parse($0) == nil }.map {
      .unreadable(
        location: SourceLocation(path: $0), why: "sqlx expects an integer version before the first underscore")
    }
  }

  /// sqlx-core/src/migrate/migrator.rs run_direct and validate_applied_migrations: an applied version without a file
  /// is VersionMissing, one with another checksum is VersionMismatch, and whatever isn't applied runs, lower versions
  /// too. A second file of a version violates the table's primary key, or the checksum.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = SqlxNotes(target: target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .refused, removed: .refused, duplicate: .refused,
      precedes: { VersionNumber.precede($0.id, $1.id) }, words: .sqlx, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: notes.up(migration, $0))
      }
    }.plan(for: history, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let notes = SqlxNotes(target: target).down(migration.id)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: notes)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { [SqlxNotes(target: target).pattern] }

  package func appliedQuery(of target: TargetDefinition) -> String? { SqlxNotes(target: target).query }
}
