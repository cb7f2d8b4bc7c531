import SchemagateModel

/// Reports down parts that don't restore the schema.
struct RollbackResidue: Rule {
  let metadata = RuleMetadata(
    id: "rollback-residue", title: "A down migration doesn't restore the schema", check: .rollback, severity: .error,
    rationale: "After a roll-back the schema isn't the one that the former release was tested with, and the next try "
      + "to go forward meets what was left behind.",
    remedy: "Make the down part undo each change that the evidence lists.",
    fires: "the up part adds a column and an index, the down part drops the index only",
    staysQuiet: "the schema after the down part equals the one before the up part")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.rollbacks ?? []).compactMap { record in
      guard case .residue(let changes) = record.down, !changes.isEmpty else { return nil }
      return .residue(
        changes, grade: ResidueGrade.of(changes), record.migration, path: evidence.downPath(of: record.migration))
    }
  }
}

extension Observation {
  fileprivate static func residue(
    _ changes: [SchemaChange], grade: ResidueGrade, _ id: MigrationID, path: String
  ) -> Self {
    Self(
      "the down part of \(path) \(summary(changes, grade))", evidence: changes.listing(line: \.residueWords),
      severity: grade.severity, remedy: grade.remedy, migration: id,
      subject: changes.count == 1 ? changes[0].identity : nil, location: SourceLocation(path: path))
  }

  private static func summary(_ changes: [SchemaChange], _ grade: ResidueGrade) -> String {
    switch grade {
    case .namesOrOrder: return "restores the schema but for column order or generated names"
    case .irreversible: return "leaves enum labels behind, which the server can't remove"
    case .real where changes.count == 1: return "does not restore the schema: " + changes[0].residueWords
    case .real: return "does not restore the schema: \(changes.count.of("difference"))"
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

  fileprivate var remedy: String? {
    switch self {
    case .namesOrOrder: "Nothing needs to be done, as long as nothing refers to the order or the names."
    case .irreversible: "Nothing in SQL removes a label; make sure that the former release can live with it."
    case .real: nil
    }
  }
}
