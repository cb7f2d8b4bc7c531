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

  /// The command that repeats the check for one target.
  static func command(_ report: Report, target: TargetReport) -> String? {
    guard let command = report.command else { return nil }
    let names = report.targets.count > 1 && !command.contains("--target")
    return VisibleText.line(names ? "\(command) --target \(shellQuoted(target.name))" : command, limit: 2000)
  }

  private static func shellQuoted(_ text: String) -> String {
    let plain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-/".contains($0)) }
    return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
