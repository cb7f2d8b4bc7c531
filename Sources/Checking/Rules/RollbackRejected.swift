import SchemagateModel

/// Reports down parts that the database refuses.
struct RollbackRejected: Rule {
  let metadata = RuleMetadata(
    id: "rollback-rejected", title: "The database rejects a down migration", check: .rollback, severity: .error,
    rationale: "Whoever has to roll back in an emergency ends with an error, possibly half-way.",
    remedy: "Correct the down part; it runs on the schema that the up part leaves.",
    fires: "the down part drops `customers_by_email`, and the up part calls it `customers_email_idx`",
    staysQuiet: "the down part runs to its end")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .rejected(let rejection) = record.down, !rejection.isEnvironment else { return nil }
      return .rejected(
        rejection, record.migration, down: evidence.downName(of: record.migration),
        location: rejection.location ?? evidence.downPlace(of: record.migration),
        pieces: evidence.pieces(of: record.migration),
        stayed: StayedWords(rejection, in: evidence))
    }
  }
}

extension Evidence {
  /// The file of a migration's down part.
  func downPath(of id: MigrationID) -> String { head[id]?.down?.path ?? path(of: id) }

  /// The down's own file, or the down part of the file that holds both.
  func downName(of id: MigrationID) -> String {
    let path = downPath(of: id)
    return (path == self.path(of: id) ? "the down part of " : "") + Marked.file(path)
  }
}

extension Observation {
  fileprivate static func rejected(
    _ rejection: Rejection, _ id: MigrationID, down: String, location: SourceLocation?, pieces: [SourceText],
    stayed: StayedWords?
  ) -> Self {
    Self(
      "The database rejects \(down): \(rejection.words)\(stayed?.clause ?? "")",
      evidence: rejection.evidence(in: pieces), remedy: stayed?.remedy, migration: id, location: location)
  }
}
