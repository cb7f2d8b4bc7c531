import SchemagateModel

/// Reports migrations that can't be run again after they were taken back.
struct ReapplyRejected: Rule {
  let metadata = RuleMetadata(
    id: "reapply-rejected", title: "A migration can't be applied again", check: .rollback, severity: .error,
    rationale: "After a roll-back the release can't be rolled out a second time.",
    remedy: "Make the down part undo what the second run of the up part trips over.",
    fires: "the up part adds a row that the down part leaves, so that the second run finds it there",
    staysQuiet: "up, down and up again all run to their end")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .rejected(let rejection) = record.reapply, !rejection.isEnvironment else { return nil }
      return .rejected(
        rejection, record.migration, path: evidence.path(of: record.migration),
        pieces: evidence.pieces(of: record.migration),
        stayed: StayedWords(rejection, in: evidence))
    }
  }
}

extension Observation {
  fileprivate static func rejected(
    _ rejection: Rejection, _ id: MigrationID, path: String, pieces: [SourceText],
    stayed: StayedWords?
  ) -> Self {
    Self(
      "The database rejects \(Marked.file(path)) when it is applied again after its down part: \(rejection.words)\(stayed?.clause ?? "")",
      evidence: rejection.evidence(in: pieces), remedy: stayed?.remedy, migration: id,
      location: rejection.location ?? SourceLocation(path: path))
  }
}
