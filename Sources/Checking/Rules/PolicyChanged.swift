import SchemagateModel

/// Reports what the branch changes in the gate's own policy.
struct PolicyChanged: Rule {
  let metadata = RuleMetadata(
    id: "policy-changed", title: "The gate's policy changes", check: .history, severity: .notice,
    rationale:
      "Base's policy holds for this check. What the branch changes holds from the next one on, so someone should see it.",
    remedy: "Make sure that the change is meant: it counts from the merge on.",
    fires: "the branch sets `rules: {rollback-residue: off}` in `schemagate.yml`",
    staysQuiet: "the branch doesn't touch the configuration")

  func observations(in evidence: Evidence) -> [Observation] { evidence.policyChanges.map { .changed($0) } }
}

extension Observation {
  fileprivate static func changed(_ what: String) -> Self { Self("The branch changes the gate's policy: \(what)") }
}
