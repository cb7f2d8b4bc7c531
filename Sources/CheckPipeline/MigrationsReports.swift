import Checking
import SQLSyntax
import SchemagateModel

extension MigrationsReport {
  /// What the branch changes in the history, with what was observed of each pending migration.
  init(_ histories: TargetHistories, rehearsal: Rehearsal?, result: CheckResult) {
    let delta = histories.delta
    let observed = ObservedSteps(histories: histories, rehearsal: rehearsal, result: result)
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
  let histories: TargetHistories
  let rehearsal: Rehearsal?
  let result: CheckResult

  private var hasDowns: Bool { histories.hasDowns }

  /// Where one transaction holds several steps and none was taken back, nobody knows which of them changed what: their
  /// changes stand with the last.
  private func tellsStepsApart(_ path: PathRecord?) -> Bool {
    guard let steps = path?.steps, steps.count > 1, hasDowns, rehearsal?.rollbacks.isEmpty == true else { return true }
    return !steps.contains { $0.transaction == .run } || !steps.dropLast().allSatisfy(\.changes.isEmpty)
  }

  func step(_ migration: MigrationID) -> StepReport? {
    let path = rehearsal?.upgrade ?? rehearsal?.fresh
    guard let record = path?.steps.first(where: { $0.migration == migration }) else { return nil }
    return StepReport(
      transaction: record.transaction, statements: record.statements, milliseconds: record.milliseconds,
      changes: tellsStepsApart(path) ? result.stepChanges[migration] ?? [] : [],
      rollback: result.rollbacks[migration] ?? (hasDowns ? .notRun : .none),
      trace: trace.reports(of: record, running: script(of: migration)))
  }

  private func script(of migration: MigrationID) -> MigrationScript? {
    histories.upgrade.steps.first { $0.migration == migration }?.script ?? histories.head[migration]?.up
  }

  private var trace: StatementTrace {
    let target = histories.target
    return StatementTrace(
      splitter: SQLSplitter(dialect: rehearsal?.engine.name ?? target.engine, session: target.session))
  }
}
