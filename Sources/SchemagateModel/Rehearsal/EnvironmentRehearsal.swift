/// What came of the tool's plan for head on an environment's snapshot.
package struct EnvironmentRehearsal: Hashable, Sendable {
  /// As the configuration names the environment, for example `production`.
  package let name: String
  /// The snapshot's file, relative to the repository's root.
  package let path: String
  package let outcome: Outcome
  /// How many of base's migrations it has applied; `nil` where nobody knows.
  package let applied: Int?
  /// Of base's migrations, those that it hasn't applied.
  package let behind: [MigrationID]
  /// What it has applied and neither base nor head holds.
  package let unknown: [MigrationID]
  /// Why nobody knows what is applied there; it was taken to be base's whole history then.
  package let why: String?

  package enum Outcome: Hashable, Sendable {
    /// Nothing is known of it, for this reason.
    case notRun(why: String)
    /// The tool would stop before its first step, for this reason; whether it would with base's files, too.
    case refused(String, atBase: Bool)
    case rejected(MigrationID, Rejection)
    /// How the result differs from the upgraded schema, beyond what differed before: as changes from there to here.
    case applied([SchemaChange])
  }

  package init(
    name: String, path: String, outcome: Outcome, applied: Int? = nil, behind: [MigrationID] = [],
    unknown: [MigrationID] = [], why: String? = nil
  ) {
    self.name = name
    self.path = path
    self.outcome = outcome
    self.applied = applied
    self.behind = behind
    self.unknown = unknown
    self.why = why
  }
}
