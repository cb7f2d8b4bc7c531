/// How the schema that the migrations make compares with the declared one.
package struct DeclaredComparison: Sendable {
  /// What declares the schema, as a reader names it: files, or a command.
  package let name: String
  /// The file to look at; `nil` for a command and for several files.
  package let path: String?
  package let head: Outcome
  /// The same of base; `nil` where head has nothing that base could have had, or where base declared nothing.
  package let base: Outcome?
  /// What was left out of the comparison, and why.
  package let notChecked: [NotChecked]
  /// What the scratch world lacked for building it.
  package let missing: [MissingPiece]

  package enum Outcome: Hashable, Sendable {
    /// The changes that lead from the declared schema to the one that the migrations make.
    case compared([SchemaChange])
    /// The database refuses what declares the schema, at this file.
    case rejected(Rejection, path: String)
    /// Nobody knows what is declared.
    case unbuilt(why: String)
  }

  package init(
    name: String, path: String?, head: Outcome, base: Outcome?, notChecked: [NotChecked] = [],
    missing: [MissingPiece] = []
  ) {
    self.name = name
    self.path = path
    self.head = head
    self.base = base
    self.notChecked = notChecked
    self.missing = missing
  }

  /// What the same rules see at base.
  package var atBase: DeclaredComparison? {
    base.map { DeclaredComparison(name: name, path: path, head: $0, base: nil) }
  }
}
