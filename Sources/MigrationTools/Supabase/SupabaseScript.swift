internal import SQLSyntax
internal import SchemagateModel

/// How the CLI sends a file: its statements one by one in a pipeline, which is one transaction, with the note at its end
/// (pkg/migration/file.go ExecBatch). A statement that can't run in a transaction passes as the first of a pipeline, where
/// the server commits behind it.
struct SupabaseScript {
  let target: TargetDefinition

  func script(path: String, file: FileTree.File) -> MigrationScript {
    let statements = target.splitter.statements(of: SourceText(path: path, text: file.text))
    let standsAlone = statements.count == 1 && refusesTransactions(statements[0])
    return MigrationScript(
      path: path, body: .sql(statements), transaction: standsAlone ? .none : target.tool.transaction ?? .file,
      contentID: file.contentID)
  }

  private func refusesTransactions(_ statement: SourceText) -> Bool {
    let words = SQLSplitter(dialect: target.engine).leadingWords(of: statement, limit: 6).joined(separator: " ") + " "
    return words.contains(#/^(CREATE (UNIQUE )?INDEX|DROP INDEX|REINDEX \w+) CONCURRENTLY |^VACUUM |^ALTER SYSTEM /#)
  }
}
