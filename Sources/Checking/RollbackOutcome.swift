import SchemagateModel

extension RollbackRecord {
  /// The way down and up again in one word, graded as the rules grade it.
  var outcome: StepReport.Rollback {
    switch down {
    case .missing, .irreversible: .none
    case .empty(let leaves): leaves.isEmpty ? .restored : .empty
    case .notRunnable: .notRun
    case .rejected(let rejection): rejection.isEnvironment ? .notRun : .rejected
    case .restored: reapplied ?? .restored
    case .residue(let changes): Self.outcome(changes, real: .differs, slight: reapplied)
    }
  }

  /// `nil` where up again gave what the first up had given.
  private var reapplied: StepReport.Rollback? {
    switch reapply {
    case .notRun, .same: nil
    case .rejected(let rejection): rejection.isEnvironment ? nil : .reapplyRejected
    case .differs(let changes): changes.isEmpty ? nil : Self.outcome(changes, real: .reapplyDiffers, slight: nil)
    }
  }

  private static func outcome(
    _ changes: [SchemaChange], real: StepReport.Rollback, slight: StepReport.Rollback?
  ) -> StepReport.Rollback {
    switch ResidueGrade.of(changes) {
    case .real: real
    case .irreversible: slight ?? .irreversible
    case .namesOrOrder: slight ?? (changes.allSatisfy(\.isIncidental) ? .reordered : .renamed)
    }
  }
}
