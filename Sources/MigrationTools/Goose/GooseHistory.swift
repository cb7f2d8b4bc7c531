internal import SchemagateModel

/// Reads goose's files: what counts, in which order, and what goose says of the rest (migrate.go, provider_collect.go).
struct GooseHistory {
  let target: TargetDefinition
  let files: FileTree

  private struct Entry {
    let version: VersionNumber
    let path: String
    let file: FileTree.File
  }

  /// The number before the first `_`, greater than zero and of 64 bits (migration.go, `NumericComponent`).
  static func version(ofFile name: String) -> VersionNumber? {
    guard let end = name.firstIndex(of: "_"), let version = VersionNumber(name[..<end]) else { return nil }
    return version.digits != "0" && version.fits(Int64.self) ? version : nil
  }

  func history() -> MigrationHistory {
    var problems: [HistoryProblem] = []
    var entries: [Entry] = []
    for path in files.paths(directlyIn: target.migrations) {
      guard let file = files.files[path], Self.isCollected(path) else { continue }
      if let version = Self.version(ofFile: path.lastPart) {
        entries.append(Entry(version: version, path: path, file: file))
      } else if path.hasSuffix(".sql") {
        problems.append(.unreadable(location: SourceLocation(path: path), why: Self.unnumbered))
      }
    }
    let migrations = migrations(of: entries, problems: &problems)
    return MigrationHistory(migrations: migrations, problems: problems)
  }

  /// Go files without a number are helpers and tests; goose passes over them.
  private static func isCollected(_ path: String) -> Bool {
    path.hasSuffix(".sql") || (path.hasSuffix(".go") && !path.hasSuffix("_test.go"))
  }

  /// In numeric order; goose stops where two files have one version.
  private func migrations(of entries: [Entry], problems: inout [HistoryProblem]) -> [Migration] {
    let groups = Dictionary(grouping: entries, by: \.version).sorted { $0.key < $1.key }
    return groups.map { version, group in
      let paths = group.map(\.path)
      if paths.count > 1 { problems.append(.duplicateVersion(id: MigrationID(version.digits), paths: paths)) }
      return group[0].path.hasSuffix(".go") ? program(group[0]) : migration(group[0], problems: &problems)
    }
  }

  private func migration(_ entry: Entry, problems: inout [HistoryProblem]) -> Migration {
    let source = SourceText(path: entry.path, text: entry.file.text)
    let up = GooseParser(direction: .up, variables: target.variables).parse(source)
    let down = GooseParser(direction: .down, variables: target.variables).parse(source)
    if let problem = up.problem ?? down.problem { problems.append(problem) }
    problems += crowded(up.statements + (down.hasDown ? down.statements : []))
    let scope: TransactionScope = up.usesTransaction ? target.tool.transaction ?? .file : .none
    return migration(entry, up: .sql(up.statements), down: down.hasDown ? .sql(down.statements) : nil, scope: scope)
  }

  /// go-sql-driver/mysql sends a query as one statement unless the DSN says `multiStatements=true`, and nothing in goose
  /// says it; `split: false` in the configuration tells of such a DSN.
  private func crowded(_ statements: [SourceText]) -> [HistoryProblem] {
    guard target.engine.isMySQL, target.tool.split != false else { return [] }
    return statements.compactMap { block in
      guard let second = target.splitter.statements(of: block).dropFirst().first else { return nil }
      let place = SourceLocation(path: second.path ?? "", line: second.line, column: second.column)
      return .unreadable(location: place, why: Self.crowded)
    }
  }

  /// The function's registration, which we don't read, says whether it wants a transaction.
  private func program(_ entry: Entry) -> Migration {
    migration(entry, up: .program(language: "Go"), down: .program(language: "Go"), scope: .file)
  }

  private func migration(
    _ entry: Entry, up: MigrationScript.Body, down: MigrationScript.Body?, scope: TransactionScope
  ) -> Migration {
    let script = { (body: MigrationScript.Body) in
      MigrationScript(path: entry.path, body: body, transaction: scope, contentID: entry.file.contentID)
    }
    let name = entry.path.lastPart.drop { $0 != "_" }.dropFirst()
    return Migration(
      id: MigrationID(entry.version.digits), name: String(name.prefix { $0 != "." }), path: entry.path, up: script(up),
      down: down.map(script))
  }
}

extension GooseHistory {
  private static let crowded =
    "goose sends the block as one statement, and a second one in it is a syntax error for the server; give each a block "
    + "of its own, or write `tool: {name: goose, split: false}` where the DSN has multiStatements=true"
  private static let unnumbered =
    "goose stops at an SQL file whose name doesn't begin with a number greater than zero and an underscore"
}
