import SchemagateModel

/// Lines that a reader pastes somewhere.
enum Copyable {
  /// The declaration as a comment line of a migration.
  static func declaration(_ text: String) -> String {
    // A line break inside a name would end the comment.
    let line = VisibleText.line(text, limit: 2000)
    if line.hasPrefix("--") || line.hasPrefix("#") || line.hasPrefix("//") { return line }
    return line.hasPrefix("schemagate:") ? "-- \(line)" : "-- schemagate: \(line)"
  }

  /// Whether a line accepts a finding instead of declaring a change.
  static func isWaiver(_ line: String) -> Bool { line.contains("schemagate: allow ") }
}
