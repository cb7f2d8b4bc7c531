internal import SchemagateModel

/// What most tools do: run, in order, what head has and the database hasn't. What they do where the two contradict each
/// other differs, and stands in the fields.
struct SequentialPlan {
  /// A pending migration that is lower than one already applied.
  let lower: OutOfOrder
  /// An applied migration whose up part has changed.
  let edited: EditedRule
  /// An applied migration that has no file any more.
  let removed: RemovedRule
  /// Two files of one version.
  let duplicate: DuplicateRule
  let precedes: (Migration, Migration) -> Bool
  /// The tool's own words where it stops.
  var words = RefusalWords()
  let prepare: [String]
  /// `nil` where the tool runs nothing for a migration.
  let step: (Migration) -> Step?

  enum EditedRule {
    case ignored
    case refused
  }

  enum RemovedRule {
    case ignored
    case refused
    /// Refused only where it is the newest applied one, the only one that the tool looks up.
    case refusedIfNewest
  }

  enum DuplicateRule {
    /// The tool finds it while it reads the files.
    case refused
    /// The tool stumbles over it only when it runs the version.
    case refusedIfPending
  }

  func plan(for head: MigrationHistory, applied: MigrationHistory) -> ToolPlan {
    let known = Dictionary(applied.migrations.map { ($0.id, $0) }) { first, _ in first }
    let pending = head.migrations.filter { known[$0.id] == nil }
    let newest = applied.migrations.last
    let late = pending.filter { migration in newest.map { precedes(migration, $0) } ?? false }
    let refusal =
      fileRefusal(head, known: known) ?? historyRefusal(head, applied: applied, known: known)
      ?? lateRefusal(late, newest: newest)
    if let refusal { return ToolPlan(prepare: prepare, steps: [], refusal: refusal) }
    let skipped = lower == .skip ? late.map(\.id) : []
    let running = pending.filter { !skipped.contains($0.id) }
    return ToolPlan(prepare: prepare, steps: running.compactMap(step), skipped: skipped)
  }

  /// What the tool finds wrong with the files themselves, as far as it would read them on this database.
  private func fileRefusal(_ head: MigrationHistory, known: [MigrationID: Migration]) -> ToolPlan.Refusal? {
    let appliedPaths = Set(
      head.migrations.filter { known[$0.id] != nil }.flatMap { [$0.path, $0.up?.path, $0.down?.path] })
    let downs = Set(head.migrations.compactMap { $0.down?.path }).subtracting(
      head.migrations.compactMap { $0.up?.path })
    return head.problems.lazy.compactMap { problem -> ToolPlan.Refusal? in
      switch problem {
      case .duplicateVersion(let id, let paths):
        guard duplicate == .refused || known[id] == nil else { return nil }
        return ToolPlan.Refusal(migration: id, reason: words.duplicate(id, paths))
      case .unreadable(let location, let why):
        let isRead = !appliedPaths.contains(location.path) && !downs.contains(location.path)
        return isRead ? .unreadable(location, why) : nil
      case .downWithoutUp, .ignored, .headsDiverged, .staleChecksum:
        return nil
      }
    }.first
  }

  private func historyRefusal(
    _ head: MigrationHistory, applied: MigrationHistory, known: [MigrationID: Migration]
  ) -> ToolPlan.Refusal? {
    let present = Set(head.migrations.map(\.id))
    let missing = applied.migrations.filter { !present.contains($0.id) }
    switch removed {
    case .refused: if let first = missing.first { return refusal(first.id, words.removed) }
    case .refusedIfNewest:
      if let last = missing.last, last.id == applied.migrations.last?.id { return refusal(last.id, words.removed) }
    case .ignored: break
    }
    guard edited == .refused else { return nil }
    let changed = head.migrations.first { migration in
      known[migration.id].map { !MigrationScript.sameContent($0.up, migration.up) } ?? false
    }
    return changed.map { refusal($0.id, words.edited) }
  }

  private func lateRefusal(_ late: [Migration], newest: Migration?) -> ToolPlan.Refusal? {
    guard lower == .refuse, let first = late.first, let newest else { return nil }
    return ToolPlan.Refusal(migration: first.id, reason: words.late(late.map(\.id), newest.id))
  }

  private func refusal(_ id: MigrationID, _ words: (MigrationID) -> String) -> ToolPlan.Refusal {
    ToolPlan.Refusal(migration: id, reason: words(id))
  }
}

extension ToolPlan.Refusal {
  fileprivate static func unreadable(_ location: SourceLocation, _ why: String) -> Self {
    let line = location.line.map { ":\($0)" } ?? ""
    return Self(migration: nil, reason: "\(location.path)\(line) can't be run: \(why)")
  }
}
