package import SchemagateModel

/// Test results as JUnit wrote them and CI systems read them: a suite for each target, a case for each check. Valid by
/// the schema of Jenkins' xUnit plugin (`junit-10.xsd`).
package struct JUnitFormat: ReportFormat {
  package let name = "junit"
  package let fileExtension: String? = "junit.xml"

  package init() {}

  package func render(_ report: Report, _ options: RenderOptions) -> String {
    let report = report.sorted
    let suites = whole(report) + report.targets.map { JUnitTarget(report: report, target: $0).suite }
    let root = XML(
      "testsuites",
      [
        "name": report.generator.name, "tests": count(suites) { _ in true },
        "failures": count(suites) { $0.outcome == .failure }, "errors": count(suites) { $0.outcome == .error },
        "time": JUnitTime.seconds(report.targets.flatMap(\.timings)),
      ], children: suites.map(\.element))
    return root.document
  }

  private func count(_ suites: [JUnitSuite], _ isCounted: (JUnitCase) -> Bool) -> String {
    String(suites.flatMap(\.cases).filter(isCounted).count)
  }

  /// What belongs to no target; a report without any target still holds one case.
  private func whole(_ report: Report) -> [JUnitSuite] {
    guard !report.errors.isEmpty || report.targets.isEmpty else { return [] }
    var only = JUnitCase(className: "schemagate", name: JUnitCase.checked)
    if let first = report.errors.first {
      only.outcome = .error
      only.message = FindingText.sentence(first.what)
      only.text = report.errors.map(FindingText.whole).joined(separator: "\n\n")
    } else {
      only.output = VerdictWording(report).sentence
    }
    return [JUnitSuite(name: "schemagate", properties: JUnitSuite.properties(report), cases: [only])]
  }
}

/// Seconds as JUnit writes them.
enum JUnitTime {
  static func seconds(_ timings: [Timing]) -> String {
    let milliseconds = timings.map { max(0, $0.milliseconds) }.reduce(0, +)
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
