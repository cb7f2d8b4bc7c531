internal import SQLSyntax
internal import SchemagateModel

extension MigrationHistory {
  /// This history with a problem for each script in which a command of the server's client program stands (`\i`,
  /// `\connect`; `DELIMITER`, `SOURCE`): no server understands them. Only a tool that understands `DELIMITER` itself has
  /// cut the file there already.
  func refusingMetaCommands(_ splitter: SQLSplitter) -> MigrationHistory {
    guard let client = ClientProgram(splitter) else { return self }
    let scripts = migrations.flatMap { [$0.up, $0.down] }.compactMap { $0 }
    return MigrationHistory(migrations: migrations, problems: problems + scripts.compactMap(client.problem))
  }
}

/// The command-line client of a server, with commands of its own.
struct ClientProgram {
  let name: String
  private let splitter: SQLSplitter

  init?(_ splitter: SQLSplitter) {
    self.splitter = splitter
    switch splitter.dialect {
    case .postgresql: name = "psql"
    case .mysql, .mariadb: name = "mysql"
    case .sqlite: return nil
    }
  }

  func problem(in script: MigrationScript) -> HistoryProblem? {
    guard case .sql(let pieces) = script.body else { return nil }
    for piece in pieces where mayHoldCommand(piece.text) {
      guard let found = splitter.metaCommands(of: piece).first else { continue }
      let command = found.text.prefix { !$0.isWhitespace }
      return .unreadable(
        location: SourceLocation(path: script.path, line: found.line, column: found.column),
        why: "\(command) is a command of the \(name) program; no server understands it")
    }
    return nil
  }

  private func mayHoldCommand(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "\\"))
      || (splitter.dialect != .postgresql && text.contains(#/(?i)(?:delimiter|source)\s/#))
  }
}

extension SourceText {
  /// The statements, and behind them what only the mysql program runs besides `DELIMITER`, so that it is refused and not
  /// lost.
  func statementsAndCommands(_ splitter: SQLSplitter) -> [SourceText] {
    guard splitter.dialect.isMySQL else { return splitter.statements(of: self) }
    let commands = splitter.metaCommands(of: self).filter { !$0.text.lowercased().hasPrefix("delimiter") }
    return splitter.statements(of: self) + commands
  }

  /// Whether the text relies on the mysql program's `DELIMITER`.
  func changesDelimiter(_ splitter: SQLSplitter) -> Bool {
    guard splitter.dialect.isMySQL, text.contains(#/(?i)delimiter\s/#) else { return false }
    return splitter.metaCommands(of: self).contains { $0.text.lowercased().hasPrefix("delimiter") }
  }
}

extension TargetDefinition {
  /// Reads the target's files as its server does, in a session that begins as the configuration says.
  var splitter: SQLSplitter { SQLSplitter(dialect: engine, session: session) }
}
