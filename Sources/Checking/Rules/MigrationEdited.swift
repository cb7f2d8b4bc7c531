import SchemagateModel

/// Reports changes to migrations that base already holds.
struct MigrationEdited: Rule {
  let metadata = RuleMetadata(
    id: "migration-edited", title: "A merged migration was edited", check: .history, severity: .error,
    rationale: "Databases that have applied it don't run it again: they keep the old schema, new ones get another. "
      + "Tools that keep checksums refuse to start.",
    remedy: "Restore the file as base has it, and write the change as a new migration.",
    fires: "the branch adds a column to the text of `001_customers.sql`, which base already holds",
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
        id, path: evidence.path(of: id), effect(of: id, evidence), by: evidence.target.tool.name,
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

  /// What the edit means to a database that has applied base's version.
  fileprivate enum Effect {
    case mendsBase
    /// The tool stops, whatever was edited.
    case refused(onlyComments: Bool)
    /// The tool doesn't look, and the server would be sent the same.
    case onlyComments
    /// The tool doesn't mind, and a new database ends up like an upgraded one.
    case sameSchema
    /// Nobody compares what a program's text does.
    case program
    case unknown
  }

  private func effect(of id: MigrationID, _ evidence: Evidence) -> Effect {
    if evidence.rehearsal?.base.rejected?.migration == id { return .mendsBase }
    let extent = evidence.edits[id] ?? .code
    if isRefused(id, evidence) { return .refused(onlyComments: extent == .commentsOnly) }
    switch extent {
    case .commentsOnly: return .onlyComments
    case .code, .program: break
    }
    if evidence.plan.refusal == nil, wasRun(id, evidence), let divergence = evidence.rehearsal?.divergence,
      divergence.allSatisfy(\.isIncidental)
    {
      return .sameSchema
    }
    return extent == .program ? .program : .unknown
  }

  /// What is written in a language that isn't run here makes no difference to see.
  private func wasRun(_ id: MigrationID, _ evidence: Evidence) -> Bool {
    let records = [evidence.rehearsal?.base, evidence.rehearsal?.fresh].compactMap { $0 }
    return records.flatMap(\.steps).allSatisfy { step in
      if step.migration == id, case .notRunnable = step.outcome { false } else { true }
    }
  }

  /// The plan names the first file at which the tool stops; it would stop at the others for the same reason.
  private func isRefused(_ id: MigrationID, _ evidence: Evidence) -> Bool {
    guard let refusal = evidence.plan.refusal else { return false }
    if refusal.migration == id { return true }
    return evidence.behaviour?.edited.act == .refuses && refusal.migration.map(evidence.delta.edited.contains) ?? false
  }
}

extension Observation {
  fileprivate static func edited(
    _ id: MigrationID, path: String, _ effect: MigrationEdited.Effect, by tool: String, lines: String?
  ) -> Self {
    let words = MigrationEdited.words(Marked.file(path), effect, tool: Marked.code(tool))
    return Self(
      words.message, evidence: lines, severity: words.severity, remedy: words.remedy, migration: id,
      location: SourceLocation(path: path))
  }
}

extension MigrationEdited {
  fileprivate struct Words {
    let message: String
    var severity: Severity?
    var remedy: String?
  }

  fileprivate static func words(_ file: String, _ effect: Effect, tool: String) -> Words {
    let edited = "\(file) is edited although base already holds it"
    return switch effect {
    case .mendsBase:
      Words(
        message: "\(file) is edited, and base's version of it doesn't run", severity: .warning,
        remedy: "Make sure that no database has applied base's version; those that have keep what it did.")
    case .refused(let onlyComments):
      Words(
        message: "\(edited)\(onlyComments ? ", if only in comments and white space" : ""): "
          + "\(tool) would refuse to go on where it has run",
        remedy:
          "Restore the file as base has it, byte for byte\(onlyComments ? "" : ", and write the change as a new migration")."
      )
    case .onlyComments:
      Words(
        message: "\(edited), but only in comments and white space, which \(tool) doesn't notice", severity: .notice,
        remedy: "Nothing needs to be done.")
    case .sameSchema:
      Words(
        message: "\(edited); new and upgraded databases still end up with one schema", severity: .warning,
        remedy: "Make sure that the edit changes no rows: databases that applied it won't run it.")
    case .program:
      Words(
        message: "\(edited): databases that applied it won't see the change, whatever it is; of a program only the "
          + "text is compared")
    case .unknown:
      Words(message: "\(edited): databases that applied it won't see the change")
    }
  }
}
