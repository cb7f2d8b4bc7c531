import SchemagateModel

/// Reports waivers in pending migrations that accept nothing.
struct WaiverUnused: Rule {
  let metadata = RuleMetadata(
    id: "waiver-unused", title: "A waiver accepts nothing", check: .expectations, severity: .notice,
    rationale: "A waiver without a finding hides the next one that it happens to fit.",
    remedy: "Delete the line.",
    fires: "`-- schemagate: allow down-empty because …` stands in a migration whose down part has statements",
    staysQuiet: "the waiver's finding is there")

  func observations(in evidence: Evidence) -> [Observation] { evidence.unusedWaivers.map { .unused($0) } }
}

extension Observation {
  fileprivate static func unused(_ waiver: Declaration) -> Self {
    Self(
      "A waiver accepts nothing: \(Marked.code(waiver.text))", migration: waiver.migration, location: waiver.location)
  }
}
