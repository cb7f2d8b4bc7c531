import SchemagateModel

/// A target's findings: what blocks is open, the rest folded.
struct FindingParts {
  let report: Report
  let target: TargetReport
  let rules: RulePurpose
  let groups: FindingGroups
  let anchor: HTML

  /// Most findings shown in full; after them come single lines.
  private static let inFull = 50
  private static let listed = 500

  var open: [PagePart] {
    [
      PagePart("errors", "Errors", count: groups.errors.count, articles(groups.errors, "e")),
      PagePart("warnings", "Warnings", count: groups.warnings.count, articles(groups.warnings, "w")),
    ]
  }

  var folded: [PagePart] {
    [
      PagePart("notices", "Notices", count: groups.notices.count, list(groups.notices)),
      PagePart("existing", "Findings that base already has", count: groups.existing.count, list(groups.existing)),
    ]
  }

  private func articles(_ findings: [Finding], _ letter: HTML) -> [HTML] {
    let findings = FindingGroups.varied(findings)
    let shown = findings.prefix(Self.inFull).enumerated().map { index, finding in
      FindingArticle(
        report: report, target: target, finding: finding, purpose: rules.html(of: finding.rule),
        id: "\(anchor)-\(letter)\(raw: index + 1)"
      ).html
    }
    let rest = Array(findings.dropFirst(Self.inFull))
    guard !rest.isEmpty else { return shown }
    return shown + [HTML.details("\(text: Count.of(rest.count, "more", "more")), in short", lines(rest))]
  }

  private func list(_ findings: [Finding]) -> [HTML] {
    guard !findings.isEmpty else { return [] }
    let title = Count.of(findings.count, "finding", "findings")
    return [HTML.details("\(text: title)", lines(findings))]
  }

  private func lines(_ findings: [Finding]) -> [HTML] {
    let lines = findings.prefix(Self.listed).map { finding -> HTML in
      let place: HTML = finding.location.map { " · \(PlaceLink(report).html($0))" } ?? ""
      return
        "\(sentence: finding.message) <span class=\"faint\">· \(code: finding.rule)\(place)</span><br>→ \(sentence: finding.remedy)"
    }
    return [HTML.list(lines), HTML.more(findings.count - Self.listed, "finding", "findings")]
  }
}
