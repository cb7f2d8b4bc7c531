internal import SchemagateModel

/// What `atlas migrate apply` does (sql/migrate/migrate.go, `Executor.Pending`). Contents of applied files and vanished ones are
/// not looked at, once `atlas.sum` is right.
struct AtlasPlan {
  let history: MigrationHistory
  let applied: MigrationHistory
  /// `--exec-order`: linear refuses, linear-skip skips, non-linear runs.
  let lower: OutOfOrder
  let step: (Migration) -> Step?

  func plan(prepare: [String]) -> ToolPlan {
    let missed = inBetween
    if let refusal = fileRefusal ?? lateRefusal(missed) {
      return ToolPlan(prepare: prepare, steps: [], refusal: refusal)
    }
    let running = applied.migrations.isEmpty ? first : (lower == .run ? missed : []) + above
    let skipped = applied.migrations.isEmpty ? [] : below + (lower == .skip ? missed : [])
    return ToolPlan(prepare: prepare, steps: running.compactMap(step), skipped: skipped.map(\.id))
  }

  /// A new database begins with the last checkpoint; what that stands for is in it, not skipped.
  private var first: [Migration] {
    let start = history.migrations.lastIndex { $0.kind == .baseline } ?? 0
    return Array(history.migrations.dropFirst(start))
  }

  /// Checkpoints never run on a database that has a history.
  private var ordinary: [Migration] { history.migrations.filter { $0.kind == .versioned } }

  private var versions: [String] { applied.migrations.map(\.id.rawValue).sorted { $0.precedesInBytes($1) } }

  private var above: [Migration] {
    guard let last = versions.last else { return ordinary }
    return ordinary.filter { last.precedesInBytes($0.id.rawValue) }
  }

  /// Below the first applied version Atlas doesn't look at all.
  private var below: [Migration] {
    guard let first = versions.first else { return [] }
    return ordinary.filter { $0.id.rawValue.precedesInBytes(first) }
  }

  private var inBetween: [Migration] {
    guard let first = versions.first, let last = versions.last else { return [] }
    let known = Set(versions)
    return ordinary.filter { migration in
      let version = migration.id.rawValue
      return !known.contains(version) && first.precedesInBytes(version) && version.precedesInBytes(last)
    }
  }

  private func lateRefusal(_ missed: [Migration]) -> ToolPlan.Refusal? {
    guard lower == .refuse, let late = missed.first else { return nil }
    let names = missed.map(\.path.lastPart)
    let subject = names.count == 1 ? "file \(names[0]) was" : "files \(names.joined(separator: ", ")) were"
    return ToolPlan.Refusal(migration: late.id, reason: "migration \(subject) added out of order")
  }

  private var fileRefusal: ToolPlan.Refusal? {
    let done = Set(applied.migrations.map(\.path))
    return history.problems.lazy.compactMap { problem -> ToolPlan.Refusal? in
      switch problem {
      case .staleChecksum(let path, let why):
        return ToolPlan.Refusal(migration: nil, reason: "checksum mismatch: \(path) is out of date: \(why)")
      case .unreadable(let location, let why) where !done.contains(location.path):
        return ToolPlan.Refusal(migration: nil, reason: "\(location.path) can't be run: \(why)")
      case .unreadable, .duplicateVersion, .downWithoutUp, .ignored, .headsDiverged: return nil
      }
    }.first
  }
}
