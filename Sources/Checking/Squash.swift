import SchemagateModel

/// Many merged migrations put together into one that does the same on a new database.
struct Squash {
  let into: MigrationID
  /// How many of base's migrations it stands for.
  let count: Int
  /// From base's schema on a new database to head's; `nil` where not both were built.
  let changes: [SchemaChange]?

  /// `nil` where the branch does nothing of the kind: it adds one migration, and takes several away or writes a baseline.
  init?(_ evidence: Evidence) {
    guard evidence.delta.added.count == 1, let only = evidence.delta.added.first, let migration = evidence.head[only],
      evidence.delta.renamed.isEmpty
    else { return nil }
    let removed = evidence.delta.removed.count
    guard removed > 1 || (migration.kind == .baseline && evidence.base.migrations.count > 1) else { return nil }
    into = only
    count = removed > 1 ? removed : evidence.base.migrations.count { $0.kind == .versioned }
    changes = evidence.rehearsal?.freshChanges
  }

  var isProved: Bool { changes?.allSatisfy(\.isIncidental) ?? false }
}
