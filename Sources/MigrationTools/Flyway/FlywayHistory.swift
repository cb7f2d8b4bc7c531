internal import SchemagateModel

/// Reads Flyway's locations with everything below them: versioned, undo, repeatable and baseline migrations.
struct FlywayHistory {
  let target: TargetDefinition
  let files: FileTree
  private let settings: FlywaySettings

  init(target: TargetDefinition, files: FileTree) {
    self.target = target
    self.files = files
    settings = FlywaySettings(folders: target.migrations) { files.files[$0]?.text }
  }

  private struct Entry {
    let path: String
    let name: FlywayName
    let file: FileTree.File
  }

  func history() -> MigrationHistory {
    var problems: [HistoryProblem] = []
    let entries = paths().compactMap { path -> Entry? in
      guard let file = files.files[path] else { return nil }
      guard let name = FlywayName(path.lastPart) else {
        if let why = Self.reasonToIgnore(path.lastPart) { problems.append(.ignored(path: path, why: why)) }
        return nil
      }
      return Entry(path: path, name: name, file: file)
    }
    let migrations = versioned(entries, &problems) + repeatable(entries, &problems)
    return MigrationHistory(migrations: migrations, problems: problems)
  }

  /// Classes stand beside the resources: `src/main/java/db/migration` for `src/main/resources/db/migration`.
  static func folders(of target: TargetDefinition) -> [String] {
    target.migrations.flatMap { folder -> [String] in
      guard let range = folder.firstRange(of: "/resources/") else { return [folder] }
      return [folder]
        + ["java", "kotlin"].map { folder[..<range.lowerBound] + "/\($0)/" + folder[range.upperBound...] }
    }
  }

  private func paths() -> [String] {
    Set(Self.folders(of: target).flatMap { files.paths(under: $0) }).sorted { $0.precedesInBytes($1) }
  }

  /// By version; a baseline goes after the versioned migration of its version (info/MigrationInfoImpl.java, `compareTo`).
  private func versioned(_ entries: [Entry], _ problems: inout [HistoryProblem]) -> [Migration] {
    let undos = entries.filter { $0.name.kind == .undo }
    let undoing = Dictionary(grouping: undos) { $0.name.version }
    var migrations: [(version: FlywayVersion, migration: Migration)] = []
    for kind in [FlywayName.Kind.versioned, .baseline] {
      let own = entries.filter { $0.name.kind == kind }
      let claims = Dictionary(grouping: own) { $0.name.version }
      for entry in own {
        guard let version = entry.name.version, let rivals = claims[version] else { continue }
        let id = MigrationID((kind == .baseline ? "B" : "") + version.text)
        guard rivals[0].path == entry.path else { continue }
        if rivals.count > 1 { problems.append(.duplicateVersion(id: id, paths: rivals.map(\.path))) }
        let down = kind == .versioned ? undoing[version]?.first : nil
        migrations.append((version, migration(entry, id: id, down: down, &problems)))
      }
    }
    let known = Set(migrations.map(\.version))
    let alone = undos.filter { undo in !(undo.name.version.map(known.contains) ?? false) }
    problems += alone.map { .downWithoutUp(path: $0.path) }
    return migrations.enumerated().sorted { left, right in
      left.element.version == right.element.version
        ? left.offset < right.offset : left.element.version < right.element.version
    }.map(\.element.migration)
  }

  /// Last, in the order of their descriptions (internal/resolver/ResolvedMigrationComparator.java).
  private func repeatable(_ entries: [Entry], _ problems: inout [HistoryProblem]) -> [Migration] {
    let own = entries.filter { $0.name.kind == .repeatable }
    return Dictionary(grouping: own, by: \.name.description).sorted { $0.key.precedesInBytes($1.key) }.map { _, group in
      let id = MigrationID("R__" + group[0].name.name)
      if group.count > 1 { problems.append(.duplicateVersion(id: id, paths: group.map(\.path))) }
      return migration(group[0], id: id, down: nil, &problems)
    }
  }

  private func migration(
    _ entry: Entry, id: MigrationID, down: Entry?, _ problems: inout [HistoryProblem]
  ) -> Migration {
    let kind: Migration.Kind
    switch entry.name.kind {
    case .versioned, .undo: kind = .versioned
    case .repeatable: kind = .repeatable
    case .baseline: kind = .baseline
    }
    let up = script(entry, &problems)
    return Migration(
      id: id, name: entry.name.name, kind: kind, path: entry.path, up: up, down: down.map { script($0, &problems) })
  }

  private func script(_ entry: Entry, _ problems: inout [HistoryProblem]) -> MigrationScript {
    if let language = entry.name.language {
      return MigrationScript(
        path: entry.path, body: .program(language: language), transaction: target.tool.transaction ?? .file,
        contentID: entry.file.contentID)
    }
    let reading = FlywayScript(target: target, settings: settings, files: files)
      .read(entry.path, file: entry.file, isRepeatable: entry.name.kind == .repeatable)
    if let problem = reading.problem { problems.append(problem) }
    return reading.script
  }

  private static func reasonToIgnore(_ file: String) -> String? {
    if FlywayName.isCallback(file) { return "it is a callback of Flyway's, which we don't run" }
    guard FlywayName.looksLikeMigration(file) else { return nil }
    return "Flyway passes over it: its name is not prefix, version, two underscores, description"
  }
}
