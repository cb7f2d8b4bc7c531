import Declaring
import MigrationTools
import Rehearsing
import SchemagateModel
import ToolPrograms

/// What the files of base and head say of one target: histories, what differs, and what the tool would do.
struct TargetHistories {
  let target: TargetDefinition
  let tool: any MigrationTool
  let base: MigrationHistory
  let head: MigrationHistory
  let delta: HistoryDelta
  /// What the tool would do for head on a database that holds base's history.
  let upgrade: ToolPlan

  init(
    target: TargetDefinition, atBase: TargetDefinition? = nil, tool: any MigrationTool, baseFiles: FileTree,
    headFiles: FileTree
  ) {
    self.init(
      target: target, tool: tool, base: tool.history(of: atBase ?? target, in: baseFiles),
      head: tool.history(of: target, in: headFiles))
  }

  init(target: TargetDefinition, tool: any MigrationTool, base: MigrationHistory, head: MigrationHistory) {
    self.target = target
    self.tool = tool
    self.base = base
    self.head = head
    delta = MigrationTools.delta(from: base, to: head)
    upgrade = tool.plan(for: head, applied: base, target: target)
  }

  /// Whether nothing was found: no migration, and no file that could have been one.
  var isEmpty: Bool {
    [base, head].allSatisfy { $0.migrations.isEmpty && $0.problems.isEmpty }
  }

  /// Migrations that base doesn't hold, in the tool's order.
  var pending: [Migration] {
    let base = Set(base.migrations.map(\.id))
    return head.migrations.filter { !base.contains($0.id) }
  }

  /// Migrations whose declarations count: the pending ones, and edited ones for their waivers.
  var declaring: [Migration] {
    let edited = Set(delta.edited)
    return pending + head.migrations.filter { edited.contains($0.id) }
  }

  /// Whether the tool's own program carries out any step of base or head.
  var runsPrograms: Bool {
    (base.migrations + head.migrations).contains { migration in
      [migration.up, migration.down].contains { script in
        if case .command = script?.body { true } else { false }
      }
    }
  }

  func rehearsalPlan(
    setup: [SourceText], typeNames: Set<String>, stepLimit: Duration, programs: ProgramWorld? = nil
  ) -> RehearsalPlan {
    let basePlan = tool.plan(for: base, applied: .empty, target: target).running(on: .base)
    let fresh = tool.plan(for: head, applied: .empty, target: target)
    let downs = pending.compactMap { migration in
      tool.revert(migration, in: head, target: target).map { (migration.id, $0) }
    }
    return RehearsalPlan(
      target: target, setup: setup, base: basePlan, upgrade: upgrade, fresh: fresh,
      freshDiffers: (basePlan.steps + upgrade.steps).scripts != fresh.steps.scripts
        || isOneRunUnlikeTwo(basePlan.steps, upgrade.steps),
      pending: Set(pending.map(\.id)), downs: Dictionary(downs) { first, _ in first }, toolHasDowns: tool.hasDowns,
      bookkeeping: tool.bookkeeping(of: target), typeNames: typeNames, stepLimit: stepLimit,
      programs: programs)
  }

  /// On a new database the tool runs everything at once: in one transaction if that is its way, and with what base's
  /// scripts set still in force.
  private func isOneRunUnlikeTwo(_ first: [Step], _ second: [Step]) -> Bool {
    guard !first.isEmpty, !second.isEmpty else { return false }
    return (first + second).contains { $0.script.transaction == .run }
      || first.contains { $0.session == .kept && $0.script.mayChangeSession }
  }
}

extension [Step] {
  /// What runs, in order, without the tool's notes about it.
  fileprivate var scripts: [[String]] { map { [$0.migration.rawValue, $0.script.path, $0.script.contentID] } }
}
