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
  /// How far each edited migration was edited.
  let edits: [MigrationID: EditExtent]
  /// The history where the branch began, where base has moved on since and either side adds migrations.
  let start: MigrationHistory?

  init(
    target: TargetDefinition, atBase: TargetDefinition? = nil, tool: any MigrationTool, baseFiles: FileTree,
    headFiles: FileTree, startFiles: FileTree? = nil
  ) {
    let atBase = atBase ?? target
    self.init(
      target: target, tool: tool, base: tool.history(of: atBase, in: baseFiles),
      head: tool.history(of: target, in: headFiles), began: startFiles.map { tool.history(of: atBase, in: $0) })
  }

  /// `began` is the history where the branch left base, where that isn't base itself.
  init(
    target: TargetDefinition, tool: any MigrationTool, base: MigrationHistory, head: MigrationHistory,
    began: MigrationHistory? = nil
  ) {
    self.target = target
    self.tool = tool
    self.base = base
    self.head = head
    delta = MigrationTools.delta(from: base, to: head)
    upgrade = tool.plan(for: head, applied: base, target: target)
    edits = extents(of: delta, from: base, to: head, engine: target.engine)
    let began = began ?? base
    start = delta.added.isEmpty || base.adds(to: began).isEmpty ? nil : began
  }

  /// What base gained since the branch began.
  var gained: [MigrationID] { start.map { base.adds(to: $0) } ?? [] }

  /// Whether nothing was found: no migration, and no file that could have been one.
  var isEmpty: Bool {
    [base, head].allSatisfy { $0.migrations.isEmpty && $0.problems.isEmpty }
  }

  var hasDowns: Bool { tool.hasDowns(of: target) }

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
    setup: [SourceText], typeNames: Set<String>, stepLimit: Duration, programs: ProgramWorld? = nil,
    stepwise: Bool = false
  ) -> RehearsalPlan {
    let basePlan = tool.plan(for: base, applied: .empty, target: target).running(on: .base)
    let whole = tool.plan(for: head, applied: .empty, target: target)
    let fresh = stepwise ? whole.stepwise : whole
    let downs = pending.compactMap { migration in
      tool.revert(migration, in: head, target: target).map { (migration.id, $0) }
    }
    return RehearsalPlan(
      target: target, setup: setup, base: basePlan, upgrade: upgrade, fresh: fresh,
      freshDiffers: (basePlan.steps + upgrade.steps).scripts != fresh.steps.scripts
        || isOneRunUnlikeTwo(basePlan.steps, upgrade.steps) || isOldCodeUnlikeNew(basePlan.steps, fresh),
      pending: Set(pending.map(\.id)), downs: Dictionary(downs) { first, _ in first }, toolHasDowns: hasDowns,
      bookkeeping: tool.bookkeeping(of: target), typeNames: typeNames, stepLimit: stepLimit, programs: programs,
      interleaving: interleaving, suspects: suspects, isSquash: isSquash)
  }

  /// The steps of either side on the state where the branch began. What base took away or edited meanwhile is no matter
  /// of order.
  private var interleaving: InterleavingPlan? {
    guard let start else { return nil }
    let gained = Set(self.gained)
    let known = Set(start.migrations.map(\.id))
    func history(_ isWanted: (MigrationID) -> Bool) -> MigrationHistory {
      MigrationHistory(migrations: head.migrations.filter { known.contains($0.id) || isWanted($0.id) })
    }
    return InterleavingPlan(
      start: tool.plan(for: start, applied: .empty, target: target),
      gained: tool.plan(for: history(gained.contains), applied: history { _ in false }, target: target),
      own: tool.plan(for: history { !gained.contains($0) }, applied: history { _ in false }, target: target))
  }

  /// Whatever the two paths may treat in two ways.
  private var suspects: Set<MigrationID> {
    let kept = Set(base.migrations.map(\.id))
    let last = head.migrations.lastIndex { $0.kind == .versioned && kept.contains($0.id) } ?? 0
    let late = head.migrations.prefix(last).map(\.id).filter { !kept.contains($0) }
    return Set(delta.edited + delta.removed + delta.renamed.map(\.to) + late + upgrade.skipped)
  }

  private var isSquash: Bool {
    delta.removed.count > 1 || delta.added.contains { head[$0]?.kind == .baseline }
  }

  /// On a new database the tool runs everything at once: in one transaction if that is its way, and with what base's
  /// scripts set still in force.
  private func isOneRunUnlikeTwo(_ first: [Step], _ second: [Step]) -> Bool {
    guard !first.isEmpty, !second.isEmpty else { return false }
    return (first + second).contains { $0.script.transaction == .run }
      || first.contains { $0.session == .kept && $0.script.mayChangeSession }
  }
}

extension TargetHistories {
  /// In a new environment head's code runs base's migrations too, which may use what the branch took away.
  private func isOldCodeUnlikeNew(_ base: [Step], _ fresh: ToolPlan) -> Bool { !base.isEmpty && fresh.together != nil }
}

extension MigrationHistory {
  /// Versioned migrations that this history has and `other` hasn't, in order.
  fileprivate func adds(to other: MigrationHistory) -> [MigrationID] {
    let known = Set(other.migrations.map(\.id))
    return migrations.filter { $0.kind == .versioned && !known.contains($0.id) }.map(\.id)
  }
}

extension [Step] {
  /// What runs, in order, without the tool's notes about it.
  fileprivate var scripts: [[String]] { map { [$0.migration.rawValue, $0.script.path, $0.script.contentID] } }
}
