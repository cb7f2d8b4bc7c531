import Checking
import SchemagateModel

extension MigrationsReport {
  /// What the branch changes in the history, with what was observed of each pending migration.
  init(_ histories: TargetHistories, rehearsal: Rehearsal?, result: CheckResult) {
    let delta = histories.delta
    let observed = ObservedSteps(rehearsal: rehearsal, changes: result.stepChanges, hasDowns: histories.tool.hasDowns)
    let head = histories.head
    self.init(
      base: histories.base.migrations.count, head: head.migrations.count,
      added: delta.added.compactMap { head[$0] }.map { MigrationReport($0, step: observed.step($0.id)) },
      edited: (delta.edited + delta.downEdited).compactMap { head[$0] }.map { MigrationReport($0) },
      removed: delta.removed.compactMap { histories.base[$0] }.map { MigrationReport($0) },
      renamed: delta.renamed.compactMap { renaming in
        head[renaming.to].map { MigrationReport($0, from: renaming.fromPath, step: observed.step($0.id)) }
      },
      skipped: histories.upgrade.skipped.compactMap { head[$0] }.map { MigrationReport($0) })
  }
}

extension MigrationReport {
  fileprivate init(_ migration: Migration, from: String? = nil, step: StepReport? = nil) {
    self.init(id: migration.id, name: migration.name, path: migration.path, from: from, step: step)
  }
}

/// What was observed of each pending migration.
private struct ObservedSteps {
  let rehearsal: Rehearsal?
  let changes: [MigrationID: [ChangeReport]]
  let hasDowns: Bool

  func step(_ migration: MigrationID) -> StepReport? {
    let path = rehearsal?.upgrade ?? rehearsal?.fresh
    guard let record = path?.steps.first(where: { $0.migration == migration }) else { return nil }
    return StepReport(
      transaction: record.transaction, statements: record.statements, milliseconds: record.milliseconds,
      changes: changes[migration] ?? [], rollback: rollback(migration))
  }

  private func rollback(_ migration: MigrationID) -> StepReport.Rollback {
    guard let record = rehearsal?.rollbacks.first(where: { $0.migration == migration }) else {
      return hasDowns ? .notRun : .none
    }
    switch record.down {
    case .missing: return .none
    case .empty: return .empty
    case .notRunnable: return .notRun
    case .rejected: return .rejected
    case .residue: return .differs
    case .restored: return record.reapply.isFaithful ? .restored : .differs
    }
  }
}

extension RollbackRecord.Reapply {
  fileprivate var isFaithful: Bool {
    switch self {
    case .notRun, .same: true
    case .rejected, .differs: false
    }
  }
}
