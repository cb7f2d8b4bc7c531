import SchemagateModel

/// Reports migrations that base holds and head doesn't.
struct MigrationRemoved: Rule {
  let metadata = RuleMetadata(
    id: "migration-removed", title: "A merged migration was removed", check: .history, severity: .error,
    rationale: "Databases that have applied it keep what it did, new ones never get it, and some tools refuse to go on "
      + "when an applied migration is missing.",
    remedy: "Restore the file; to undo what it did, add a migration that undoes it.",
    fires: "the branch deletes `002_orders.sql`, which base holds",
    staysQuiet: "the branch undoes it in a new migration, or deletes a file that it added itself")

  func observations(in evidence: Evidence) -> [Observation] {
    guard Squash(evidence)?.isProved != true else { return [] }
    return evidence.delta.removed.map {
      .removed($0, path: evidence.path(of: $0), by: evidence.target.tool.name, act(on: $0, evidence))
    }
  }

  /// What the plan shows; a tool that stops at something else first is known to do the same here, or not.
  private func act(on id: MigrationID, _ evidence: Evidence) -> ToolBehaviour.Act? {
    if evidence.plan.refusal?.migration == id { return .refuses }
    guard let act = evidence.behaviour?.removed.act else { return nil }
    return evidence.plan.refusal == nil ? .unnoticed : act
  }
}

extension Observation {
  fileprivate static func removed(
    _ id: MigrationID, path: String, by tool: String, _ act: ToolBehaviour.Act?
  ) -> Self {
    let effect =
      switch act {
      case .refuses: ": \(Marked.code(tool)) would refuse to go on where it has run"
      case .unnoticed, .runs, .skips:
        "; \(Marked.code(tool)) doesn't notice, and databases that ran it keep what it did"
      case .refusesIfNewest, .refusesIfParent, nil: ""
      }
    return Self(
      "\(Marked.file(path)) is removed although base holds it\(effect)", migration: id,
      location: SourceLocation(path: path))
  }
}
