internal import SchemagateModel

/// Makes a migration's script from a file, with what the configuration overrides.
struct ScriptText {
  let target: TargetDefinition
  /// The scope that the tool opens where neither the file nor the configuration says otherwise.
  let standard: TransactionScope
  /// Whether the runner reads `DELIMITER` as the mysql program does, and sends what stands between.
  var understandsDelimiter = false

  /// The whole file as the tool sends it; `directive` is what the file itself says of its transaction.
  func script(path: String, file: FileTree.File, directive: TransactionScope? = nil) -> MigrationScript {
    script(of: SourceText(path: path, text: file.text), file: file, directive: directive)
  }

  func script(of text: SourceText, file: FileTree.File, directive: TransactionScope? = nil) -> MigrationScript {
    MigrationScript(
      path: text.path ?? "", body: .sql(pieces(of: text)),
      transaction: directive ?? target.tool.transaction ?? standard, contentID: file.contentID)
  }

  private func pieces(of text: SourceText) -> [SourceText] {
    let statements = text.statementsAndCommands(target.splitter)
    if target.tool.split == true || (understandsDelimiter && text.changesDelimiter(target.splitter)) {
      return statements
    }
    // MySQL refuses a text without a statement; a runner of one's own is taken to know that.
    return understandsDelimiter && target.engine.isMySQL && statements.isEmpty ? [] : [text]
  }
}
