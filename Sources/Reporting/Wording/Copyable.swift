import SchemagateModel

/// Lines that a reader pastes somewhere.
enum Copyable {
  /// The finding's declarations as comment lines of its migration.
  static func declarations(of finding: Finding) -> [String] {
    finding.declarations.map { declaration($0, mark: mark(of: finding.location?.path)) }
  }

  /// One declaration as a comment line; `mark` is how a comment begins.
  static func declaration(_ text: String, mark: String = "--") -> String {
    // A line break inside a name would end the comment.
    let line = VisibleText.line(text, limit: 2000)
    if line.hasPrefix("-- ") { return mark + line.dropFirst("--".count) }
    if line.hasPrefix("#") || line.hasPrefix("//") { return line }
    return line.hasPrefix("schemagate:") ? "\(mark) \(line)" : "\(mark) schemagate: \(line)"
  }

  /// How a comment begins in the language of the file.
  private static func mark(of path: String?) -> String {
    guard let path, let dot = path.lastIndex(of: ".") else { return "--" }
    switch path[dot...] {
    case ".py", ".rb", ".ex", ".exs": return "#"
    case ".js", ".ts", ".mjs", ".cjs", ".go", ".java", ".kt": return "//"
    default: return "--"
    }
  }

  /// Whether a line accepts a finding instead of declaring a change.
  static func isWaiver(_ line: String) -> Bool { line.contains("schemagate: allow ") }
}
