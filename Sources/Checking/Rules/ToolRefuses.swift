import SchemagateModel

/// Reports a plan at which the tool would stop.
struct ToolRefuses: Rule {
  let metadata = RuleMetadata(
    id: "tool-refuses", title: "The migration tool would stop", check: .apply, severity: .error,
    rationale: "On a database at base's version the tool ends with an error before it runs anything.",
    remedy: "Mend the file that the message names: the tool reads it before it runs anything.",
    fires: "an applied migration was edited, and the tool compares checksums",
    staysQuiet: "the tool would run every pending migration")

  func observations(in evidence: Evidence) -> [Observation] {
    // What the tool refuses at base already isn't this branch's doing.
    guard let refusal = evidence.plan.refusal, refusal.reason != evidence.rehearsal?.baseRefusal else { return [] }
    if let migration = refusal.migration, migration == evidence.neverApplied { return [] }
    if let migration = refusal.migration, evidence.outOfOrder.contains(migration) { return [] }
    let joining = evidence.hasSeveralHeads ? "Join the heads, as `heads-diverged` says; the tool then goes on." : nil
    return [
      .refused(refusal, by: evidence.target.tool.name, at: Stumbling(refusal, in: evidence), remedy: joining)
    ]
  }
}

extension Evidence {
  fileprivate var hasSeveralHeads: Bool {
    head.problems.contains { if case .headsDiverged = $0 { true } else { false } }
  }

  /// The migration at which base itself fails: no database that the tool made holds it, so that nothing of it can be
  /// missing or different there.
  fileprivate var neverApplied: MigrationID? {
    guard let rejected = rehearsal?.base.rejected, !rejected.rejection.isEnvironment else { return nil }
    return rejected.migration
  }
}

extension Observation {
  fileprivate static func refused(
    _ refusal: ToolPlan.Refusal, by tool: String, at stumbling: Stumbling, remedy: String?
  ) -> Self {
    Self(
      "On a database at base's version \(Marked.code(tool)) would stop: \(refusal.reason)\(stumbling.clause)",
      remedy: remedy ?? refusal.remedy ?? stumbling.remedy, migration: refusal.migration,
      location: stumbling.location)
  }
}
