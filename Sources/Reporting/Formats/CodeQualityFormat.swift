package import SchemagateModel

/// GitLab's code quality report: a list of what is wrong, which a merge request shows beside its lines.
package struct CodeQualityFormat: ReportFormat {
  package let name = "codequality"
  package let fileExtension: String? = "codequality.json"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    let findings = PlacedFinding.all(in: report).filter(\.isOpen).map(entry)
    return JSONLayout(width: 120).text(of: .list(errors(report) + findings)) + "\n"
  }

  private func entry(_ placed: PlacedFinding) -> JSONValue {
    let finding = placed.finding
    return entry(
      FindingText.sentence(Spoken.opening(finding.message)) + ". " + FindingText.sentence(finding.remedy),
      rule: finding.rule, severity: severity(finding.severity), place: placed.place, fingerprint: placed.fingerprint)
  }

  /// GitLab shows nothing else of the report, so that what could not be checked must be among the findings.
  private func errors(_ report: Report) -> [JSONValue] {
    let whole = report.errors.map { error($0, of: nil) }
    return whole + report.targets.flatMap { target in target.obstacles.map { error($0, of: target) } }
  }

  private func error(_ error: ErrorReport, of target: TargetReport?) -> JSONValue {
    let words = [error.what, error.try].compactMap { $0 }.map(FindingText.sentence).joined(separator: ". ")
    return entry(
      "Could not be checked: " + words, rule: "not-checked", severity: "blocker",
      place: target?.usualPlace ?? .configurationFile,
      fingerprint: Digest.fnv1a("\(target?.name ?? "")\n\(error.what)\n\(error.at ?? "")"))
  }

  private func entry(
    _ description: String, rule: String, severity: String, place: SourceLocation, fingerprint: String
  ) -> JSONValue {
    let lines: JSONValue = .object([.init(key: "begin", value: .number(String(place.firstLine)))])
    let path = VisibleText.line(place.path, limit: 1000)
    return .object([
      .init(key: "description", value: .text(description)),
      .init(key: "check_name", value: .text(VisibleText.line("schemagate/\(rule)"))),
      .init(key: "fingerprint", value: .text(fingerprint)),
      .init(key: "severity", value: .text(severity)),
      .init(
        key: "location", value: .object([.init(key: "path", value: .text(path)), .init(key: "lines", value: lines)])),
    ])
  }

  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .notice: "info"
    }
  }
}
