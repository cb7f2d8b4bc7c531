package import SchemagateModel

/// Judges one target's evidence with every rule.
package enum Checker {
  /// Findings, changes and the verdict; the same values for the same evidence.
  package static func check(_ evidence: Evidence, policy: Policy) -> CheckResult {
    var judged = Judgement(evidence: evidence, policy: policy)
    judged.applyRules()
    judged.markExisting()
    judged.applyWaivers()
    let paths = PathState(evidence, blocking: judged.blockingChecks)
    let changes = ChangeReporting(evidence)
    return CheckResult(
      checks: CheckOutcomes(evidence, findings: judged.findings, policy: policy).reports, waivers: judged.waivers,
      verdict: paths.verdict, changes: changes.net,
      tables: TableReporting.reports(evidence.rehearsal),
      access: AccessReporting.reports(evidence.rehearsal?.access ?? []),
      stepChanges: changes.steps,
      rollbacks: Dictionary(
        (evidence.rehearsal?.rollbacks ?? []).map { ($0.migration, $0.outcome) },
        uniquingKeysWith: { first, _ in first }),
      notChecked: paths.notChecked)
  }
}

/// What the rules say about a target.
package struct CheckResult: Sendable {
  /// Every check, in order.
  package let checks: [CheckReport]
  /// Waivers that accepted a finding.
  package let waivers: [WaiverReport]
  package let verdict: Verdict
  /// Net changes from base to head.
  package let changes: [ChangeReport]
  /// The tables that the net changes touch, and their neighbours.
  package let tables: [TableReport]
  /// What the net changes mean for who may do what.
  package let access: [AccessReport]
  package let stepChanges: [MigrationID: [ChangeReport]]
  /// How each pending migration's way back went, where it was tried.
  package let rollbacks: [MigrationID: StepReport.Rollback]
  package let notChecked: [NotChecked]

  package init(
    checks: [CheckReport], waivers: [WaiverReport], verdict: Verdict, changes: [ChangeReport],
    tables: [TableReport] = [], access: [AccessReport] = [], stepChanges: [MigrationID: [ChangeReport]],
    rollbacks: [MigrationID: StepReport.Rollback] = [:],
    notChecked: [NotChecked]
  ) {
    self.checks = checks
    self.waivers = waivers
    self.verdict = verdict
    self.changes = changes
    self.tables = tables
    self.access = access
    self.stepChanges = stepChanges
    self.rollbacks = rollbacks
    self.notChecked = notChecked
  }
}
