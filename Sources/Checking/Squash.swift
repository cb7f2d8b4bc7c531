package import SchemagateModel

/// Many merged migrations put together into one that does the same on a new database.
struct Squash {
  let into: MigrationID
  /// How many of base's migrations it stands for.
  let count: Int
  /// From base's schema on a new database to head's; `nil` where not both were built.
  let changes: [SchemaChange]?

  /// `nil` where the branch does nothing of the kind. Several removed and several added may be anything; only the proof
  /// makes a squash of it.
  init?(_ evidence: Evidence) {
    let (delta, base) = (evidence.delta, evidence.base)
    guard let id = delta.squash(from: base, to: evidence.head), let migration = evidence.head[id] else { return nil }
    into = id
    count =
      delta.removed.count > 1
      ? delta.removed.count
      : migration.replaces.count > 1 ? migration.replaces.count : base.migrations.count { $0.kind == .versioned }
    changes = evidence.rehearsal?.freshChanges
    let isDeclared = migration.kind == .baseline || !migration.replaces.isEmpty || delta.added.count == 1
    guard isDeclared || isProved else { return nil }
  }

  var isProved: Bool { changes?.allSatisfy(\.isIncidental) ?? false }
}

extension HistoryDelta {
  /// The added migration that stands for several of base's: a baseline, one that names what it replaces, or else the first
  /// that is added where several are removed. What else is added comes on top of it.
  package func squash(from base: MigrationHistory, to head: MigrationHistory) -> MigrationID? {
    guard renamed.isEmpty, base.migrations.count > 1 else { return nil }
    let own = Set(added)
    let candidates = head.migrations.filter { own.contains($0.id) }
    let declared = candidates.first { $0.kind == .baseline || !$0.replaces.isEmpty }
    return declared?.id ?? (removed.count > 1 ? candidates.first?.id : nil)
  }
}
