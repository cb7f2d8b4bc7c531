import SchemagateModel

/// Which of the branch's changes to the history make a new database differ from an upgraded one.
struct DivergenceCause {
  struct Suspect: Hashable {
    let migration: MigrationID
    /// "edited", "added late"
    let what: String
  }

  let suspects: [Suspect]
  private let evidence: Evidence

  init(_ evidence: Evidence) {
    self.evidence = evidence
    let delta = evidence.delta
    let late = Set(evidence.outOfOrder)
    let skipped = evidence.plan.skipped.filter { !late.contains($0) }
    suspects =
      delta.edited.filter { evidence.edits[$0] != .commentsOnly }.map { Suspect(migration: $0, what: "edited") }
      + delta.removed.map { Suspect(migration: $0, what: "removed") }
      + delta.renamed.filter { $0.from != $0.to }.map { Suspect(migration: $0.to, what: "renamed") }
      + evidence.outOfOrder.map {
        Suspect(migration: $0, what: evidence.plan.skipped.contains($0) ? "added late and skipped" : "added late")
      } + skipped.map { Suspect(migration: $0, what: "skipped") }
  }

  /// Those of the suspects that were seen to do, on one path, what shows in `changes`, and on the other not; all of them
  /// where that tells nothing.
  func causes(of changes: [SchemaChange]) -> (causes: [Suspect], isCertain: Bool) {
    if suspects.count == 1 { return (suspects, true) }
    guard let seen = evidence.rehearsal?.suspectChanges else { return (suspects, false) }
    let differing = Set(changes.flatMap { [$0.identity, $0.touched] })
    let acting = suspects.filter { suspect in
      let (upgraded, fresh) = (seen.upgraded[suspect.migration] ?? [], seen.fresh[suspect.migration] ?? [])
      let unlike = Set(upgraded).symmetricDifference(fresh)
      return unlike.contains { differing.contains($0.identity) }
    }
    return acting.isEmpty ? (suspects, false) : (acting, true)
  }

  /// "because of `0001_a.sql` (edited)"
  func words(of changes: [SchemaChange]) -> String? {
    let (causes, isCertain) = causes(of: changes)
    guard !causes.isEmpty else { return nil }
    let shown = causes.prefix(5).map { "\(Marked.file(evidence.path(of: $0.migration))) (\($0.what))" }
    let rest = causes.count - shown.count
    let names = (shown + (rest > 0 ? ["\(rest) more"] : [])).enumerated
    return isCertain ? "because of \(names)" : "which may come from \(names): what each does on its own doesn't show it"
  }
}
