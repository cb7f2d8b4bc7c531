import SchemagateModel

/// One target as a suite.
struct JUnitTarget {
  let report: Report
  let target: TargetReport

  var suite: JUnitSuite {
    JUnitSuite(
      name: className, file: target.migrations.all.first.map { VisibleText.line($0.path, limit: 400) },
      time: JUnitTime.seconds(target.timings), properties: properties,
      cases: [checked] + target.checks.map(testCase) + unseen)
  }

  private var className: String { VisibleText.line("schemagate.\(target.name)") }

  private var properties: [(name: String, value: String)] {
    let version = target.engine.version.map { " \($0)" } ?? ""
    return JUnitSuite.properties(report) + [
      ("engine", VisibleText.line(target.engine.name.rawValue + version)), ("tool", VisibleText.line(target.tool)),
      ("target.verdict", target.verdict.rawValue),
    ]
  }

  /// Whether there was anything to check, and whether it could be.
  private var checked: JUnitCase {
    var first = JUnitCase(className: className, name: JUnitCase.checked)
    switch target.verdict {
    case .unchanged:
      first.outcome = .skipped
      first.message = "the branch changes nothing that this target is made of"
    case .unknown:
      first.outcome = .error
      first.message = target.obstacles.first.map { FindingText.sentence($0.what) } ?? ""
      first.text = target.obstacles.map(FindingText.whole).joined(separator: "\n\n") + setup
    case .passed, .failed:
      first.output = VerdictWording(target).sentence
    }
    return first
  }

  private var setup: String {
    guard let setup = target.setup else { return "" }
    let lines = VisibleText.block(setup, lines: 200).map { "    " + $0 }
    return "\n\nA file that provides what is missing; name it as this target's `setup:` in schemagate.yml:\n"
      + lines.joined(separator: "\n")
  }

  private func testCase(_ check: CheckReport) -> JUnitCase {
    var test = JUnitCase(className: className, name: check.id.rawValue)
    test.time = time(of: check)
    let open = check.findings.filter { !$0.existing && $0.waived == nil }
    let failing = failing(check, open)
    if let first = failing.first {
      test.outcome = .failure
      test.type = VisibleText.line(first.rule)
      test.message = FindingText.sentence(first.message) + (failing.count > 1 ? " (and \(failing.count - 1) more)" : "")
      test.text = failing.map(FindingText.whole).joined(separator: "\n\n")
    } else if check.outcome == .skipped {
      test.outcome = .skipped
      test.message = FindingText.sentence(check.reason ?? "no reason was given")
    } else if check.outcome == .failed {
      test.outcome = .failure
      test.message = "the check failed"
    }
    let rest = open.filter { !failing.contains($0) }.map(FindingText.whole)
    test.output = (rest + accepted(check)).joined(separator: "\n\n")
    return test
  }

  /// The errors; the warnings where it is they that fail the check.
  private func failing(_ check: CheckReport, _ open: [Finding]) -> [Finding] {
    let errors = open.filter { $0.severity == .error }
    guard errors.isEmpty, check.outcome == .failed else { return errors }
    return open.filter { $0.severity == .warning }
  }

  private func accepted(_ check: CheckReport) -> [String] {
    let waived = check.findings.filter { !$0.existing && $0.waived != nil }.map { finding in
      "waived: \(FindingText.sentence(finding.message)) [\(VisibleText.line(finding.rule))] because "
        + VisibleText.line(finding.waived ?? "")
    }
    let existing = check.findings.filter(\.existing).count
    return waived + (existing > 0 ? [Count.of(existing, "finding", "findings") + " that base already has"] : [])
  }

  /// What was not checked is a skipped case of its own, because readers show a suite's output nowhere.
  private var unseen: [JUnitCase] {
    guard !target.notChecked.isEmpty else { return [] }
    var last = JUnitCase(className: className, name: "not-checked")
    last.outcome = .skipped
    last.message = target.notChecked.map(FindingText.whole).joined(separator: "\n")
    return [last]
  }

  /// The stages whose work is this check's alone.
  private func time(of check: CheckReport) -> String? {
    let timings = target.timings.filter { Self.stages[check.id]?.contains($0.stage) ?? false }
    return timings.isEmpty ? nil : JUnitTime.seconds(timings)
  }

  private static let stages: [CheckID: Set<String>] = [
    .apply: ["base", "upgrade", "fresh", "environments"], .schema: ["declared"], .rollback: ["rollback"],
  ]
}
