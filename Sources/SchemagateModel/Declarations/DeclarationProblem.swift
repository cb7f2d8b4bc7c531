/// A line that begins with `schemagate:` and can't be read.
package struct DeclarationProblem: Hashable, Sendable {
  /// `nil` for a sidecar file that belongs to no migration.
  package let migration: MigrationID?
  package let location: SourceLocation
  /// The line as written, without the comment's marks.
  package let text: String
  /// What was expected and what stands there instead, in one sentence without a full stop.
  package let what: String

  package init(migration: MigrationID?, location: SourceLocation, text: String, what: String) {
    self.migration = migration
    self.location = location
    self.text = text
    self.what = what
  }
}
