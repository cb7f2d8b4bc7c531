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
      let path = evidence.head[record.migration]?.down?.path ?? evidence.path(of: record.migration)
      return .empty(record.migration, path: path, leaves: leaves)
    }
  }
}

extension Observation {
  fileprivate static func empty(_ id: MigrationID, path: String, leaves: [SchemaChange]) -> Self {
    Self(
      "the down part of \(path) holds no statement; \(leaves.count.of("change")) of the migration stays",
      evidence: leaves.listing(line: \.residueWords), migration: id, location: SourceLocation(path: path))
  }
}
