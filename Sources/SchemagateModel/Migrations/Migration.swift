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

  package enum Kind: Hashable, Sendable {
    case versioned
    /// Run again whenever its content changes, after all versioned ones.
    case repeatable
    /// Stands for all lower versions on an empty database.
    case baseline
  }

  package init(
    id: MigrationID, name: String, kind: Kind = .versioned, path: String, up: MigrationScript?, down: MigrationScript?
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.path = path
    self.up = up
    self.down = down
  }
}
