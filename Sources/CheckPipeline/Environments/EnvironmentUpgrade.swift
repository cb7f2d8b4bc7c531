import MigrationTools
import SchemagateModel

/// What the tool would do for head in an environment.
struct EnvironmentUpgrade: Sendable {
  /// What is applied there, with what nobody here knows; base's whole history where nobody can tell.
  let applied: MigrationHistory
  let plan: ToolPlan
  /// How many of base's migrations are applied there; `nil` where nobody can tell.
  let count: Int?
  /// Of base's migrations, those that aren't applied there.
  let behind: [MigrationID]
  /// Applied there, and neither in base nor in head.
  let unknown: [MigrationID]
  /// Why nobody can tell what is applied.
  let why: String?
  /// Whether the tool would refuse base's files there as well.
  let isRefusedAtBase: Bool

  init(_ state: AppliedMigrations, _ histories: TargetHistories) {
    let base = histories.base
    switch state {
    case .unknown(let why):
      applied = base
      (count, behind, unknown) = (nil, [], [])
      self.why = why
    case .known(let ids):
      let there = AppliedHistory(ids, of: base, histories.head)
      applied = there.history
      count = base.migrations.count { ids.contains($0.id) }
      behind = base.migrations.filter { $0.kind != .baseline && !ids.contains($0.id) }.map(\.id)
      unknown = there.unknown
      why = nil
    }
    plan = histories.tool.plan(for: histories.head, applied: applied, target: histories.target)
    isRefusedAtBase =
      histories.tool.plan(for: base, applied: applied, target: histories.target).refusal?.reason
      == plan.refusal?.reason
  }
}

extension TargetHistories {
  /// What a database notes as applied.
  func applied(_ reading: SourceReading) throws -> AppliedMigrations {
    let known = Set(base.migrations.map(\.id))
    let all = MigrationHistory(migrations: base.migrations + head.migrations.filter { !known.contains($0.id) })
    // A tool that notes its newest version alone says nothing of what the branch puts below it.
    return try AppliedMigrations(reading.answer, in: reading, of: target, history: base.migrations.isEmpty ? all : base)
  }
}
