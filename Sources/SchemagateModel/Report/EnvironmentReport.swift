/// What the tool's plan for head does on one environment's snapshot.
package struct EnvironmentReport: Hashable, Sendable, Codable {
  /// As the configuration names it, for example `production`.
  package var name: String
  /// The snapshot's file, relative to the repository's root.
  package var snapshot: String
  package var outcome: Outcome
  /// How many of base's migrations it has applied; `nil` where nobody knows, for the reason that `why` gives.
  package var applied: Int?
  /// Of base's migrations, those that it hasn't applied.
  package var behind: [MigrationID]
  /// Applied there, and neither in base nor in head.
  package var unknown: [MigrationID]
  /// Why it wasn't rehearsed, or why nobody knows what is applied there.
  package var why: String?

  package enum Outcome: String, Hashable, Sendable, Codable {
    case applies
    /// Everything applies, and the result is another schema.
    case differs
    case rejected
    /// The tool would stop before its first step.
    case refused
    case notChecked
  }

  package init(
    name: String, snapshot: String, outcome: Outcome, applied: Int? = nil, behind: [MigrationID] = [],
    unknown: [MigrationID] = [], why: String? = nil
  ) {
    self.name = name
    self.snapshot = snapshot
    self.outcome = outcome
    self.applied = applied
    self.behind = behind
    self.unknown = unknown
    self.why = why
  }
}
