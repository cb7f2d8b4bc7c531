internal import SchemagateModel

/// What `manage.py migrate` does on a database whose `django_migrations` holds the migrations of `applied`
/// (django/core/management/commands/migrate.py, django/db/migrations/loader.py `build_graph`).
struct DjangoPlan {
  private let target: TargetDefinition
  private let head: MigrationHistory
  /// The rows of the table, and the squashed migrations that count as applied because all that they replace are.
  private let applied: Set<MigrationID>
  /// What takes no part on this database: replaced migrations, or a squashed one that can't be used.
  private let unused: Set<MigrationID>
  /// Squashed migrations of whose parts only some are applied.
  private let broken: [Migration]

  init(head: MigrationHistory, applied history: MigrationHistory, target: TargetDefinition) {
    self.target = target
    let rows = Set(history.migrations.flatMap { [$0.id] + $0.replaces })
    let squashes = head.migrations.filter { !$0.replaces.isEmpty }
    let whole = squashes.filter { $0.replaces.allSatisfy(rows.contains) }
    let broken = squashes.filter { $0.replaces.contains(where: rows.contains) && !whole.contains($0) }
    self.head = head
    self.broken = broken
    applied = rows.union(whole.map(\.id)).subtracting(broken.map(\.id))
    unused = Set(squashes.filter { !broken.contains($0) }.flatMap(\.replaces)).union(broken.map(\.id))
  }

  /// The last step runs whatever is left, other people's migrations too, as the tool does in production.
  func plan() -> ToolPlan {
    if let refusal { return ToolPlan(steps: [], refusal: refusal) }
    let pending = head.migrations.filter { !applied.contains($0.id) && !unused.contains($0.id) }
    let together = DjangoCalls(reading: head, target: target)?.together(pending.map(\.id))
    let steps = pending.enumerated().compactMap { index, migration -> Step? in
      guard let up = migration.up else { return nil }
      let script = index == pending.count - 1 ? together.map(up.carriedOut) ?? up : up
      return Step(migration: migration.id, direction: .up, script: script, session: .fresh)
    }
    return ToolPlan(steps: steps, together: together)
  }

  private var refusal: ToolPlan.Refusal? {
    stop ?? unusableSquash ?? inconsistent ?? conflict
  }

  private var stop: ToolPlan.Refusal? {
    for case .unreadable(let location, let why) in head.problems where why.hasSuffix(HistoryProblem.djangoStops) {
      return ToolPlan.Refusal(migration: migration(at: location.path), reason: "\(location.path): \(why)")
    }
    return nil
  }

  private func migration(at path: String) -> MigrationID? { head.migrations.first { $0.path == path }?.id }

  /// A squashed migration whose parts are partly applied needs the files of the others.
  private var unusableSquash: ToolPlan.Refusal? {
    for squash in broken {
      guard let missing = squash.replaces.first(where: { !applied.contains($0) && head[$0] == nil }) else { continue }
      return .unusableSquash(squash.id, missing: missing)
    }
    return nil
  }

  /// `check_consistent_history`
  private var inconsistent: ToolPlan.Refusal? {
    for migration in head.migrations where applied.contains(migration.id) && !unused.contains(migration.id) {
      guard let parent = migration.parents.first(where: { !isApplied($0) }) else { continue }
      return .inconsistent(migration.id, before: parent)
    }
    return nil
  }

  /// Who follows on a squashed migration that can't be used follows on the last of its parts.
  private func isApplied(_ id: MigrationID) -> Bool {
    applied.contains(id) || broken.contains { $0.id == id && $0.replaces.last.map(applied.contains) ?? false }
  }

  /// `detect_conflicts`
  private var conflict: ToolPlan.Refusal? {
    for case .headsDiverged(let heads) in head.problems {
      return .conflict(heads, newest: heads.last { !applied.contains($0) } ?? heads.last)
    }
    return nil
  }
}

extension MigrationScript {
  /// The same script, carried out by another call.
  fileprivate func carriedOut(by call: ProgramCall) -> MigrationScript {
    MigrationScript(path: path, body: .command(call), transaction: transaction, contentID: contentID)
  }
}

extension ToolPlan.Refusal {
  fileprivate static func conflict(_ heads: [MigrationID], newest: MigrationID?) -> Self {
    let keys = heads.map { DjangoKey($0) }
    return Self(
      migration: newest,
      reason: "Conflicting migrations detected; multiple leaf nodes in the migration graph: "
        + "(\(keys.map(\.name).joined(separator: ", ")) in \(keys.first?.app ?? ""))",
      remedy: "Let the branch's migration follow on base's (`dependencies`), or run `manage.py makemigrations --merge`."
    )
  }

  fileprivate static func inconsistent(_ id: MigrationID, before parent: MigrationID) -> Self {
    Self(migration: id, reason: "Migration \(id) is applied before its dependency \(parent)")
  }

  fileprivate static func unusableSquash(_ id: MigrationID, missing: MigrationID) -> Self {
    Self(
      migration: id,
      reason: "\(id) can't be used, because only some of the migrations that it replaces are applied, and the file of "
        + "\(missing) is gone")
  }
}
