package import SchemagateModel

/// dbmate: one file with `-- migrate:up` and `-- migrate:down` parts.
/// Sources: github.com/amacneil/dbmate, the file and function named at each rule.
package struct DbmateTool: MigrationTool {
  package let name = "dbmate"
  package let hasDowns = true

  package init() {}

  /// dbmate is configured by flags, environment variables and `.env`, which say nothing about what a file means.
  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    target.migrations.contains(path.folder) && path.hasSuffix(".sql")
  }

  /// pkg/dbmate/db.go FindMigrations: files `^(\d+).*\.sql$` of all folders, in the order of their names. The version
  /// is the digits as text; files that share it are told apart only when the second one is noted.
  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    let paths = files.paths(directlyIn: target.migrations).filter { $0.hasSuffix(".sql") }
      .sorted { $0.lastPart.precedesInBytes($1.lastPart) }
    var (seen, problems): ([MigrationID: [String]], [HistoryProblem]) = ([:], [])
    var migrations: [Migration] = []
    for path in paths {
      guard let id = Self.version(path) else {
        problems.append(.ignored(path: path, why: "its name doesn't begin with a number"))
        continue
      }
      seen[id, default: []].append(path)
      guard seen[id] == [path], let file = files.files[path] else { continue }
      let reading = DbmateFile(path: path, file: file, target: target).read()
      problems += reading.problems
      migrations.append(migration(id, path, reading))
    }
    problems += seen.filter { $0.value.count > 1 }.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { .duplicateVersion(id: $0.key, paths: $0.value) }
    return MigrationHistory(migrations: migrations, problems: problems).checked(against: files, of: target)
  }

  private func migration(_ id: MigrationID, _ path: String, _ reading: DbmateFile.Reading) -> Migration {
    let rest = path.lastPart.dropFirst(id.rawValue.count).dropLast(4)
    let name = rest.drop { $0 == "_" || $0 == "-" }
    return Migration(id: id, name: String(name), path: path, up: reading.up, down: reading.down)
  }

  static func version(_ path: String) -> MigrationID? {
    let digits = path.lastPart.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty || !path.hasSuffix(".sql") ? nil : MigrationID(String(digits))
  }

  /// pkg/dbmate/db.go Migrate: what isn't applied runs, lower versions too, unless `--strict`. Contents and vanished
  /// files are not looked at.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    let notes = DbmateNotes(target: target)
    return SequentialPlan(
      lower: target.tool.outOfOrder ?? .run, edited: .ignored, removed: .ignored, duplicate: .refusedIfPending,
      precedes: { $0.id.rawValue.precedesInBytes($1.id.rawValue) }, words: .dbmate, prepare: notes.prepare
    ) { migration in
      migration.up.map {
        Step(migration: migration.id, direction: .up, script: $0, bookkeeping: notes.up(migration.id))
      }
    }.plan(for: history, applied: applied)
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map {
      let notes = DbmateNotes(target: target).down(migration.id)
      return Step(migration: migration.id, direction: .down, script: $0, bookkeeping: notes)
    }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] { [DbmateNotes(target: target).pattern] }

  package func appliedQuery(of target: TargetDefinition) -> String? { DbmateNotes(target: target).query }
}
