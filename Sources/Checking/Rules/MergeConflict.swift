import SchemagateModel

/// Reports files of the target that Git can't merge.
struct MergeConflict: Rule {
  let metadata = RuleMetadata(
    id: "merge-conflict", title: "Base and head don't merge", check: .history, severity: .error,
    rationale: "What the main branch would hold after the merge isn't known, so nothing about it can be rehearsed.",
    remedy: "Merge base into the branch, settle the conflict, and push.",
    fires: "base and head both change `002_orders.sql` in the same place",
    staysQuiet: "base and head add different migrations")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let first = evidence.mergeConflicts.first else { return [] }
    return [.conflict(paths: evidence.mergeConflicts, first: first)]
  }
}

extension Observation {
  fileprivate static func conflict(paths: [String], first: String) -> Self {
    Self(
      paths.count == 1
        ? "Base and head don't merge: \(Marked.file(first)) is in conflict"
        : "Base and head don't merge: \(paths.count) files of this target are in conflict",
      evidence: paths.count == 1 ? nil : paths.joined(separator: "\n"), location: SourceLocation(path: first))
  }
}
