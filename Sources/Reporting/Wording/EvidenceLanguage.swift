/// How a block of evidence is coloured.
enum EvidenceLanguage {
  /// `diff` where each line is one of a diff and one of them says what came or went.
  static func of(_ evidence: String) -> Markdown {
    let lines = evidence.split(separator: "\n")
    let signs: Set<Substring> = ["+ ", "- ", "  "]
    let isDiff = lines.allSatisfy { signs.contains($0.prefix(2)) } && lines.contains { !$0.hasPrefix("  ") }
    return isDiff ? "diff" : "text"
  }
}
