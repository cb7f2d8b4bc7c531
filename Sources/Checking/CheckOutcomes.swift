import SchemagateModel

/// Each check's outcome, with its findings sorted.
struct CheckOutcomes {
  private let evidence: Evidence
  private let findings: [(check: CheckID, finding: Finding)]
  private let policy: Policy

  init(_ evidence: Evidence, findings: [(check: CheckID, finding: Finding)], policy: Policy) {
    self.evidence = evidence
    self.findings = findings
    self.policy = policy
  }

  var reports: [CheckReport] { CheckID.allCases.map(report) }

  private func report(_ id: CheckID) -> CheckReport {
    let own = findings.filter { $0.check == id }.map(\.finding).sorted(by: precedes)
    let worst = own.filter { $0.counts(policy) }.map(\.severity).max()
    if worst == nil || worst == .notice, let reason = skipReason(id) {
      return CheckReport(id: id, outcome: .skipped, reason: reason, findings: own)
    }
    return CheckReport(id: id, outcome: outcome(worst), findings: own)
  }

  private func outcome(_ worst: Severity?) -> CheckReport.Outcome {
    switch worst {
    case .error?: .failed
    case .warning?: .warned
    case .notice?, nil: .passed
    }
  }

  private func skipReason(_ id: CheckID) -> String? {
    switch id {
    case .history: nil
    case .apply: noRehearsal ?? unfinished
    case .expectations: noRehearsal ?? noUpgrade ?? expectationsOff
    case .rollback: noDowns ?? noRehearsal ?? noUpgrade ?? noWayBack
    case .schema: noDeclaration ?? noRehearsal ?? noComparison
    case .data: noRehearsal ?? "the migrations ran on empty tables, so whether rows survive them isn't known"
    case .cost: noRehearsal ?? "this version doesn't observe what a statement locks, scans or rewrites"
    }
  }

  private var noDeclaration: String? {
    evidence.target.schema == nil ? "no schema is declared (`schema:`)" : nil
  }

  private var noComparison: String? {
    switch evidence.declared?.head {
    case .compared?: nil
    case .rejected?: "the declared schema doesn't build"
    case .unbuilt(let why)?: why
    case nil: "the migrations' schema could not be built"
    }
  }

  private var noRehearsal: String? {
    evidence.rehearsal == nil ? evidence.skipReason ?? "no rehearsal was made" : nil
  }

  private var noDowns: String? { evidence.toolHasDowns ? nil : "\(evidence.target.tool.name) has no down migrations" }

  /// Pending migrations ran, and none of them was taken back.
  private var noWayBack: String? {
    guard !evidence.appliedSteps.isEmpty, let rollbacks = evidence.rehearsal?.rollbacks else { return nil }
    let untried = rollbacks.allSatisfy { record in
      switch record.down {
      case .missing, .irreversible, .notRunnable: true
      case .empty, .rejected, .restored, .residue: false
      }
    }
    return untried ? "no down part of a pending migration was run" : nil
  }

  private var noUpgrade: String? {
    guard let rehearsal = evidence.rehearsal else { return nil }
    if let upgrade = rehearsal.upgrade { return upgrade.rejected.map(\.rejection).flatMap(stopped) }
    return rehearsal.base.rejected.map(\.rejection).flatMap(stopped)
      ?? "base doesn't build, and this starts from it"
  }

  /// Every path that ran ended for lack of something in the scratch world, or of a base that builds.
  private var unfinished: String? {
    guard let rehearsal = evidence.rehearsal else { return nil }
    let records = [rehearsal.base, rehearsal.upgrade, rehearsal.fresh].compactMap { $0 }
    let environment = records.compactMap { $0.rejected?.rejection }.compactMap(stopped).first
    return environment ?? (rehearsal.base.rejected == nil ? nil : "base doesn't build")
  }

  private func stopped(_ rejection: Rejection) -> String? {
    guard case .environment(let piece) = rejection.cause else { return nil }
    return piece.lack
  }

  private var expectationsOff: String? {
    let says = evidence.target.expectations == .none && evidence.declarations.isEmpty
    return says ? "nothing has to be declared, and nothing is" : nil
  }

  /// Worst first, then by file and line, then by text, so that the order never depends on how they were found.
  private func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.counts(policy) != right.counts(policy) { return left.counts(policy) }
    if left.severity != right.severity { return left.severity > right.severity }
    let (here, there) = (left.location, right.location)
    if here?.path != there?.path { return (here?.path ?? "") < (there?.path ?? "") }
    if here?.line != there?.line { return (here?.line ?? 0) < (there?.line ?? 0) }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}
