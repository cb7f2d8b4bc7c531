import SchemagateModel

extension CommitReference {
  /// Whether the name says no more than the commit: its id, in full or shortened.
  var isNamedByCommit: Bool { name.count >= 7 && (commit?.hasPrefix(name) ?? false) }
}
