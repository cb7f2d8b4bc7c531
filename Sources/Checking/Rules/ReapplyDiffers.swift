import SchemagateModel

/// Reports migrations that do something else when they are run again.
struct ReapplyDiffers: Rule {
  let metadata = RuleMetadata(
    id: "reapply-differs", title: "A second run ends at another schema", check: .rollback, severity: .error,
    rationale: "A database that was rolled back and forward again isn't like one that only went forward.",
    remedy: "Make the down part restore what the evidence shows, since the up part depends on it.",
    fires: "the up part looks at rows that the down part leaves, and then doesn't make the index again",
    staysQuiet: "the second run of the up part ends where the first one did")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .differs(let changes) = record.reapply, !changes.isEmpty else { return nil }
      return .differs(
        changes, record.migration, path: evidence.path(of: record.migration),
        location: evidence.downPlace(of: record.migration))
    }
  }
}

extension Observation {
  fileprivate static func differs(
    _ changes: [SchemaChange], _ id: MigrationID, path: String, location: SourceLocation?
  ) -> Self {
    let isSlight = ResidueGrade.of(changes) == .namesOrOrder
    return Self(
      isSlight
        ? "\(Marked.file(path)), applied again after its down part, gives another column order or other generated names"
        : "\(Marked.file(path)), applied again after its down part, ends at another schema: \(changes.count.of("difference"))",
      evidence: ChangeLines(added: "only after the second run", dropped: "missing after the second run").text(changes),
      severity: isSlight ? .notice : .error,
      remedy: isSlight ? "Nothing needs to be done, as long as nothing refers to the order or the names." : nil,
      migration: id, location: location)
  }
}
