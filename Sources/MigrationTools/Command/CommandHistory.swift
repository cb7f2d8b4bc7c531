internal import SchemagateModel

/// Reads the history from what the `list` command printed, or from the names of files.
struct CommandHistory {
  let target: TargetDefinition
  let files: FileTree

  func history() -> MigrationHistory {
    if let problem = templateProblem { return MigrationHistory(migrations: [], problems: [problem]) }
    guard target.tool.program.list != nil else { return history(of: fileEntries, passingOver: unnumbered) }
    guard let lines = files.listed else {
      return MigrationHistory(migrations: [], problems: [.inConfiguration("the `list` command was not run here")])
    }
    return history(of: lines.compactMap(entry))
  }

  private func history(of entries: [CommandEntry], passingOver left: [String] = []) -> MigrationHistory {
    var problems = left.map { HistoryProblem.ignored(path: $0, why: "it has no number, as the others have") }
    for (id, rivals) in Dictionary(grouping: entries, by: \.id) where rivals.count > 1 {
      problems.append(.duplicateVersion(id: MigrationID(id), paths: rivals.map(\.path).sorted()))
    }
    var seen: Set<String> = []
    let migrations = entries.compactMap { entry -> Migration? in
      if let obstacle = entry.obstacle {
        problems.append(.unreadable(location: SourceLocation(path: entry.path), why: obstacle))
        return nil
      }
      return seen.insert(entry.id).inserted ? migration(entry) : nil
    }
    let hidden = files.unreadable.filter { path, _ in target.migrations.contains(where: path.isBelow) }
      .map { HistoryProblem.unreadable(location: SourceLocation(path: $0.key), why: $0.value) }
    return MigrationHistory(
      migrations: migrations, problems: (problems + hidden).sorted { "\($0)".precedesInBytes("\($1)") })
  }

  private func migration(_ entry: CommandEntry) -> Migration {
    Migration(
      id: MigrationID(entry.id), name: entry.name, path: entry.path,
      up: script(target.tool.up, entry, entry.path, proof: .anything(on: target.engine)),
      down: script(target.tool.down, entry, downFile(of: entry)))
  }

  private func script(
    _ command: String?, _ entry: CommandEntry, _ path: String, proof: ProgramCall.Proof? = nil
  ) -> MigrationScript? {
    guard let template = command.flatMap({ CommandTemplate($0, target) }) else { return nil }
    return MigrationScript(
      path: path, body: .command(template.call(for: entry, proof: proof)),
      transaction: target.tool.transaction ?? .none,
      contentID: files.files[path]?.contentID ?? entry.contentID)
  }

  // MARK: Files

  private var ups: [String] {
    files.paths(directlyIn: target.migrations).filter { !CommandName($0).isDown && !CommandName($0).isOther }
  }

  /// Files without a number, where others have one.
  private var unnumbered: [String] {
    let left = ups.filter { CommandName($0).digits == nil }
    return left.count == ups.count ? [] : left
  }

  private var fileEntries: [CommandEntry] {
    let left = Set(unnumbered)
    return ups.filter { !left.contains($0) }.map { path in
      let name = CommandName(path)
      return CommandEntry(
        id: name.digits ?? name.stem, name: name.words, path: path, contentID: files.files[path]?.contentID ?? "")
    }.sorted { FilesHistory.precedes(MigrationID($0.id), MigrationID($1.id), order: target.tool.order) }
  }

  /// A file of its own for the way back, else the one file that holds both ways.
  private func downFile(of entry: CommandEntry) -> String {
    files.paths(directlyIn: [entry.path.folder]).first { path in
      let name = CommandName(path)
      return name.isDown && (name.digits ?? name.stem) == entry.id
    } ?? entry.path
  }

  // MARK: Listing

  /// `id`, or `id<TAB>path`. Without a path, the file whose name says the same id.
  private func entry(_ line: String) -> CommandEntry? {
    let parts = line.split(separator: "\t", maxSplits: 1).map { $0.trimmed }
    guard let id = parts.first, !id.isEmpty else { return nil }
    let path = parts.count > 1 && !parts[1].isEmpty ? parts[1] : file(of: id)
    let known = path.flatMap { files.files[$0]?.contentID }
    return CommandEntry(
      id: id, name: path.map { CommandName($0).words } ?? "", path: path ?? target.migrations.first ?? "",
      contentID: known ?? "listed \(id)")
  }

  private func file(of id: String) -> String? {
    files.paths.filter { path in target.migrations.contains(where: path.isBelow) }.first { path in
      let name = CommandName(path)
      return !name.isDown && (name.digits == id || name.stem == id || path.lastPart == id)
    }
  }

  // MARK: Configuration

  private var templateProblem: HistoryProblem? {
    let program = target.tool.program
    let commands = [("up", target.tool.up), ("down", target.tool.down), ("list", program.list), ("all", program.all)]
    let broken = commands.first { $0.1.map { CommandTemplate($0, target) == nil } ?? false }
    return broken.map { .inConfiguration("the command of `\($0.0):` is empty, or a quote in it is not closed") }
  }
}

/// What a file's name says: `20260101_add_email.rb`, `003.down.sql`, `init.ts`.
private struct CommandName {
  let stem: String
  let isDown: Bool
  /// Neither a migration nor its way back: hidden, a package's mark, words for people.
  let isOther: Bool

  init(_ path: String) {
    let file = path.lastPart
    let whole = file.prefix { $0 != "." }
    isDown = file.contains(".down.") || whole.hasSuffix("_down") || whole.hasSuffix("-down")
    stem = whole.hasSuffix("_down") || whole.hasSuffix("-down") ? String(whole.dropLast(5)) : String(whole)
    isOther =
      file.hasPrefix(".") || file.hasPrefix("__init__") || file.lowercased().hasPrefix("readme")
      || file.lowercased().hasSuffix(".md")
  }

  /// The digits in front.
  var digits: String? {
    let digits = stem.prefix { ("0"..."9").contains($0) }
    return digits.isEmpty ? nil : String(digits)
  }

  /// What stands behind the digits.
  var words: String {
    String(stem.dropFirst(digits?.count ?? 0).drop { "_-".contains($0) })
  }
}

extension HistoryProblem {
  fileprivate static func inConfiguration(_ why: String) -> Self {
    .unreadable(location: SourceLocation(path: "schemagate.yml"), why: why)
  }
}
