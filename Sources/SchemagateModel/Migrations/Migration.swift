/// One entry of a target's history.
package struct Migration: Hashable, Sendable {
  package let id: MigrationID
  /// The human part of the name, for example `add_email`; empty where there is none.
  package let name: String
  package let kind: Kind
  /// The up file; a folder's up file for diesel and Prisma.
  package let path: String
  /// `nil` where only a down file exists.
  package let up: MigrationScript?
  package let down: MigrationScript?
  /// The migrations that this one names as those it follows on, where the tool's order is a graph.
  package let parents: [MigrationID]
  /// The migrations that it needs besides its parents, without following on them.
  package let dependencies: [MigrationID]
  /// The migrations in whose place this one stands, where it was made by squashing them.
  package let replaces: [MigrationID]

  package enum Kind: Hashable, Sendable {
    case versioned
    /// Run again whenever its content changes, after all versioned ones.
    case repeatable
    /// Stands for all lower versions on an empty database.
    case baseline
  }

  package init(
    id: MigrationID, name: String, kind: Kind = .versioned, path: String, up: MigrationScript?, down: MigrationScript?,
    parents: [MigrationID] = [], dependencies: [MigrationID] = [], replaces: [MigrationID] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.path = path
    self.up = up
    self.down = down
    self.parents = parents
    self.dependencies = dependencies
    self.replaces = replaces
  }
}
