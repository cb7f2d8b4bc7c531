internal import SchemagateModel

/// Makes a history of the change sets: a change set's key is its path, id and author.
struct LiquibaseHistory {
  let target: TargetDefinition
  let files: FileTree

  func history() -> MigrationHistory {
    let layout = LiquibaseLayout(folders: target.migrations, paths: files.paths) { files.files[$0]?.text }
    var building = Building()
    for item in layout.items() { add(item, &building) }
    let duplicates = building.seen.filter { $0.value.count > 1 }.sorted {
      $0.key.rawValue.precedesInBytes($1.key.rawValue)
    }
    return MigrationHistory(
      migrations: building.migrations,
      problems: building.problems + duplicates.map { .duplicateVersion(id: $0.key, paths: $0.value) })
  }

  private struct Building {
    var migrations: [Migration] = []
    var problems: [HistoryProblem] = []
    var properties: [String: String] = [:]
    var seen: [MigrationID: [String]] = [:]

    mutating func append(_ migration: Migration) {
      seen[migration.id, default: []].append(migration.path)
      if seen[migration.id]?.count == 1 { migrations.append(migration) }
    }
  }

  private func add(_ item: LiquibaseLayout.Item, _ building: inout Building) {
    switch item {
    case .property(let name, let value): building.properties[name] = building.properties[name] ?? value
    case .missing(let file, let path):
      building.problems.append(
        Self.unreadable(path, "\(file), which it includes, isn't among the target's files (`migrations:`)"))
    case .unreadable(let path):
      building.problems.append(Self.unreadable(path, "Liquibase stops: it is no JSON with a list `databaseChangeLog`"))
    case .changeSet(let path, let id, let author): building.append(foreign(path, id: id, author: author))
    case .sql(let path):
      guard let file = files.files[path] else { return }
      if LiquibaseSQLFile.isFormatted(file.text) { return add(path, file, &building) }
      building.append(raw(path, file))
    }
  }

  private func add(_ path: String, _ file: FileTree.File, _ building: inout Building) {
    let outcome = LiquibaseSQLFile(path: path, text: file.text).read()
    if let problem = outcome.problem { building.problems.append(problem) }
    building.properties.merge(outcome.properties) { first, _ in first }
    let values = target.variables.merging(building.properties) { first, _ in first }
    for changeSet in outcome.changeSets where isMeant(changeSet.attributes) {
      let script = LiquibaseScript(target: target, path: path, file: file, values: values, changeSet: changeSet)
      let logical = changeSet.attributes["logicalFilePath"] ?? outcome.logicalPath ?? path
      building.append(
        Migration(
          id: Self.key(logical, changeSet.id, changeSet.author), name: changeSet.id,
          kind: script.isRepeatable ? .repeatable : .versioned, path: path, up: script.up, down: script.down))
    }
  }

  /// `dbms:` names databases, or with `!` those that are left out; `ignore:true` leaves out, too.
  private func isMeant(_ attributes: LiquibaseAttributes) -> Bool {
    if attributes.flag("ignore", or: false) { return false }
    let names = (attributes["dbms"] ?? "").split(separator: ",").map { $0.trimmed.lowercased() }
    if names.isEmpty || names.contains("all") { return true }
    let own = target.engine.rawValue
    if names.contains("!" + own) { return false }
    return names.contains(own) || names.allSatisfy { $0.hasPrefix("!") }
  }

  private func foreign(_ path: String, id: String, author: String) -> Migration {
    let kind = path.lowercased().hasSuffix(".xml") ? "XML" : path.lowercased().hasSuffix(".json") ? "JSON" : "YAML"
    let script = MigrationScript(
      path: path, body: .program(language: "Liquibase \(kind)"), transaction: .file,
      contentID: files.files[path]?.contentID ?? "")
    return Migration(id: Self.key(path, id, author), name: id, path: path, up: script, down: nil)
  }

  /// A file without the header is one change set, sent whole (core/sql/SqlChangeLogParser.java).
  private func raw(_ path: String, _ file: FileTree.File) -> Migration {
    let script = MigrationScript(
      path: path, body: .sql([SourceText(path: path, text: file.text)]),
      transaction: target.tool.transaction ?? .file, contentID: file.contentID,
      checksum: LiquibaseScript.checksum(file.text))
    return Migration(id: Self.key(path, "raw", "includeAll"), name: "raw", path: path, up: script, down: nil)
  }

  static func key(_ path: String, _ id: String, _ author: String) -> MigrationID {
    MigrationID("\(path)::\(id)::\(author)")
  }

  private static func unreadable(_ path: String, _ why: String) -> HistoryProblem {
    .unreadable(location: SourceLocation(path: path), why: why)
  }
}
