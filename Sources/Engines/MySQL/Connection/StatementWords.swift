import SQLSyntax
import SchemagateModel

/// What a statement does to a session's transaction, told by its first words.
struct StatementWords {
  enum Effect: Hashable {
    case beginsTransaction
    case commits
    case rollsBack
    case setsAutocommit(Bool)
    /// Commits what is open before it, and itself.
    case definition
    /// Changes rows, in the transaction if there is one.
    case rows
    /// Nothing that outlives the session.
    case nothing
  }

  private let words: [String]

  init(_ statement: SourceText, dialect: EngineKind) {
    words = SQLSplitter(dialect: dialect).leadingWords(of: statement, limit: 4)
  }

  /// Whether the statement may give several results, of which the one without rows is the last.
  var isCall: Bool {
    ["CALL", "BEGIN", "IF", "CASE", "LOOP", "REPEAT", "WHILE", "FOR"].contains(first) && !isPlainBegin
  }

  var effect: Effect {
    switch first {
    case "BEGIN": isPlainBegin ? .beginsTransaction : .rows
    case "START": words.dropFirst().first == "TRANSACTION" ? .beginsTransaction : .definition
    case "COMMIT": .commits
    case "ROLLBACK": words.contains("TO") ? .nothing : .rollsBack
    case "SET": setting
    case "SELECT", "SHOW", "USE", "DO", "PREPARE", "DEALLOCATE", "SAVEPOINT", "RELEASE", "EXPLAIN", "DESCRIBE", "DESC",
      "HELP", "KILL", "UNLOCK":
      .nothing
    case "INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD", "WITH", "CALL", "EXECUTE", "HANDLER", "VALUES", "TABLE", "IF",
      "CASE", "LOOP", "REPEAT", "WHILE", "FOR":
      .rows
    case "CREATE", "DROP": words.dropFirst().prefix(2).contains("TEMPORARY") ? .nothing : .definition
    default: .definition
    }
  }

  private var first: String { words.first ?? "" }

  /// `BEGIN` and `BEGIN WORK`, and not MariaDB's `BEGIN NOT ATOMIC … END`.
  private var isPlainBegin: Bool { first == "BEGIN" && (words.count == 1 || words.dropFirst().first == "WORK") }

  private var setting: Effect {
    let name = words.dropFirst().first { !["SESSION", "LOCAL"].contains($0) }
    if name == "AUTOCOMMIT" { return .setsAutocommit(words.last == "1" || words.last == "ON") }
    return name == "GLOBAL" || name == "PERSIST" || name == "PASSWORD" ? .definition : .nothing
  }
}
