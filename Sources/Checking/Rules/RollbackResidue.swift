import SchemagateModel

/// Reports down parts that don't restore the schema.
struct RollbackResidue: Rule {
  let metadata = RuleMetadata(
    id: "rollback-residue", title: "A down migration doesn't restore the schema", check: .rollback, severity: .error,
    rationale: "After a roll-back the schema isn't the one that the former release was tested with, and the next try "
      + "to go forward meets what was left behind.",
    remedy: "Make the down part undo each change that the evidence shows.",
    fires: "the up part adds a column and an index, the down part drops the index only",
    staysQuiet: "the schema after the down part equals the one before the up part")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .residue(let changes) = record.down, !changes.isEmpty else { return nil }
      return .residue(
        changes, record.migration, down: evidence.downName(of: record.migration),
        location: evidence.downPlace(of: record.migration), engine: evidence.target.engine)
    }
  }
}

extension Observation {
  fileprivate static func residue(
    _ changes: [SchemaChange], _ id: MigrationID, down: String, location: SourceLocation?,
    engine: EngineKind
  ) -> Self {
    let grade = ResidueGrade.of(changes)
    // Beside something that is left or lost, a column's new place is no news.
    let shown = grade == .real ? changes.filter { !$0.isIncidental } : changes
    let families = ChangeFamily.families(shown)
    return Self(
      "\(down.capitalisedSentence) \(summary(families, grade))",
      evidence: ChangeLines(added: "left behind", dropped: "missing").text(families),
      severity: grade.severity, remedy: grade.remedy(families, on: engine), migration: id,
      subject: families.count == 1 ? families[0].root.identity : nil, location: location)
  }

  private static func summary(_ families: [ChangeFamily], _ grade: ResidueGrade) -> String {
    switch grade {
    case .namesOrOrder where families.allSatisfy(\.root.isIncidental):
      return "restores the schema but for the order of columns"
    case .namesOrOrder: return "restores the schema but for names that the server makes up"
    case .irreversible: return "leaves enum labels behind, which the server can't remove"
    case .real where families.count == 1: return families[0].residueWords
    case .real: return "doesn't restore the schema: \(families.count.of("difference"))"
    }
  }
}

extension ChangeFamily {
  fileprivate var residueWords: String {
    switch root.verb {
    case .add: "leaves \(root.identity.marked)\(partWords) behind"
    case .drop: "doesn't bring \(root.identity.marked)\(partWords) back"
    case .alter, .rename: "doesn't give \(root.identity.marked) its former shape back"
    }
  }
}

extension ResidueGrade {
  fileprivate var severity: Severity {
    switch self {
    case .namesOrOrder: .notice
    case .irreversible: .warning
    case .real: .error
    }
  }

  fileprivate func remedy(_ families: [ChangeFamily], on engine: EngineKind) -> String? {
    switch self {
    case .namesOrOrder: "Nothing needs to be done, as long as nothing refers to the order or the names."
    case .irreversible: "Make sure that the former release can live with the labels; nothing in SQL removes one."
    case .real: Undoing(families, on: engine).remedy
    }
  }
}
