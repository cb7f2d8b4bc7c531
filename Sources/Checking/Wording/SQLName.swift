import SchemagateModel

/// Names as statements need them.
enum SQLName {
  static func dotted(_ parts: [String], on engine: EngineKind) -> String {
    parts.map { quoted($0, on: engine) }.joined(separator: ".")
  }

  /// A name as SQL needs it; more quotes than necessary do no harm.
  private static func quoted(_ part: String, on engine: EngineKind) -> String {
    let name = part.prefix { $0 != "(" }
    let isPlain = name.allSatisfy { $0 == "_" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    if isPlain, name.first.map({ !("0"..."9").contains($0) }) ?? false, !reserved.contains(name) { return part }
    guard name.count == part.count else { return part }
    if engine.isMySQL { return "`\(part.replacing("`", with: "``"))`" }
    return "\"\(part.replacing("\"", with: "\"\""))\""
  }

  /// Words that are likely names and mean something else without quotes.
  private static let reserved: Set<Substring> = [
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "both", "case", "cast", "check", "collate",
    "column", "constraint", "create", "default", "desc", "distinct", "do", "else", "end", "except", "false", "fetch",
    "for", "foreign", "from", "grant", "group", "having", "in", "index", "into", "is", "join", "key", "leading",
    "limit",
    "not", "null", "offset", "on", "only", "or", "order", "placing", "primary", "references", "returning", "select",
    "session_user", "some", "table", "then", "to", "trailing", "transaction", "true", "union", "unique", "user",
    "using", "values", "when", "where", "window", "with",
  ]
}
