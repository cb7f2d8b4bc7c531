package import SchemagateModel

/// One side of a comparison: where a schema is to be had.
package struct SchemaSource: Sendable {
  /// As the user named it, never with a password.
  package let name: String
  package let engine: EngineKind
  /// Whether nobody named the engine of a script.
  package let engineIsAssumed: Bool
  package let contents: Contents
  /// Of a history only these migrations; `nil` for all of them.
  package var only: Set<MigrationID>?

  package enum Contents: Sendable {
    /// A database that is only read.
    case live(url: String)
    /// SQL that is run from its beginning to its end.
    case script(SourceText)
    /// A target's whole history.
    case history(TargetDefinition, FileTree)
  }

  package init(name: String, engine: EngineKind, engineIsAssumed: Bool = false, contents: Contents) {
    self.name = name
    self.engine = engine
    self.engineIsAssumed = engineIsAssumed
    self.contents = contents
  }
}

/// What two schemas have not in common.
package struct Comparison: Sendable {
  package let changes: [ChangeReport]
  /// What the changes mean for who may do what, by the catalogue alone.
  package let access: [AccessReport]
  /// What stands on either side and can't be compared.
  package let notCompared: [NotCompared]
  /// What scratch databases lacked and were provided with.
  package let provided: [MissingPiece]
}
