import SchemagateModel

/// Reports added migrations without a down part in a history that has them.
struct DownMissing: Rule {
  let metadata = RuleMetadata(
    id: "down-missing", title: "A down migration is missing", check: .history, severity: .warning,
    rationale: "The other migrations can be taken back, so whoever has to roll back will count on this one too.",
    remedy: "Add a down part, or say with a waiver why there is none.",
    fires:
      "each migration of base has a down file, and the added one has none; or the tool's program says that the added "
      + "one can't be taken back",
    staysQuiet: "most of base's migrations have no down part either")

  func observations(in evidence: Evidence) -> [Observation] {
    guard evidence.toolHasDowns else { return [] }
    return withoutFile(in: evidence) + irreversible(in: evidence)
  }

  /// Of what a program carries out, only its own refusal tells.
  private func irreversible(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .irreversible(let reason) = record.down, let migration = evidence.head[record.migration] else {
        return nil
      }
      return .irreversible(migration, tool: evidence.target.tool.name, reason: reason)
    }
  }

  private func withoutFile(in evidence: Evidence) -> [Observation] {
    guard isPaired(evidence.base) else { return [] }
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
  fileprivate static func irreversible(_ migration: Migration, tool: String, reason: String) -> Self {
    Self(
      "\(Marked.file(migration.path)) can't be taken back, as \(tool) says when it is asked to", evidence: reason,
      migration: migration.id, location: SourceLocation(path: migration.path))
  }

  fileprivate static func missing(_ migration: Migration) -> Self {
    Self(
      "\(Marked.file(migration.path)) has no down migration, although most of base's migrations have one",
      migration: migration.id,
      location: SourceLocation(path: migration.path))
  }
}
