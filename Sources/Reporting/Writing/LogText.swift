/// Text for the log of a CI system, whose runner obeys some lines: GitHub's `::name::` at the beginning of one and
/// `##[name]`, Azure's `##vso[name]` and TeamCity's `##teamcity[name]` anywhere in it.
package enum LogText {
  /// The text, in which no line is a command.
  package static func inert(_ text: String) -> String {
    guard text.contains("##") || text.contains("::") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { inert(line: $0) }.joined(separator: "\n")
  }

  private static func inert(line: Substring) -> String {
    let words = line.replacing(/##(?=[A-Za-z]*\[)/, with: "# #")
    let indent = words.prefix(while: \.isWhitespace)
    let rest = words[indent.endIndex...]
    return rest.hasPrefix("::") ? "\(indent): :\(rest.dropFirst(2))" : String(words)
  }
}
