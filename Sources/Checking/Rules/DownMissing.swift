import SchemagateModel

/// Reports added migrations without a down part in a history that has them.
struct DownMissing: Rule {
  let metadata = RuleMetadata(
    id: "down-missing", title: "A down migration is missing", check: .history, severity: .warning,
    rationale: "The other migrations can be taken back, so whoever has to roll back will count on this one too.",
    remedy: "Add a down part, or say with a waiver why there is none.",
    fires: "each migration of base has a down file, and the added one has none",
    staysQuiet: "most of base's migrations have no down part either")

  func observations(in evidence: Evidence) -> [Observation] {
    guard evidence.toolHasDowns, isPaired(evidence.base) else { return [] }
    return evidence.delta.added.compactMap { id in
      guard let migration = evidence.head[id], migration.kind == .versioned, migration.up != nil, migration.down == nil
      else { return nil }
      return .missing(migration)
    }
  }

  private func isPaired(_ base: MigrationHistory) -> Bool {
    let versioned = base.migrations.filter { $0.kind == .versioned }
    return !versioned.isEmpty && versioned.count { $0.down != nil } * 2 > versioned.count
  }
}

extension Observation {
  fileprivate static func missing(_ migration: Migration) -> Self {
    Self(
      "\(Marked.file(migration.path)) has no down migration, although most of base's migrations have one",
      migration: migration.id,
      location: SourceLocation(path: migration.path))
  }
}
