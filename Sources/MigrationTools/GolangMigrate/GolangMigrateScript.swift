internal import SchemagateModel

/// How a driver sends a file. database/postgres/postgres.go Run: the whole file as one query, no transaction of the
/// driver's own. database/sqlite3/sqlite3.go executeQuery: the same within a transaction, unless `x-no-tx-wrap`.
/// database/mysql/mysql.go Run: as PostgreSQL; urlToMySQLConfig turns multiStatements on, so that the server takes the file
/// apart.
struct GolangMigrateScript {
  let target: TargetDefinition

  func script(path: String, file: FileTree.File) -> MigrationScript {
    let text = SourceText(path: path, text: file.text)
    return MigrationScript(
      path: path, body: .sql(target.tool.split == true ? Self.pieces(of: text) : [text]),
      transaction: target.tool.transaction ?? standard, contentID: file.contentID)
  }

  private var standard: TransactionScope {
    switch target.engine {
    case .sqlite: .file
    case .postgresql, .mysql, .mariadb: .none
    }
  }

  /// `x-multi-statement`, database/multistmt/parse.go: cut behind every semicolon, wherever it stands. Pieces without
  /// text aren't sent (runStatement).
  private static func pieces(of source: SourceText) -> [SourceText] {
    var (line, column) = (source.line, source.column)
    var pieces: [SourceText] = []
    for part in source.text.split(separator: ";", omittingEmptySubsequences: false) {
      let text = part.endIndex == source.text.endIndex ? String(part) : part + ";"
      let piece = SourceText(path: source.path, line: line, column: column, text: text)
      if !text.trimmed.isEmpty { pieces.append(piece) }
      for character in text.unicodeScalars {
        (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    return pieces
  }
}
