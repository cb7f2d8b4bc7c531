package import SchemagateModel

/// sqitch: changes in the order of `sqitch.plan`, deployed and reverted by the program itself.
/// Sources: github.com/sqitchers/sqitch 1.3.1, the module and function named at each rule.
package struct SqitchTool: MigrationTool {
  package let name = "sqitch"
  package let hasDowns = true

  static let tables = ["projects", "releases", "changes", "tags", "dependencies", "events"]

  package init() {}

  package func isInput(_ path: String, of target: TargetDefinition) -> Bool {
    let settings = SqitchSettings(target)
    return path == settings.configuration || path == settings.plan
      || [settings.deploy, settings.revert, settings.verify].contains(where: path.isBelow)
  }

  package func history(of target: TargetDefinition, in files: FileTree) -> MigrationHistory {
    SqitchHistory(target: target, files: files).history()
  }

  /// App::Sqitch::Engine `_sync_plan` looks the newest deployed change up in the plan by its id, stops where it isn't
  /// there, and deploys what stands behind it. An id holds the ids of everything before it, so that an inserted, removed or
  /// changed line in front of a deployed change stops it, too. Scripts are not compared.
  package func plan(
    for history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition
  ) -> ToolPlan {
    if let refusal = fileRefusal(history) { return ToolPlan(steps: [], refusal: refusal) }
    var pending = history.migrations[...]
    if let newest = applied.migrations.last {
      let place = history.migrations.lastIndex { $0.up?.checksum == newest.up?.checksum }
      guard let place else { return ToolPlan(steps: [], refusal: .unplanned(newest.id, in: history)) }
      pending = history.migrations[(place + 1)...]
    }
    let steps = pending.compactMap { migration in
      migration.up.map { Step(migration: migration.id, direction: .up, script: $0, session: .fresh) }
    }
    let names = history.migrations.map(\.id.rawValue)
    let calls = SqitchCalls(target: target, namesAreUnique: !names.contains { $0.contains("+") })
    return ToolPlan(steps: steps, together: steps.isEmpty ? nil : calls.deploy(to: nil))
  }

  private func fileRefusal(_ history: MigrationHistory) -> ToolPlan.Refusal? {
    for case .unreadable(let place, let why) in history.problems {
      return ToolPlan.Refusal(migration: nil, reason: "\(place.path):\(place.line ?? 1) can't be run: \(why)")
    }
    return nil
  }

  package func revert(_ migration: Migration, in history: MigrationHistory, target: TargetDefinition) -> Step? {
    migration.down.map { Step(migration: migration.id, direction: .down, script: $0, session: .fresh) }
  }

  package func bookkeeping(of target: TargetDefinition) -> [NamePattern] {
    switch target.engine {
    case .postgresql:
      let registry = target.tool.table ?? "sqitch"
      return [NamePattern(parts: [registry]), NamePattern(parts: [registry, "*"])]
    case .sqlite, .mysql, .mariadb: return Self.tables.map { NamePattern(parts: [$0]) }
    }
  }

  package func appliedQuery(of target: TargetDefinition) -> String? {
    switch target.engine {
    case .postgresql:
      "SELECT change FROM \(target.engine.identifier(target.tool.table ?? "sqitch")).changes ORDER BY committed_at"
    case .sqlite, .mysql, .mariadb: "SELECT change FROM changes ORDER BY committed_at"
    }
  }

  /// A name that was reworked stands there once for each time that it was deployed.
  package func applied(_ rows: [[String?]], in history: MigrationHistory) -> [MigrationID] {
    var count: [String: Int] = [:]
    return rows.compactMap { $0.first ?? nil }.map { name in
      let known = history.migrations.map(\.id).filter { $0.rawValue == name || $0.rawValue.hasPrefix(name + "+") }
      let place = count[name, default: 0]
      count[name] = place + 1
      return place < known.count ? known[place] : MigrationID(name)
    }
  }
}

extension ToolPlan.Refusal {
  fileprivate static func unplanned(_ id: MigrationID, in history: MigrationHistory) -> Self {
    let why =
      history[id] == nil
      ? "it is deployed, and the plan doesn't hold it any more"
      : "its line in the plan, or one before it, differs from what was deployed, which gives it another id"
    return Self(
      migration: id, reason: "Cannot find change … (\(id)) in sqitch.plan: \(why)",
      remedy: "Leave the lines of base's changes as base has them, and add new ones behind them.")
  }
}
