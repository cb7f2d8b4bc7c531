/// One thing that the tool does: a migration run up or down, exactly as the tool sends it.
package struct Step: Hashable, Sendable {
  package let migration: MigrationID
  package let direction: Direction
  package let script: MigrationScript
  package let session: SessionUse
  package let bookkeeping: Bookkeeping

  package enum Direction: String, Hashable, Sendable, Codable {
    case up
    case down
  }

  /// Whether the tool's connection, and with it every session setting, lives on after this step.
  package enum SessionUse: Hashable, Sendable {
    case kept
    /// The tool opens a new connection (or resets the session) for the next step.
    case fresh
  }

  /// The tool's own notes about this step; each entry is one SQL statement.
  package struct Bookkeeping: Hashable, Sendable {
    /// Sent before the step's transaction begins, each on its own.
    package let before: [String]
    /// Sent inside the step's transaction, after the script; right after it where there is no transaction.
    package let inside: [String]
    /// Sent after the step's transaction has ended, each on its own.
    package let after: [String]

    package init(before: [String] = [], inside: [String] = [], after: [String] = []) {
      self.before = before
      self.inside = inside
      self.after = after
    }
  }

  package init(
    migration: MigrationID, direction: Direction, script: MigrationScript, session: SessionUse = .kept,
    bookkeeping: Bookkeeping = Bookkeeping()
  ) {
    self.migration = migration
    self.direction = direction
    self.script = script
    self.session = session
    self.bookkeeping = bookkeeping
  }
}
