internal import SchemagateModel

/// Reads a project's changes in the plan's order, each with its scripts.
struct SqitchHistory {
  let target: TargetDefinition
  let files: FileTree

  func history() -> MigrationHistory {
    let settings = SqitchSettings(target)
    guard let text = files.files[settings.plan]?.text else {
      let scripts = files.paths(under: settings.deploy)
      return MigrationHistory(migrations: [], problems: scripts.isEmpty ? [] : [problem(settings.plan, 1, Self.noPlan)])
    }
    guard target.engine == .postgresql || target.engine == .sqlite else {
      return MigrationHistory(migrations: [], problems: [problem(settings.plan, 1, Self.otherEngine)])
    }
    let plan = SqitchPlanFile(text)
    let calls = SqitchCalls(target: target, namesAreUnique: !plan.changes.contains(where: \.isReworked))
    var problems = [plan.problem].compactMap { $0 }.map { problem(settings.plan, $0.line, $0.why) }
    let migrations = plan.changes.enumerated().map { index, change in
      let before = index == 0 ? nil : plan.changes[index - 1]
      return migration(change, before, settings, calls, &problems)
    }
    return MigrationHistory(migrations: migrations, problems: problems)
  }

  private func migration(
    _ change: SqitchPlanFile.Change, _ before: SqitchPlanFile.Change?, _ settings: SqitchSettings,
    _ calls: SqitchCalls, _ problems: inout [HistoryProblem]
  ) -> Migration {
    let up = script(.path(settings.deploy, change.script + ".sql"), calls.deploy(to: change), change)
    let downPath = String.path(settings.revert, change.script + ".sql")
    let hasDown = files.files[downPath] != nil
    if let clash = clash(up.path) { problems.append(clash) }
    return Migration(
      id: change.id, name: "", path: up.path, up: up,
      down: hasDown ? script(downPath, calls.revert(to: before), change) : nil)
  }

  private func script(_ path: String, _ call: ProgramCall, _ change: SqitchPlanFile.Change) -> MigrationScript {
    MigrationScript(
      path: path, body: .command(call), transaction: .none, contentID: files.files[path]?.contentID ?? "no file",
      checksum: change.identity)
  }

  /// On SQLite sqitch's own tables stand in the same file while we rehearse.
  private func clash(_ path: String) -> HistoryProblem? {
    guard target.engine == .sqlite, let text = files.files[path]?.text else { return nil }
    let names = SqitchTool.tables.joined(separator: "|")
    guard let pattern = try? Regex("(?i)create\\s+(table|view)\\s+(if\\s+not\\s+exists\\s+)?[\"`\\[]?(\(names))\\b"),
      let match = text.firstMatch(of: pattern)
    else { return nil }
    return problem(path, text[..<match.range.lowerBound].utf8.count { $0 == 0x0A } + 1, Self.clash)
  }

  private func problem(_ path: String, _ line: Int, _ why: String) -> HistoryProblem {
    .unreadable(location: SourceLocation(path: path, line: line), why: why)
  }
}

extension SqitchHistory {
  private static let noPlan = "there is no sqitch.plan beside the folder of the deploy scripts"
  private static let otherEngine =
    "sqitch keeps its registry in a database of its own on this engine, and we rehearse in one database only"
  private static let clash =
    "a table of sqitch's registry has this name, and both stand in one file while we rehearse on SQLite"
}
