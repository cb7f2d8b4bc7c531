internal import SchemagateModel

/// Reads one SQL file as Flyway does: its own `.conf`, its placeholders, its statements, and whether a transaction holds
/// them (internal/sqlscript/ParserSqlScript.java, SqlScriptMetadata.java).
struct FlywayScript {
  let target: TargetDefinition
  let settings: FlywaySettings
  let files: FileTree

  struct Reading {
    let script: MigrationScript
    var problem: HistoryProblem?
  }

  func read(_ path: String, file: FileTree.File, isRepeatable: Bool) -> Reading {
    let own = ConfigurationLines(files.files[path + ".conf"]?.text ?? "")
    let replaces = own["placeholderReplacement"].map { $0 == "true" } ?? settings.flag("placeholderReplacement") ?? true
    var text = file.text
    var problem: HistoryProblem?
    if replaces {
      switch FlywayPlaceholders(target: target, settings: settings, path: path).replace(in: text) {
      case .success(let replaced): text = replaced
      case .failure(let unknown): problem = Self.problem(unknown, path)
      }
    }
    let statements = SourceText(path: path, text: text).statementsAndCommands(target.splitter)
    let (scope, mixing) = scope(of: statements, own: own)
    // A repeatable migration's checksum is that of the replaced text (SqlMigrationResolver.java).
    let checksum = FlywayChecksum.of(isRepeatable ? text : file.text)
    let script = MigrationScript(
      path: path, body: .sql(statements), transaction: scope, contentID: file.contentID, checksum: String(checksum))
    return Reading(script: script, problem: problem ?? mixing)
  }

  /// The file's own word counts first; else one statement that can't run in a transaction takes the whole file out of it.
  private func scope(
    of statements: [SourceText], own: ConfigurationLines
  ) -> (scope: TransactionScope, problem: HistoryProblem?) {
    let usual = target.tool.transaction ?? .file
    if let word = own["executeInTransaction"] { return (word == "true" ? usual : .none, nil) }
    if settings.flag("executeInTransaction") == false { return (.none, nil) }
    let rules = FlywayTransactions(engine: target.engine, serverVersion: target.serverVersion)
    let allowed = statements.map(rules.allows)
    guard let outside = allowed.firstIndex(of: false) else { return (usual, nil) }
    let isMixed = allowed.contains(true) && settings.flag("mixed") != true
    return (.none, isMixed ? Self.mixing(statements[outside]) : nil)
  }
}

extension FlywayScript {
  private static func problem(_ unknown: FlywayPlaceholders.Unknown, _ path: String) -> HistoryProblem {
    .unreadable(
      location: SourceLocation(path: path, line: unknown.line),
      why: "Flyway finds no value for the placeholder ${\(unknown.name)}; give it one under `variables:`")
  }

  private static func mixing(_ statement: SourceText) -> HistoryProblem {
    .unreadable(
      location: SourceLocation(path: statement.path ?? "", line: statement.line, column: statement.column),
      why:
        "Flyway refuses transactional and non-transactional statements in one migration (set mixed=true, or split it)")
  }
}
