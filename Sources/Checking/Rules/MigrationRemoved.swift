import SchemagateModel

/// Reports migrations that base holds and head doesn't.
struct MigrationRemoved: Rule {
  let metadata = RuleMetadata(
    id: "migration-removed", title: "A merged migration was removed", check: .history, severity: .error,
    rationale: "Databases that have applied it keep what it did, new ones never get it, and some tools refuse to go on "
      + "when an applied migration is missing.",
    remedy: "Restore the file; to undo what it did, add a migration that undoes it.",
    fires: "the branch deletes `0003_audit.sql`, which base holds",
    staysQuiet: "the branch deletes a file that it added itself")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.delta.removed.map { .removed($0, path: evidence.path(of: $0)) }
  }
}

extension Observation {
  fileprivate static func removed(_ id: MigrationID, path: String) -> Self {
    Self("\(Marked.file(path)) is removed although base holds it", migration: id, location: SourceLocation(path: path))
  }
}
