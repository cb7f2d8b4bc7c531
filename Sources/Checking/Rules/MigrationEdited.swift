import SchemagateModel

/// Reports changes to migrations that base already holds.
struct MigrationEdited: Rule {
  let metadata = RuleMetadata(
    id: "migration-edited", title: "A merged migration was edited", check: .history, severity: .error,
    rationale: "Databases that have applied it don't run it again: they keep the old schema, new ones get another. "
      + "Tools that keep checksums refuse to start.",
    remedy: "Restore the file as base has it, and write the change as a new migration.",
    fires: "the branch adds a column to the text of `0001_orders.sql`, which base already holds",
    staysQuiet: "only a down part changed, or a migration that the tool runs again on each change")

  func observations(in evidence: Evidence) -> [Observation] {
    let rerun = Set(evidence.plan.steps.map(\.migration))
    let broken = evidence.rehearsal?.base.rejected?.migration
    return evidence.delta.edited.filter { !rerun.contains($0) && evidence.head[$0]?.kind != .repeatable }.map { id in
      .edited(id, path: evidence.path(of: id), mendsBase: id == broken)
    }
  }
}

extension Observation {
  fileprivate static func edited(_ id: MigrationID, path: String, mendsBase: Bool) -> Self {
    mendsBase
      ? Self(
        "\(Marked.file(path)) is edited, and base's version of it doesn't run", severity: .warning,
        remedy: "Make sure that no database has applied base's version; those that have keep what it did.",
        migration: id, location: SourceLocation(path: path))
      : Self(
        "\(Marked.file(path)) is edited although base already holds it: databases that applied it won't see the change",
        migration: id, location: SourceLocation(path: path))
  }
}
