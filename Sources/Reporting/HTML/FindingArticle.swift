import SchemagateModel

/// One finding in full: what happened, where, what was seen, what to do, and what to copy.
struct FindingArticle {
  let report: Report
  let target: TargetReport
  let finding: Finding
  let purpose: HTML
  let id: HTML

  var html: HTML {
    """
    <article class="finding \(style)" aria-labelledby="\(id)">
    <h4 id="\(id)">\(HTML.hidden("\(text: finding.severity.rawValue): "))\(sentence: finding.message)</h4>
    <p class="place">\(HTML.joined(place, separator: " · "))</p>
    \(HTML.joined((evidence + remedy + waiver + [purpose]).filter { !$0.isEmpty }))
    </article>
    """
  }

  private var style: HTML {
    switch finding.severity {
    case .error: "error"
    case .warning: "warning"
    case .notice: "notice"
    }
  }

  private var place: [HTML] {
    [finding.location.map(PlaceLink(report).html), "\(code: finding.rule)"].compactMap { $0 }
  }

  private var evidence: [HTML] {
    guard let evidence = finding.evidence, !evidence.isEmpty else { return [] }
    let lines = VisibleText.block(evidence, lines: 200, width: 600)
    return [HTML.block(lines, isDiff: EvidenceLanguage.isDiff(evidence))]
  }

  private var lines: [String] { Array(Copyable.declarations(of: finding).prefix(50)) }

  private var remedy: [HTML] {
    let advice: HTML = "<p class=\"remedy\"><strong>To do:</strong> \(sentence: finding.remedy)</p>"
    let expected = lines.filter { !Copyable.isWaiver($0) }
    return expected.isEmpty ? [advice] : [advice, HTML.block(expected)]
  }

  /// The way out for an author who can't or won't mend it, told apart from the mending.
  private var waiver: [HTML] {
    let waivers = lines.filter(Copyable.isWaiver)
    guard !waivers.isEmpty else { return [] }
    let file: HTML = path.map { " in \(code: $0)" } ?? ""
    return ["<p>Or accept it as it is, with a reason\(file):</p>", HTML.block(waivers)]
  }

  /// The file whose comment lines count, where it isn't the one that the finding is about.
  private var path: String? {
    let own = target.migrations.all.first { $0.id == finding.migration }?.path
    return own == finding.location?.path ? nil : own
  }
}
