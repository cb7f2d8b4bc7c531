/// How a block of evidence is coloured.
enum EvidenceLanguage {
  static func of(_ evidence: String) -> Markdown { isDiff(evidence) ? "diff" : "text" }

  /// Whether each line is one of a diff and one of them says what came or went.
  static func isDiff(_ evidence: String) -> Bool {
    let lines = evidence.split(separator: "\n")
    let signs: Set<Substring> = ["+ ", "- ", "  "]
    return lines.allSatisfy { signs.contains($0.prefix(2)) } && lines.contains { !$0.hasPrefix("  ") }
  }
}
