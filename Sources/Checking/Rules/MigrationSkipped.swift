import SchemagateModel

/// Reports migrations that the tool passes over in silence.
struct MigrationSkipped: Rule {
  let metadata = RuleMetadata(
    id: "migration-skipped", title: "The tool passes a migration over", check: .apply, severity: .error,
    rationale: "Existing databases never get what it does, and nothing says so.",
    remedy: "Give the migration a key that the tool will run on databases at base's version.",
    fires:
      "the branch puts a new `2` in the place of `3`, and the runner never looks below the newest version that ran",
    staysQuiet: "the tool runs every added migration; a lower version is `version-out-of-order`")

  func observations(in evidence: Evidence) -> [Observation] {
    let late = Set(evidence.outOfOrder)
    let added = Set(evidence.delta.added)
    return evidence.plan.skipped.filter { added.contains($0) && !late.contains($0) }.map { id in
      .skipped(id, path: evidence.path(of: id), tool: evidence.target.tool.name)
    }
  }
}

extension Observation {
  fileprivate static func skipped(_ id: MigrationID, path: String, tool: String) -> Self {
    Self(
      "Databases at base's version never run \(Marked.file(path)): \(Marked.code(tool)) passes it over", migration: id,
      location: SourceLocation(path: path))
  }
}
