import SchemagateModel

/// Reports a new database that ends up with another schema than an upgraded one.
struct PathsDiverge: Rule {
  let metadata = RuleMetadata(
    id: "paths-diverge", title: "New and existing databases end up different", check: .apply, severity: .error,
    rationale: "Tests run on new databases and users on upgraded ones: what works here may fail there.",
    remedy: "Restore the merged migrations as base has them, and bring the difference about in a new migration.",
    fires: "an edited migration adds a column that existing databases never get",
    staysQuiet: "both paths end at the same schema")

  func observations(in evidence: Evidence) -> [Observation] {
    // Half of a merge that isn't settled differs from base by itself.
    guard let changes = evidence.rehearsal?.divergence, !changes.isEmpty, evidence.mergeConflicts.isEmpty else {
      return []
    }
    return [.diverged(changes, cause: DivergenceCause(evidence).words(of: changes), in: evidence)]
  }
}

extension Observation {
  fileprivate static func diverged(_ changes: [SchemaChange], cause: String?, in evidence: Evidence) -> Self {
    let isOrder = changes.allSatisfy(\.isIncidental)
    let causes = DivergenceCause(evidence).causes(of: changes)
    let culprit = causes.isCertain && causes.causes.count == 1 ? causes.causes[0].migration : nil
    return Self(
      (isOrder
        ? "A new database has its columns in another order than an upgraded one"
        : "A new database differs from an upgraded one in \(changes.count.of("object"))")
        + (cause.map { ", \($0)" } ?? ""),
      evidence: ChangeLines(added: "only in a new database", dropped: "only in an upgraded database").text(changes),
      severity: isOrder ? .notice : .error,
      remedy: isOrder
        ? "Nothing needs to be done, as long as statements name their columns."
        : culprit.flatMap { late($0, evidence) },
      migration: culprit, subject: changes.count == 1 ? changes[0].identity : nil,
      location: culprit.flatMap(evidence.location))
  }

  /// What to do about a migration that is new, so that there is nothing merged to restore.
  private static func late(_ migration: MigrationID, _ evidence: Evidence) -> String? {
    guard evidence.base[migration] == nil, evidence.head[migration] != nil else { return nil }
    return "Give it a version above base's newest, so that every database runs it last."
  }
}
