import SchemagateModel

/// One error: what happened, where, what was seen, what to do, and what to copy.
struct FindingComment {
  let report: Report
  let target: TargetReport
  let finding: Finding
  /// The first line only.
  let brief: Bool
  /// Where else the same holds; empty, or a clause with links.
  var elsewhere: Markdown = ""

  var sections: [Markdown] { brief ? [title] : [title] + evidence + remedy + waiver }

  private var title: Markdown {
    let place: Markdown =
      finding.location.map { location in
        "\(Markdown.link("\(code: location.text)", SourceLink(report).url(location))) · "
      } ?? ""
    return "\(Self.icon(finding.severity))**\(sentence: finding.message)**\\\n\(place)\(code: finding.rule)\(elsewhere)"
  }

  /// For eyes that skim: which of the lines stop the merge.
  static func icon(_ severity: Severity) -> Markdown {
    switch severity {
    case .error: "❌ "
    case .warning: "⚠️ "
    case .notice: ""
    }
  }

  private var evidence: [Markdown] {
    guard let evidence = finding.evidence, !evidence.isEmpty else { return [] }
    let lines = VisibleText.block(evidence, lines: 24, width: 300)
    return [Markdown.fence(lines, language: EvidenceLanguage.of(evidence))]
  }

  private var lines: [String] { Array(Copyable.declarations(of: finding).prefix(10)) }
  private var expected: [String] { lines.filter { !Copyable.isWaiver($0) } }
  private var waivers: [String] { lines.filter(Copyable.isWaiver) }

  private var remedy: [Markdown] {
    let advice: Markdown = "→ \(sentence: finding.remedy)"
    return expected.isEmpty ? [advice] : [advice, Markdown.fence(expected, language: "sql")]
  }

  /// The way out for an author who can't or won't mend it, told apart from the mending.
  private var waiver: [Markdown] {
    guard !waivers.isEmpty else { return [] }
    let file: Markdown = path.map { " in \(code: $0)" } ?? ""
    return [
      "Or accept it, with a reason\(file):", Markdown.fence(waivers, language: "sql"),
    ]
  }

  /// The file whose comment lines count, where it isn't the one that the finding is about.
  private var path: String? {
    let own = target.migrations.all.first { $0.id == finding.migration }?.path
    guard let own, own != finding.location?.path else { return nil }
    return own.split(separator: "/").last.map(String.init)
  }
}
