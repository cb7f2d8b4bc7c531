import SchemagateModel

extension EnvironmentReport {
  init(_ rehearsal: EnvironmentRehearsal) {
    let (outcome, reason) = Self.outcome(rehearsal.outcome)
    self.init(
      name: rehearsal.name, snapshot: rehearsal.path, outcome: outcome, applied: rehearsal.applied,
      behind: rehearsal.behind, unknown: rehearsal.unknown, why: reason ?? rehearsal.why)
  }

  private static func outcome(_ outcome: EnvironmentRehearsal.Outcome) -> (Outcome, reason: String?) {
    switch outcome {
    case .notRun(let why): (.notChecked, why)
    case .refused(let reason, _): (.refused, reason)
    case .rejected: (.rejected, nil)
    case .applied(let changes): (changes.isEmpty ? .applies : .differs, nil)
    }
  }
}
