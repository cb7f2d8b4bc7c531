internal import SchemagateModel

/// What `alembic upgrade` does: it goes by the graph and by the tips that `alembic_version` holds, and by nothing else.
struct AlembicPlan {
  let head: MigrationHistory
  let applied: MigrationHistory
  private let graph: AlembicGraph
  private let appliedGraph: AlembicGraph

  init(_ head: MigrationHistory, applied: MigrationHistory) {
    self.head = head
    self.applied = applied
    graph = AlembicGraph(head)
    appliedGraph = AlembicGraph(applied)
  }

  func plan() -> ToolPlan {
    if let refusal = fileRefusal ?? lostTip ?? severalHeads { return ToolPlan(steps: [], refusal: refusal) }
    let current = graph.upTo(appliedGraph.tips)
    let wanted = graph.upTo(graph.tips).subtracting(current)
    let steps = graph.runOrder(of: wanted, tips: graph.tips).compactMap { head[$0] }.compactMap { migration in
      migration.up.map { Step(migration: migration.id, direction: .up, script: $0) }
    }
    return ToolPlan(steps: steps, skipped: skipped(current), together: together(steps))
  }

  /// Put in below what the database has already: Alembic takes it for applied.
  private func skipped(_ current: Set<MigrationID>) -> [MigrationID] {
    head.migrations.map(\.id).filter { current.contains($0) && !appliedGraph.holds($0) }
  }

  private func together(_ steps: [Step]) -> ProgramCall? {
    guard case .command(var call) = steps.last?.script.body, let last = call.words.indices.last else { return nil }
    call.words[last] = graph.heads.count > 1 ? "heads" : "head"
    return call
  }

  /// Alembic reads every file before it does anything.
  private var fileRefusal: ToolPlan.Refusal? {
    head.problems.lazy.compactMap { problem -> ToolPlan.Refusal? in
      switch problem {
      case .unreadable(let location, let why): .unreadable(location, why)
      case .duplicateVersion(let id, let paths): .duplicate(id, paths)
      case .downWithoutUp, .ignored, .headsDiverged, .staleChecksum: nil
      }
    }.first
  }

  /// A tip in `alembic_version` that no file has.
  private var lostTip: ToolPlan.Refusal? {
    appliedGraph.tips.first { !graph.holds($0) }.map { .lost($0) }
  }

  /// Where base has several heads already, production must be using `upgrade heads`.
  private var severalHeads: ToolPlan.Refusal? {
    let heads = graph.heads
    guard heads.count > 1, !applied.migrations.isEmpty, appliedGraph.heads.count < 2 else { return nil }
    return .several(heads)
  }
}

extension ToolPlan.Refusal {
  fileprivate static func unreadable(_ location: SourceLocation, _ why: String) -> Self {
    let line = location.line.map { ":\($0)" } ?? ""
    return Self(migration: nil, reason: "\(location.path)\(line) can't be read: \(why)")
  }

  fileprivate static func duplicate(_ id: MigrationID, _ paths: [String]) -> Self {
    Self(
      migration: id,
      reason: "Revision \(id) is present more than once, so that `upgrade head` finds several heads: "
        + paths.joined(separator: ", "))
  }

  fileprivate static func lost(_ id: MigrationID) -> Self {
    Self(migration: id, reason: "Can't locate revision identified by '\(id)': it is applied, and no file has it")
  }

  fileprivate static func several(_ heads: [MigrationID]) -> Self {
    Self(
      migration: nil,
      reason: "Multiple head revisions are present for given argument 'head': "
        + heads.map(\.rawValue).joined(separator: ", "),
      remedy: "Let one of the heads follow on the other (`down_revision`), or join them with `alembic merge heads`.")
  }
}
