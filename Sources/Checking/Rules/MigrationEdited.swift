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
    // Where base and head don't merge, the conflict is the thing to say.
    let conflicts = Set(evidence.mergeConflicts)
    let edited = evidence.delta.edited.filter { id in
      !rerun.contains(id) && evidence.head[id]?.kind != .repeatable && !conflicts.contains(evidence.path(of: id))
    }
    return edited.map { id in
      .edited(
        id, path: evidence.path(of: id), effect(of: id, evidence),
        lines: edit(from: evidence.base[id]?.up?.pieces, to: evidence.head[id]?.up?.pieces))
    }
  }

  /// What was edited, in at most twelve lines: often it is a comment.
  private func edit(from base: [SourceText]?, to head: [SourceText]?) -> String? {
    func lines(_ pieces: [SourceText]?) -> [String] {
      (pieces ?? []).flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    }
    let all = LineDifference.lines(from: lines(base), to: lines(head)).map { "\($0.sign) \($0.line)" }
    guard !all.isEmpty else { return nil }
    let rest = all.count - 12
    return (all.prefix(12) + (rest > 0 ? ["  … \(rest.of("more line"))"] : [])).joined(separator: "\n")
  }

  /// What the edit was seen to do.
  fileprivate enum Effect {
    case mendsBase
    /// The tool doesn't mind, and a new database ends up like an upgraded one.
    case sameSchema
    case unknown
  }

  private func effect(of id: MigrationID, _ evidence: Evidence) -> Effect {
    if evidence.rehearsal?.base.rejected?.migration == id { return .mendsBase }
    guard evidence.plan.refusal == nil, let divergence = evidence.rehearsal?.divergence else { return .unknown }
    return divergence.allSatisfy(\.isIncidental) ? .sameSchema : .unknown
  }

}

extension Observation {
  fileprivate static func edited(
    _ id: MigrationID, path: String, _ effect: MigrationEdited.Effect, lines: String?
  ) -> Self {
    let (file, location) = (Marked.file(path), SourceLocation(path: path))
    return switch effect {
    case .mendsBase:
      Self(
        "\(file) is edited, and base's version of it doesn't run", evidence: lines, severity: .warning,
        remedy: "Make sure that no database has applied base's version; those that have keep what it did.",
        migration: id, location: location)
    case .sameSchema:
      Self(
        "\(file) is edited although base already holds it; new and upgraded databases still end up with one schema",
        evidence: lines, severity: .warning,
        remedy: "Make sure that the edit changes no rows: databases that applied it won't run it.", migration: id,
        location: location)
    case .unknown:
      Self(
        "\(file) is edited although base already holds it: databases that applied it won't see the change",
        evidence: lines, migration: id, location: location)
    }
  }
}
