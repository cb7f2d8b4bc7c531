import SchemagateModel

/// What a rejected script left behind, where the server commits as it goes.
struct StayedWords {
  private let statements: [String]
  private let engine: EngineKind
  private let tool: String

  /// `nil` where nothing stayed.
  init?(_ rejection: Rejection, in evidence: Evidence) {
    guard !rejection.stayed.isEmpty else { return nil }
    statements = rejection.stayed
    engine = evidence.rehearsal?.engine.name ?? evidence.target.engine
    tool = evidence.target.tool.name
  }

  /// What follows the server's own words in a message.
  var clause: String { "; \(engine.title) keeps what ran before it: \(statements.count.of("statement")) stayed" }

  /// One line each.
  static func lines(_ statements: [String]) -> [String] {
    let shown = statements.prefix(8).map { "stayed: \(line($0))" }
    return statements.count > 8 ? shown + ["and \((statements.count - 8).of("statement")) more"] : shown
  }

  private static func line(_ statement: String) -> String {
    let text = statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count > 120 ? text.prefix(120) + " …" : text
  }

  var remedy: String {
    let split =
      engine.isMySQL
      ? "Correct the statement, and give each change of the schema a migration of its own: no transaction takes one back."
      : "Correct the statement, and keep statements that run outside of a transaction in migrations of their own."
    return "\(split) A database on which this happened needs what stayed undone by hand\(toolsPart)."
  }

  /// What the tool itself wants before it goes on.
  private var toolsPart: String {
    switch tool {
    case "golang-migrate": ", and then `migrate force` to the version before: the tool marks it dirty"
    case "flyway" where engine.isMySQL: ", and then `flyway repair`: the failed run is noted as such"
    case "sqlx" where engine.isMySQL: ", and the row without success deleted from `_sqlx_migrations`"
    case "prisma": ", and then `prisma migrate resolve --rolled-back` for this migration"
    default: ": the tool runs the whole file again"
    }
  }
}
