internal import SQLSyntax
internal import SchemagateModel

extension MigrationHistory {
  /// This history with a problem for each script in which a command of the `psql` program stands (`\i`, `\connect`): no
  /// server understands them, and no migration tool runs them.
  func refusingMetaCommands(engine: EngineKind) -> MigrationHistory {
    guard engine == .postgresql else { return self }
    let scripts = migrations.flatMap { [$0.up, $0.down] }.compactMap { $0 }
    return MigrationHistory(
      migrations: migrations, problems: problems + scripts.compactMap(Self.metaCommandProblem))
  }

  private static func metaCommandProblem(in script: MigrationScript) -> HistoryProblem? {
    guard case .sql(let pieces) = script.body else { return nil }
    let splitter = SQLSplitter(dialect: .postgresql)
    for piece in pieces where piece.text.utf8.contains(UInt8(ascii: "\\")) {
      guard let found = splitter.metaCommands(of: piece).first else { continue }
      let command = found.text.prefix { !$0.isWhitespace }
      return .unreadable(
        location: SourceLocation(path: script.path, line: found.line, column: found.column),
        why: "\(command) is a command of the psql program; no server understands it")
    }
    return nil
  }
}
