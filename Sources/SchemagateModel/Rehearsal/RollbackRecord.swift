/// What happened when one pending migration was taken down and up again.
package struct RollbackRecord: Hashable, Sendable {
  package let migration: MigrationID
  package let down: Down
  package let reapply: Reapply

  package enum Down: Hashable, Sendable {
    /// The tool knows downs and this migration has none.
    case missing
    /// The tool itself says, when it is asked to go back, that there is no way; with its reason.
    case irreversible(String)
    /// The down holds no statement.
    case empty(leaves: [SchemaChange])
    case notRunnable(language: String)
    case rejected(Rejection)
    /// The schema after the down equals the one before the up.
    case restored
    /// What differs after the down from the schema before the up.
    case residue([SchemaChange])
  }

  package enum Reapply: Hashable, Sendable {
    case notRun
    case rejected(Rejection)
    case same
    /// What differs after the second up from the schema after the first.
    case differs([SchemaChange])
  }

  package init(migration: MigrationID, down: Down, reapply: Reapply) {
    self.migration = migration
    self.down = down
    self.reapply = reapply
  }
}
