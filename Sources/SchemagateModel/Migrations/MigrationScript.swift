/// One direction of a migration, as its tool reads it.
package struct MigrationScript: Hashable, Sendable {
  package let path: String
  package let body: Body
  /// The transaction that the tool opens around this script, the file's own directives included.
  package let transaction: TransactionScope
  /// Git's id of the file.
  package let contentID: String
  /// The tool's own checksum of the file, as its bookkeeping keeps it; `nil` where it can be had from the body or isn't kept.
  package let checksum: String?
  /// What of the file counts for this direction, where a file holds both and the body doesn't tell them apart.
  package let part: String?

  package enum Body: Hashable, Sendable {
    /// Sent in these pieces: one for a tool that sends whole files, one per statement for a tool that splits.
    case sql([SourceText])
    /// A step in a language that we don't run, for example `Go`.
    case program(language: String)
    /// A step that the tool's own program carries out.
    case command(ProgramCall)
  }

  package init(
    path: String, body: Body, transaction: TransactionScope, contentID: String, checksum: String? = nil,
    part: String? = nil
  ) {
    self.path = path
    self.body = body
    self.transaction = transaction
    self.contentID = contentID
    self.checksum = checksum
    self.part = part
  }
}
