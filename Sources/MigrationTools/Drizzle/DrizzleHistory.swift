internal import SchemagateModel

/// Reads drizzle-kit's folder as migrator.ts (`readMigrationFiles`) does: by the journal, or, since 1.0, a folder for each
/// migration.
struct DrizzleHistory {
  let target: TargetDefinition
  let files: FileTree

  private struct Entry {
    let id: String
    let when: Int
    let path: String
  }

  func history() -> MigrationHistory {
    target.migrations.map(history).reduce(.empty) {
      MigrationHistory(migrations: $0.migrations + $1.migrations, problems: $0.problems + $1.problems)
    }
  }

  private func history(of folder: String) -> MigrationHistory {
    let path = Self.journal(in: folder)
    if let file = files.files[path] {
      guard let journal = DrizzleJournal(file.text) else {
        return MigrationHistory(migrations: [], problems: [Self.unreadable(path, Self.brokenJournal)])
      }
      return history(of: journal, path, in: folder)
    }
    let entries = folders(in: folder)
    let strays = files.paths(directlyIn: [folder]).filter { $0.hasSuffix(".sql") }
    let problems = strays.isEmpty || !entries.isEmpty ? [] : [Self.unreadable(path, Self.noJournal)]
    return MigrationHistory(migrations: entries.flatMap(migrations), problems: problems + entries.flatMap(refusals))
  }

  static func journal(in folder: String) -> String { .path(folder, "meta/_journal.json") }

  private func history(of journal: DrizzleJournal, _ path: String, in folder: String) -> MigrationHistory {
    var problems: [HistoryProblem] = []
    var entries: [Entry] = []
    for (index, entry) in journal.entries.enumerated() {
      let script = String.path(folder, entry.tag + ".sql")
      if files.files[script] == nil {
        problems.append(.staleChecksum(path: path, why: "entry \(index) names \(entry.tag).sql, which isn't there"))
      } else if entries.contains(where: { $0.id == entry.tag }) {
        problems.append(.duplicateVersion(id: MigrationID(entry.tag), paths: [script, script]))
      } else {
        entries.append(Entry(id: entry.tag, when: entry.when, path: script))
      }
    }
    let known = Set(entries.map(\.path))
    problems += files.paths(directlyIn: [folder]).filter { $0.hasSuffix(".sql") && !known.contains($0) }
      .map { .ignored(path: $0, why: Self.notListed) }
    problems += entries.flatMap(refusals) + DrizzleSnapshots(folder: folder, files: files).problems(journal)
    return MigrationHistory(migrations: entries.flatMap(migrations), problems: problems)
  }

  /// Folders with a `migration.sql`, by name; the first 14 digits are a time.
  private func folders(in folder: String) -> [Entry] {
    files.paths(under: folder).filter { $0.lastPart == "migration.sql" && $0.folder.folder == folder }
      .map { path in
        let name = path.folder.lastPart
        return Entry(id: name, when: Int(name.prefix { $0.isNumber }.prefix(14)) ?? 0, path: path)
      }
      .sorted { $0.id.precedesInBytes($1.id) }
  }

  private func migrations(_ entry: Entry) -> [Migration] {
    guard let file = files.files[entry.path] else { return [] }
    let script = MigrationScript(
      path: entry.path, body: .sql(DrizzlePieces(path: entry.path).pieces(of: file.text)),
      transaction: target.tool.transaction ?? .run, contentID: file.contentID,
      checksum: SHA256.hexadecimal(of: file.contents))
    let name = entry.id.drop { $0.isNumber }.drop { $0 == "_" }
    return [
      Migration(
        id: MigrationID(entry.id), name: String(name), path: entry.path, up: script, down: nil, rank: entry.when)
    ]
  }

  /// better-sqlite3 and mysql2 take one statement at a time, no less and no more; PostgreSQL's drivers send what stands there.
  private func refusals(_ entry: Entry) -> [HistoryProblem] {
    guard target.engine != .postgresql, target.tool.split != false, let text = files.files[entry.path]?.text else {
      return []
    }
    return DrizzlePieces(path: entry.path).pieces(of: text).compactMap { piece in
      let statements = target.splitter.statements(of: piece)
      guard statements.count != 1 else { return nil }
      let place = statements.dropFirst().first
      let why = statements.isEmpty ? Self.empty : Self.crowded
      return .unreadable(
        location: SourceLocation(path: entry.path, line: place?.line ?? piece.line, column: place?.column), why: why)
    }
  }
}

/// The pieces between `--> statement-breakpoint` marks, each sent by itself.
struct DrizzlePieces {
  let path: String

  static let mark = "--> statement-breakpoint"

  func pieces(of text: String) -> [SourceText] {
    var pieces: [SourceText] = []
    var rest = text[...]
    var line = 1
    while true {
      let end = rest.firstRange(of: Self.mark)
      let piece = rest[..<(end?.lowerBound ?? rest.endIndex)]
      pieces.append(Self.source(piece, path: path, line: line))
      line += piece.count(where: \.isNewline)
      guard let end else { return pieces }
      rest = rest[end.upperBound...]
    }
  }

  /// Without white space in front, which no driver minds, so that places are those of the first statement.
  private static func source(_ piece: Substring, path: String, line: Int) -> SourceText {
    let body = piece.drop(while: \.isWhitespace)
    let indent = piece[..<body.startIndex]
    let column = indent.reversed().prefix { !$0.isNewline }.count + 1
    return SourceText(path: path, line: line + indent.count(where: \.isNewline), column: column, text: String(body))
  }
}

extension DrizzleHistory {
  private static func unreadable(_ path: String, _ why: String) -> HistoryProblem {
    .unreadable(location: SourceLocation(path: path), why: why)
  }

  private static let brokenJournal = "drizzle can't read its journal: it is no JSON with `entries` of `when` and `tag`"
  private static let noJournal = "drizzle stops: there is no meta/_journal.json beside the SQL files"
  private static let notListed = "drizzle passes over it: meta/_journal.json doesn't list it"
  private static let crowded =
    "the drivers of SQLite and MySQL take one statement at a time: write `--> statement-breakpoint` between two, or "
    + "`tool: {name: drizzle, split: false}` where your driver takes several"
  private static let empty =
    "the drivers of SQLite and MySQL refuse a piece without a statement (`tool: {name: drizzle, split: false}` if yours "
    + "takes it)"
}
