internal import SchemagateModel

/// Reads files by the configured patterns, or by the numbers in front of their names.
struct FilesHistory {
  let target: TargetDefinition
  let files: FileTree

  private struct Entry {
    let version: String
    let name: String
    let direction: Step.Direction
    let path: String
  }

  func history() -> MigrationHistory {
    var problems: [HistoryProblem] = []
    var entries: [Entry] = []
    for path in files.paths(directlyIn: target.migrations) where path.hasSuffix(".sql") {
      if let entry = entry(path) {
        entries.append(entry)
      } else {
        problems.append(.ignored(path: path, why: Self.reason(target.tool)))
      }
    }
    let groups = Dictionary(grouping: entries) { VersionNumber($0.version)?.digits ?? $0.version }
    let migrations = groups.values.map { migration(of: $0, problems: &problems) }
      .sorted { Self.precedes($0.id, $1.id, order: target.tool.order) }
    return MigrationHistory(migrations: migrations, problems: problems.sorted { "\($0)".precedesInBytes("\($1)") })
  }

  private func entry(_ path: String) -> Entry? {
    let file = path.lastPart
    guard let up = target.tool.up else {
      return NumberedName(file).map { Entry(version: $0.version, name: $0.name, direction: $0.direction, path: path) }
    }
    let down = target.tool.down.flatMap { FilePattern($0).match(file) }
    if let down { return Entry(version: down.version, name: down.name, direction: .down, path: path) }
    return FilePattern(up).match(file).map { Entry(version: $0.version, name: $0.name, direction: .up, path: path) }
  }

  /// The files of one version: of several up files the first by path counts.
  private func migration(of group: [Entry], problems: inout [HistoryProblem]) -> Migration {
    let ups = group.filter { $0.direction == .up }
    let downs = group.filter { $0.direction == .down }
    let first = ups.first ?? group[0]
    let id = MigrationID(first.version)
    for paths in [ups, downs].map({ $0.map(\.path) }) where paths.count > 1 {
      problems.append(.duplicateVersion(id: id, paths: paths))
    }
    if ups.isEmpty { problems += downs.map { .downWithoutUp(path: $0.path) } }
    return Migration(
      id: id, name: first.name, path: first.path, up: ups.first.flatMap(script), down: downs.first.flatMap(script))
  }

  /// Where a file says `DELIMITER`, its runner is or imitates the mysql program; any other file goes to the server whole.
  private func script(_ entry: Entry) -> MigrationScript? {
    let text = ScriptText(target: target, standard: .file, understandsDelimiter: true)
    return files.files[entry.path].map { text.script(path: entry.path, file: $0) }
  }

  private static func reason(_ tool: ToolSettings) -> String {
    tool.up.map { "its name doesn't follow the pattern \($0)" } ?? "its name doesn't begin with a number"
  }
}

extension FilesHistory {
  /// Numeric order compares the groups of digits one by one, so that `2` comes before `10` and `1.2` before `1.10`.
  static func precedes(_ left: MigrationID, _ right: MigrationID, order: VersionOrder?) -> Bool {
    switch order ?? .numeric {
    case .text: return left.rawValue.precedesInBytes(right.rawValue)
    case .numeric:
      let (l, r) = (numbers(left), numbers(right))
      return l == r ? left.rawValue.precedesInBytes(right.rawValue) : l.lexicographicallyPrecedes(r)
    }
  }

  private static func numbers(_ id: MigrationID) -> [VersionNumber] {
    id.rawValue.split { !$0.isNumber }.compactMap(VersionNumber.init)
  }
}
