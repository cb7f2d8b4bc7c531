internal import SQLSyntax
internal import SchemagateModel

/// Which statements Flyway runs outside a transaction: it decides by their first ten words (PostgreSQLParser.java and
/// SQLiteParser.java, `detectCanExecuteInTransaction`; Parser.java, `getTransactionalDetectionCutoff`).
struct FlywayTransactions {
  let engine: EngineKind
  /// Production's major version, if it is known; Flyway asks the server.
  let serverVersion: String?

  func allows(_ statement: SourceText) -> Bool {
    let words = SQLSplitter(dialect: engine).leadingWords(of: statement, limit: 10).joined(separator: " ") + " "
    switch engine {
    case .postgresql:
      return !Self.outside.contains { words.hasPrefix($0) } && !isReindex(words) && !isOldEnumLabel(words)
    case .sqlite: return !words.hasPrefix("PRAGMA FOREIGN_KEYS ")
    case .mysql, .mariadb: return true
    }
  }

  private func isReindex(_ words: String) -> Bool {
    // To build a regular expression costs more than all the rest of reading a script.
    words.hasPrefix("REINDEX ") && words.firstMatch(of: #/^REINDEX( VERBOSE)? (SCHEMA|DATABASE|SYSTEM) /#) != nil
  }

  /// Before PostgreSQL 12 a new enum label could not be added in a transaction.
  private func isOldEnumLabel(_ words: String) -> Bool {
    guard let major = serverVersion.flatMap({ Int($0.prefix { $0.isNumber }) }), major < 12,
      words.hasPrefix("ALTER TYPE ")
    else { return false }
    return words.firstMatch(of: #/^ALTER TYPE( .*)? ADD VALUE /#) != nil
  }

  private static let outside: [String] =
    ["DATABASE", "TABLESPACE", "SUBSCRIPTION", "INDEX CONCURRENTLY", "UNIQUE INDEX CONCURRENTLY"]
    .flatMap { ["CREATE \($0) ", "DROP \($0) "] } + ["ALTER SYSTEM ", "VACUUM ", "DISCARD ALL "]
}
