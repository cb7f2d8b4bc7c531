import SchemagateModel

/// A target's findings by what a reader does with them.
struct FindingGroups {
  let errors: [Finding]
  let warnings: [Finding]
  let notices: [Finding]
  let existing: [Finding]
  let waived: [Finding]

  init(_ target: TargetReport) {
    let all = target.checks.flatMap(\.findings)
    let live = all.filter { !$0.existing && $0.waived == nil }
    errors = live.filter { $0.severity == .error }
    warnings = live.filter { $0.severity == .warning }
    notices = live.filter { $0.severity == .notice }
    existing = all.filter { $0.existing }
    waived = all.filter { !$0.existing && $0.waived != nil }
  }

  /// What stops the merge: the errors; where `--fail-on warning` failed the target without one, the warnings.
  func blocking(_ verdict: Verdict) -> [Finding] {
    verdict == .failed && errors.isEmpty ? warnings : errors
  }
}
