import Declaring
import SchemagateModel

/// The findings of one target while they are being made.
struct Judgement {
  /// A finding with the object that it is about, by which waivers find it.
  struct Judged {
    var finding: Finding
    let subject: ObjectIdentity?
    let check: CheckID
  }

  private var evidence: Evidence
  private let policy: Policy
  private var judged: [Judged] = []
  private(set) var waivers: [WaiverReport] = []

  init(evidence: Evidence, policy: Policy) {
    self.evidence = evidence
    self.policy = policy
  }

  var findings: [(check: CheckID, finding: Finding)] { judged.map { ($0.check, $0.finding) } }

  /// The checks that an error fails; an accepted one fails nothing, nor does one that base has too.
  var blockingChecks: Set<CheckID> {
    Set(judged.filter { $0.finding.counts(policy) && $0.finding.severity == .error }.map(\.check))
  }

  mutating func applyRules() {
    judged = RuleCatalog.all.flatMap { judge(evidence, by: $0) }
  }

  private func judge(_ evidence: Evidence, by rule: any Rule) -> [Judged] {
    guard policy.rules[rule.metadata.id] != .off else { return [] }
    let pending = Set(evidence.plan.steps.map(\.migration))
    return rule.observations(in: evidence).compactMap { observation in
      guard let severity = policy.severity(of: observation, by: rule.metadata) else { return nil }
      var finding = Finding(observation, rule: rule.metadata, severity: severity)
      let isPending = observation.migration.map(pending.contains) ?? false
      if isPending, severity > .notice, rule.metadata.isOftenAccepted, finding.declarations.isEmpty {
        finding.declarations = [DeclarationWriter.waiverLine(rule: rule.metadata.id, on: observation.subject)]
      }
      return Judged(finding: finding, subject: observation.subject, check: rule.metadata.check)
    }
  }

  mutating func markExisting() {
    let atBase = evidence.atBase
    let known = Set(RuleCatalog.all.flatMap { judge(atBase, by: $0) }.map(\.finding))
    for index in judged.indices where known.contains(judged[index].finding) { judged[index].finding.existing = true }
  }

  /// A pending migration's waivers accept its own findings; lasting ones accept any until their date.
  mutating func applyWaivers() {
    let book = WaiverBook(evidence)
    var used: Set<Waiver> = []
    for index in judged.indices {
      guard let waiver = book.waiver(for: judged[index]) else { continue }
      judged[index].finding.waived = waiver.because
      used.insert(waiver)
    }
    waivers = book.waivers.filter(used.contains).map(\.report)
    evidence.unusedWaivers = book.waivers.filter { !used.contains($0) }.compactMap(\.declaration)
    judged += judge(evidence, by: WaiverUnused())
  }
}

extension RuleMetadata {
  /// Whether an author may well decide to live with what the rule says. What the database rejects, and what a declaration
  /// gets wrong, has to be corrected.
  fileprivate var isOftenAccepted: Bool {
    switch check {
    case .history, .data, .cost: severity < .error
    case .rollback: true
    case .apply, .expectations, .schema: false
    }
  }
}

extension Finding {
  /// Whether the finding has a say in outcome and verdict.
  func counts(_ policy: Policy) -> Bool { waived == nil && (!existing || policy.allFindings) }

  fileprivate init(_ observation: Observation, rule: RuleMetadata, severity: Severity) {
    self.init(
      rule: rule.id, severity: severity, message: observation.message, evidence: observation.evidence,
      remedy: observation.remedy ?? rule.remedy, migration: observation.migration,
      object: observation.subject?.description, location: observation.location, declarations: observation.declarations)
  }
}
