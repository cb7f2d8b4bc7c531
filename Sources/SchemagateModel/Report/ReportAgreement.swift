extension Report {
  /// Whether verdict, targets, errors and findings say the same, as in every report that a check or a merge writes.
  package var agreesWithItself: Bool {
    let doubts: [Verdict] = errors.isEmpty ? [] : [.unknown]
    return verdict == Verdict.overall(targets.map(\.verdict) + doubts) && !(targets.isEmpty && errors.isEmpty)
      && targets.allSatisfy(\.agreesWithItself)
  }
}

extension TargetReport {
  /// Nothing that fails a check stands in a target that passed.
  fileprivate var agreesWithItself: Bool {
    switch verdict {
    case .failed, .unknown: true
    case .passed, .unchanged: errors.isEmpty && !checks.contains(where: \.fails)
    }
  }
}

extension CheckReport {
  fileprivate var fails: Bool {
    outcome == .failed || findings.contains { $0.severity == .error && !$0.existing && $0.waived == nil }
  }
}
