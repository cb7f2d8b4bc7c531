import SchemagateModel

/// Reports that many migrations became one, and whether a new database still gets the same schema.
struct Squashed: Rule {
  let metadata = RuleMetadata(
    id: "squashed", title: "Migrations are squashed into one", check: .history, severity: .error,
    rationale: "A squash or a baseline is safe where new databases get what they got before, and where databases that "
      + "ran the old migrations don't run the new one. The first is proved here by building both.",
    remedy: "Make the new migration give what the old ones gave; compare the two schemas.",
    fires: "the branch deletes forty migrations and adds one that makes all tables but forgets a column",
    staysQuiet: "the branch deletes no merged migration, and adds no baseline")

  func observations(in evidence: Evidence) -> [Observation] {
    guard let squash = Squash(evidence), let changes = squash.changes else { return [] }
    let path = evidence.path(of: squash.into)
    guard squash.isProved else { return [.different(squash, path: path, changes)] }
    return [
      .same(
        squash, path: path, onExisting: existing(squash.into, evidence),
        isPassedOver: isPassedOver(squash.into, evidence))
    ]
  }

  /// What databases that ran the old migrations meet.
  private func existing(_ id: MigrationID, _ evidence: Evidence) -> String {
    let tool = Marked.code(evidence.target.tool.name)
    if let refusal = evidence.plan.refusal { return "\(tool) would stop: \(Marked.quoting(refusal.reason))" }
    return isPassedOver(id, evidence)
      ? "\(tool) passes the new one over, and they stay as they are"
      : "\(tool) would run the new one on top of what they have"
  }

  private func isPassedOver(_ id: MigrationID, _ evidence: Evidence) -> Bool {
    evidence.plan.refusal == nil && !evidence.plan.steps.contains { $0.migration == id }
  }
}

extension Observation {
  fileprivate static func same(_ squash: Squash, path: String, onExisting: String, isPassedOver: Bool) -> Self {
    Self(
      "\(squash.count) migrations are squashed into \(Marked.file(path)); a new database gets the same schema (proved). "
        + "On existing databases \(onExisting)",
      severity: .notice,
      remedy: isPassedOver
        ? "Nothing needs to be done."
        : "Make sure that existing databases are marked as having the new migration before they are upgraded.",
      migration: squash.into, location: SourceLocation(path: path))
  }

  fileprivate static func different(_ squash: Squash, path: String, _ changes: [SchemaChange]) -> Self {
    Self(
      "\(squash.count) migrations are squashed into \(Marked.file(path)), and a new database gets another schema: it "
        + "differs in \(changes.count.of("object"))",
      evidence: ChangeLines(added: "only with the new migration", dropped: "only with the old ones").text(changes),
      migration: squash.into, location: SourceLocation(path: path))
  }
}
