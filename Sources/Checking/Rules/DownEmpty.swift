import SchemagateModel

/// Reports down parts without a statement that leave something behind.
struct DownEmpty: Rule {
  let metadata = RuleMetadata(
    id: "down-empty", title: "A down migration does nothing", check: .history, severity: .warning,
    rationale:
      "The tool takes the migration for undone while everything that it did is still there; running it again fails.",
    remedy: "Write the statements that undo it, or delete the empty part.",
    fires: "the up part adds a table and the down part holds a comment only",
    staysQuiet: "the up part changes rows only, so that there is nothing to undo in the schema")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .empty(let leaves) = record.down, !leaves.isEmpty else { return nil }
      return .empty(
        record.migration, down: evidence.downName(of: record.migration),
        location: evidence.downPlace(of: record.migration), leaves: leaves, engine: evidence.target.engine)
    }
  }
}

extension Observation {
  fileprivate static func empty(
    _ id: MigrationID, down: String, location: SourceLocation?, leaves: [SchemaChange],
    engine: EngineKind
  ) -> Self {
    let roots = ChangeFamily.families(leaves).filter { !$0.root.isIncidental }
    return Self(
      "\(down.capitalisedSentence) holds no statement: what the migration changes stays",
      evidence: ChangeLines(added: "left behind", dropped: "missing").text(roots),
      remedy: Undoing(roots, on: engine).remedy, migration: id, location: location)
  }
}
