import SchemagateModel

/// A target's findings by what a reader does with them.
struct FindingGroups {
  let errors: [Finding]
  let warnings: [Finding]
  let notices: [Finding]
  let existing: [Finding]
  let waived: [Finding]

  init(_ target: TargetReport) { self.init(target.checks.flatMap(\.findings)) }

  init(_ all: [Finding]) {
    let live = all.filter { !$0.existing && $0.waived == nil }
    errors = live.filter { $0.severity == .error }
    warnings = live.filter { $0.severity == .warning }
    notices = live.filter { $0.severity == .notice }
    existing = all.filter { $0.existing }
    waived = all.filter { !$0.existing && $0.waived != nil }
  }

  /// What is shown without being asked for: the errors. Without one it is the warnings where they are few, or where
  /// `--fail-on warning` makes them stop the merge.
  func open(_ verdict: Verdict) -> [Finding] {
    errors.isEmpty && (verdict == .failed || warnings.count <= 3) ? warnings : errors
  }

  /// At most two of each rule first, so that one mistake made often doesn't hide the others.
  static func varied(_ findings: [Finding]) -> [Finding] {
    var seen: [String: Int] = [:]
    var (first, rest): ([Finding], [Finding]) = ([], [])
    for finding in findings {
      seen[finding.rule, default: 0] += 1
      if seen[finding.rule] ?? 0 <= 2 { first.append(finding) } else { rest.append(finding) }
    }
    return first + rest
  }
}
