/// What head's history changes of base's.
package struct HistoryDelta: Hashable, Sendable {
  package let added: [MigrationID]
  /// Same key, other content in the up part.
  package let edited: [MigrationID]
  /// Same key, other content in the down part only.
  package let downEdited: [MigrationID]
  package let removed: [MigrationID]
  /// Same content under another key or path.
  package let renamed: [Renaming]

  package struct Renaming: Hashable, Sendable, Codable {
    package let from: MigrationID
    package let to: MigrationID
    package let fromPath: String
    package let toPath: String

    package init(from: MigrationID, to: MigrationID, fromPath: String, toPath: String) {
      self.from = from
      self.to = to
      self.fromPath = fromPath
      self.toPath = toPath
    }
  }

  package init(
    added: [MigrationID] = [], edited: [MigrationID] = [], downEdited: [MigrationID] = [],
    removed: [MigrationID] = [], renamed: [Renaming] = []
  ) {
    self.added = added
    self.edited = edited
    self.downEdited = downEdited
    self.removed = removed
    self.renamed = renamed
  }

  package var isEmpty: Bool {
    added.isEmpty && edited.isEmpty && downEdited.isEmpty && removed.isEmpty && renamed.isEmpty
  }
}
