package import SchemagateModel

/// Annotations on the lines of a pull request: commands for the runner of GitHub Actions, errors first.
package struct GitHubFormat: ReportFormat {
  package let name = "github"
  package let fileExtension: String? = nil

  /// GitHub shows no more of each kind for one step.
  private static let limit = 10

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    // The first line is our own words and counts, so that it can be no command.
    let verdict = VerdictWording(report)
    let lines =
      ["\(verdict.icon) schemagate: \(verdict.sentence)"] + Self.limited(errors(report))
      + Self.limited(annotations(of: .warning, in: report))
      + Self.limited(annotations(of: .notice, in: report) + notChecked(report))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What kept us from checking stands before what was found.
  private func errors(_ report: Report) -> [Annotation] {
    let unknown = report.errors.map { Annotation(kind: .error, title: "schemagate", message: FindingText.whole($0)) }
    let targets = report.targets.flatMap { target in
      target.obstacles.map { error in
        Annotation(
          kind: .error, place: target.migrations.all.isEmpty ? nil : target.usualPlace,
          title: "schemagate \(target.name): not checked", message: FindingText.whole(error))
      }
    }
    return unknown + targets + annotations(of: .error, in: report)
  }

  private func annotations(of severity: Severity, in report: Report) -> [Annotation] {
    PlacedFinding.all(in: report).filter { $0.isOpen && $0.finding.severity == severity }.map { placed in
      Annotation(
        kind: severity, place: placed.place, title: "schemagate \(placed.target.name): \(placed.finding.rule)",
        message: FindingText.body(placed.finding))
    }
  }

  private func notChecked(_ report: Report) -> [Annotation] {
    report.targets.filter { !$0.everythingNotChecked.isEmpty && $0.verdict != .unchanged }.map { target in
      Annotation(
        kind: .notice, title: "schemagate \(target.name): not checked",
        message: target.everythingNotChecked.map(FindingText.whole).joined(separator: "\n"))
    }
  }

  private static func limited(_ annotations: [Annotation]) -> [String] {
    let left = annotations.count - limit
    guard left > 0 else { return annotations.map(\.line) }
    var shown = Array(annotations.prefix(limit))
    shown[limit - 1].message += "\n\n… and \(left) more of this kind: schemagate check --format text shows them"
    return shown.map(\.line)
  }
}

private struct Annotation {
  let kind: Severity
  var place: SourceLocation?
  let title: String
  var message: String

  var line: String {
    let at = place.map { [("file", $0.path), ("line", String($0.firstLine))] } ?? []
    return WorkflowCommand(
      name: kind.rawValue, properties: at + [("title", VisibleText.line(title, limit: 200))], message: message
    ).line
  }
}
