/// What the tool would do to a database that has applied a given set of migrations.
package struct ToolPlan: Hashable, Sendable {
  /// SQL that the tool runs before the first step: its bookkeeping tables. Each entry is sent on its own, outside a transaction.
  package let prepare: [String]
  package let steps: [Step]
  /// Silently passed over by the tool.
  package let skipped: [MigrationID]
  /// The tool would stop here, before the first step.
  package let refusal: Refusal?
  /// The one call by which a tool that is a program carries out all of `steps`, as it is used in production.
  package let together: ProgramCall?

  package struct Refusal: Hashable, Sendable {
    package let migration: MigrationID?
    /// What the tool says or does, in one sentence.
    package let reason: String
    /// What to do, where it doesn't follow from what happened to the migration.
    package let remedy: String?

    package init(migration: MigrationID?, reason: String, remedy: String? = nil) {
      self.migration = migration
      self.reason = reason
      self.remedy = remedy
    }
  }

  package init(
    prepare: [String] = [], steps: [Step], skipped: [MigrationID] = [], refusal: Refusal? = nil,
    together: ProgramCall? = nil
  ) {
    self.prepare = prepare
    self.steps = steps
    self.skipped = skipped
    self.refusal = refusal
    self.together = together
  }
}
