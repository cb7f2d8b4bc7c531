import SchemagateModel

/// One error: what happened, what was seen, where, what to do, and what to copy.
struct FindingComment {
  let report: Report
  let target: TargetReport
  let finding: Finding
  /// The first line only.
  let brief: Bool

  var sections: [Markdown] {
    brief ? [title] : [title] + evidence + ["→ \(sentence: finding.remedy)"] + copyable
  }

  private var title: Markdown {
    let place: Markdown =
      finding.location.map { location in
        "\n\(Markdown.link("\(code: location.text)", SourceLink(report).url(location))) · "
      } ?? "\n"
    return "**\(sentence: finding.message)**\(place)\(code: finding.rule)"
  }

  private var evidence: [Markdown] {
    guard let evidence = finding.evidence, !evidence.isEmpty else { return [] }
    return [Markdown.fence(VisibleText.block(evidence, lines: 20, width: 300), language: "text")]
  }

  private var copyable: [Markdown] {
    let declarations = finding.declarations.prefix(10).map(Copyable.declaration)
    let command = Copyable.command(report, target: target).map { ["-- to see it again: \($0)"] } ?? []
    guard !declarations.isEmpty else {
      return Copyable.command(report, target: target).map { [Markdown.fence([$0], language: "sh")] } ?? []
    }
    return [Markdown.fence(declarations + command, language: "sql")]
  }
}
