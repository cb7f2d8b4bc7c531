internal import SchemagateModel

/// Reads Atlas' own layout: `<version>_<description>.sql`, in the order of the names (sql/migrate/dir.go, `LocalDir.Files`).
struct AtlasHistory {
  let target: TargetDefinition
  let files: FileTree

  func history() -> MigrationHistory {
    var problems: [HistoryProblem] = []
    var seen: [MigrationID: [String]] = [:]
    var migrations: [Migration] = []
    for folder in target.migrations {
      let sum = AtlasSum(folder: folder, files: files)
      if let problem = sum.problem { problems.append(problem) }
      let hashes = Dictionary(sum.computed.map { ($0.name, $0.hash) }) { first, _ in first }
      for path in files.paths(directlyIn: [folder]) where path.hasSuffix(".sql") {
        let id = Self.version(path)
        seen[id, default: []].append(path)
        guard seen[id] == [path], let file = files.files[path] else { continue }
        migrations.append(migration(id, path, file, hash: hashes[path.lastPart], &problems))
      }
    }
    problems += seen.filter { $0.value.count > 1 }.sorted { $0.key.rawValue.precedesInBytes($1.key.rawValue) }
      .map { .duplicateVersion(id: $0.key, paths: $0.value) }
    return MigrationHistory(migrations: migrations, problems: problems)
  }

  /// What stands before the first underscore.
  static func version(_ path: String) -> MigrationID {
    MigrationID(String(path.lastPart.dropLast(4).prefix { $0 != "_" }))
  }

  private func migration(
    _ id: MigrationID, _ path: String, _ file: FileTree.File, hash: String?, _ problems: inout [HistoryProblem]
  ) -> Migration {
    let header = AtlasHeader(file.text)
    let scope = scope(header, path, &problems)
    let script = MigrationScript(
      path: path, body: body(header, path, file, &problems), transaction: scope, contentID: file.contentID,
      checksum: hash)
    return Migration(
      id: id, name: String(path.lastPart.dropLast(4).drop { $0 != "_" }.dropFirst()),
      kind: header.values("checkpoint").isEmpty ? .versioned : .baseline, path: path, up: script, down: nil)
  }

  private func body(
    _ header: AtlasHeader, _ path: String, _ file: FileTree.File, _ problems: inout [HistoryProblem]
  ) -> MigrationScript.Body {
    if !header.values("txtar").isEmpty { return .program(language: "Atlas' txtar (checks before the migration)") }
    if !header.values("import").isEmpty { return .program(language: "Atlas' imports") }
    let outcome = AtlasStatements(splitterOf: target).read(SourceText(path: path, text: file.text))
    if let problem = outcome.problem { problems.append(Self.unreadable(path, problem)) }
    return .sql(outcome.statements)
  }

  /// cmd/atlas/internal/cmdapi/migrate.go, `txmodeFor` and `modeFor`: a file may say `none` or `file`, unless `--tx-mode all` was
  /// given.
  private func scope(
    _ header: AtlasHeader, _ path: String, _ problems: inout [HistoryProblem]
  ) -> TransactionScope {
    let usual = target.tool.transaction ?? .file
    let words = header.values("txmode")
    guard let word = words.first else { return usual }
    guard words.count == 1, word == "none" || word == "file" else {
      problems.append(
        Self.unreadable(path, "Atlas stops at txmode \(words.joined(separator: ", ")): write none or file"))
      return usual
    }
    let own: TransactionScope = word == "none" ? .none : .file
    if usual == .run, own != usual {
      problems.append(Self.unreadable(path, "Atlas stops at txmode \(word) when it is told `--tx-mode all`"))
    }
    return own
  }

  private static func unreadable(_ path: String, _ why: String) -> HistoryProblem {
    .unreadable(location: SourceLocation(path: path, line: 1), why: why)
  }
}
