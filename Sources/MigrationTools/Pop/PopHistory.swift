internal import SchemagateModel

/// Reads pop's files: what counts, in which order, and which of several variants runs (migration_box.go findMigrations;
/// migrator.go UpTo). Folders are read with everything below them.
struct PopHistory {
  let target: TargetDefinition
  let files: FileTree

  private struct Entry {
    let path: String
    let name: PopName
    let file: FileTree.File
  }

  func history() -> MigrationHistory {
    var problems: [HistoryProblem] = []
    let entries = entries(&problems)
    let groups = Dictionary(grouping: entries, by: \.name.version)
    let migrations = groups.sorted { $0.key.precedesInBytes($1.key) }.map { version, group in
      migration(version, group, &problems)
    }
    return MigrationHistory(migrations: migrations, problems: problems)
  }

  /// What the files of this engine ask for and `variables:` doesn't give.
  func lacking() -> [LackingVariable] {
    var problems: [HistoryProblem] = []
    let found = entries(&problems).flatMap { entry in
      template.read(entry.file.text).lacking.map {
        LackingVariable(
          name: $0.name, location: SourceLocation(path: entry.path, line: $0.line), isSchema: $0.isSchema)
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.name).inserted }
  }

  private var template: PopTemplate {
    let own = ["Dialect": target.engine.popDialect, "migration_table_name": target.tool.table ?? PopNotes.usual]
    return PopTemplate(values: own.merging(target.variables) { _, given in given })
  }

  private func entries(_ problems: inout [HistoryProblem]) -> [Entry] {
    let paths = Set(target.migrations.flatMap { files.paths(under: $0) }).sorted { $0.precedesInBytes($1) }
    return paths.compactMap { path in
      guard let file = files.files[path] else { return nil }
      guard let name = PopName(path), name.isKnownDialect else {
        if path.hasSuffix(".sql") || path.hasSuffix(".fizz") {
          problems.append(.ignored(path: path, why: "its name isn't VERSION_NAME[.DIALECT].up.sql or .down.sql"))
        }
        return nil
      }
      guard !name.isFizz || name.dialect == nil else {
        problems.append(.unreadable(location: SourceLocation(path: path), why: Self.fizzIsForAll))
        return nil
      }
      return name.dialect ?? target.engine.popDialect == target.engine.popDialect
        ? Entry(path: path, name: name, file: file) : nil
    }
  }

  /// The variant for the engine comes before the one for all (migration_info.go `Less`), which then finds the version
  /// applied and is passed over. So is a second file of one variant.
  private func migration(_ version: String, _ group: [Entry], _ problems: inout [HistoryProblem]) -> Migration {
    let id = MigrationID(version)
    let (up, down) = (chosen(.up, group), chosen(.down, group))
    problems += [up, down].filter { $0.count > 1 }.map { .duplicateVersion(id: id, paths: $0.map(\.path)) }
    if up.isEmpty { problems += down.map { .downWithoutUp(path: $0.path) } }
    let first = up.first ?? down.first ?? group[0]
    return Migration(
      id: id, name: first.name.name, path: first.path, up: up.first.map { script($0, &problems) },
      down: down.first.map { script($0, &problems) })
  }

  private func chosen(_ direction: Step.Direction, _ group: [Entry]) -> [Entry] {
    let all = group.filter { $0.name.direction == direction }
    let own = all.filter { $0.name.dialect != nil }
    return own.isEmpty ? all : own
  }

  /// The whole file at once, within a transaction that holds the note too (migrator.go UpTo and Down).
  private func script(_ entry: Entry, _ problems: inout [HistoryProblem]) -> MigrationScript {
    let scope: TransactionScope = entry.name.isAutocommit ? .none : target.tool.transaction ?? .file
    let reading = template.read(entry.file.text)
    if let refused = reading.refused {
      problems.append(Self.unreadable(entry, refused.line, "we don't run the template action {{\(refused.action)}}"))
    } else if let lacking = reading.lacking.first {
      problems.append(Self.unreadable(entry, lacking.line, Self.lacks(lacking.name)))
    }
    // Nothing is sent of a file that is empty (migration_box.go NewMigrationBox).
    let pieces = reading.text.isEmpty ? [] : [SourceText(path: entry.path, text: reading.text)]
    return MigrationScript(
      path: entry.path, body: entry.name.isFizz ? .program(language: "fizz") : .sql(pieces), transaction: scope,
      contentID: entry.file.contentID)
  }
}

extension PopHistory {
  private static let fizzIsForAll = "pop stops at a fizz file that names a dialect"

  private static func lacks(_ name: String) -> String {
    "the placeholder \(name) has no value; give it one with `variables: {\(name): …}`"
  }

  private static func unreadable(_ entry: Entry, _ line: Int, _ why: String) -> HistoryProblem {
    .unreadable(location: SourceLocation(path: entry.path, line: line), why: why)
  }
}
