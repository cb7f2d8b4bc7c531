internal import SchemagateModel

/// What `flyway migrate` does, which validates first: info/MigrationInfoImpl.java (`validate`) refuses what base and files
/// contradict each other in, then command/DbMigrate.java runs what is pending.
struct FlywayPlan {
  let history: MigrationHistory
  let applied: MigrationHistory
  let target: TargetDefinition
  let step: (Migration) -> Step?
  private let appliedVersions: FlywayVersions

  init(
    history: MigrationHistory, applied: MigrationHistory, target: TargetDefinition, step: @escaping (Migration) -> Step?
  ) {
    self.history = history
    self.applied = applied
    self.target = target
    self.step = step
    appliedVersions = FlywayVersions(applied)
  }

  func plan(prepare: [String]) -> ToolPlan {
    if let refusal = fileRefusal ?? validation {
      return ToolPlan(prepare: prepare, steps: [], refusal: refusal)
    }
    let skipped = target.tool.outOfOrder == .skip ? late.map(\.id) : []
    let pending = (versioned + repeatable).filter { !skipped.contains($0.id) }
    return ToolPlan(prepare: prepare, steps: pending.compactMap(step), skipped: skipped)
  }

  /// On an empty database the highest baseline runs and stands for everything up to it; elsewhere baselines are ignored
  /// (api/migration/baseline/BaselineResolvedMigration.java). What a baseline stands for isn't "skipped": it is in there.
  private var versioned: [Migration] {
    let all = history.migrations.filter { $0.up != nil && $0.kind == .versioned }
    guard applied.migrations.allSatisfy({ $0.kind == .repeatable }) else {
      return all.filter { applied(sameAs: $0) == nil }
    }
    guard let baseline = history.migrations.last(where: { $0.kind == .baseline }), let floor = Self.version(baseline)
    else {
      return all
    }
    return [baseline] + all.filter { migration in Self.version(migration).map { $0 > floor } ?? false }
  }

  /// New ones, and those whose checksum has changed.
  private var repeatable: [Migration] {
    history.migrations.filter { migration in
      guard migration.kind == .repeatable else { return false }
      return applied[migration.id].map { $0.up?.checksum != migration.up?.checksum } ?? true
    }
  }

  private var newest: FlywayVersion? { applied.migrations.compactMap(Self.version).max() }

  private var late: [Migration] {
    guard let newest else { return [] }
    return versioned.filter { migration in Self.version(migration).map { $0 < newest } ?? false }
  }

  fileprivate static func version(_ migration: Migration) -> FlywayVersion? {
    FlywayVersion(migration.id.rawValue.drop { $0 == "B" })
  }

  private func applied(sameAs migration: Migration) -> Migration? { appliedVersions[migration] }
}

/// A history by what Flyway takes for one version: they are equal by value, `V01` applied as `V1` is applied.
private struct FlywayVersions {
  private struct Key: Hashable {
    let kind: Migration.Kind
    let version: FlywayVersion
  }

  private let history: MigrationHistory
  private let migrations: [Key: Migration]

  init(_ history: MigrationHistory) {
    self.history = history
    migrations = Dictionary(
      history.migrations.lazy.compactMap { migration in Self.key(migration).map { ($0, migration) } }
    ) {
      first, _ in first
    }
  }

  subscript(migration: Migration) -> Migration? {
    history[migration.id] ?? Self.key(migration).flatMap { migrations[$0] }
  }

  private static func key(_ migration: Migration) -> Key? {
    FlywayPlan.version(migration).map { Key(kind: migration.kind, version: $0) }
  }
}

// MARK: - Refusals

extension FlywayPlan {
  /// Two files of one version stop Flyway at once (internal/resolver/CompositeMigrationResolver.java); a script that it
  /// can't read stops it when it is that script's turn.
  private var fileRefusal: ToolPlan.Refusal? {
    let done = Set(applied.migrations.map(\.path) + history.migrations.compactMap { $0.down?.path })
    return history.problems.lazy.compactMap { problem -> ToolPlan.Refusal? in
      switch problem {
      case .duplicateVersion(let id, let paths):
        return refusal(id, "Found more than one migration with version \(id): \(paths.joined(separator: ", "))")
      case .unreadable(let location, let why):
        return done.contains(location.path) ? nil : refusal(nil, "\(location.path): \(why)")
      case .downWithoutUp, .ignored, .headsDiverged, .staleChecksum: return nil
      }
    }.first
  }

  private var validation: ToolPlan.Refusal? { missing ?? mismatch ?? outOfOrder }

  /// A vanished migration above all files is "future", which Flyway ignores by default.
  private var missing: ToolPlan.Refusal? {
    let highest = history.migrations.compactMap(Self.version).max()
    let head = FlywayVersions(history)
    let gone = applied.migrations.first { migration in
      guard migration.up != nil, migration.kind != .baseline else { return false }
      guard head[migration] == nil else { return false }
      guard let version = Self.version(migration), let highest else { return true }
      return version < highest
    }
    return gone.map { invalid($0.id, "Detected applied migration not resolved locally: \($0.id)") }
  }

  private var mismatch: ToolPlan.Refusal? {
    for migration in history.migrations where migration.kind == .versioned {
      guard let old = applied(sameAs: migration) else { continue }
      if old.up?.checksum != migration.up?.checksum {
        return invalid(migration.id, "Migration checksum mismatch for migration version \(migration.id)")
      }
      if old.name != migration.name {
        return invalid(migration.id, "Migration description mismatch for migration version \(migration.id)")
      }
    }
    return nil
  }

  private var outOfOrder: ToolPlan.Refusal? {
    guard target.tool.outOfOrder ?? .refuse == .refuse, let first = late.first else { return nil }
    return invalid(first.id, "Detected resolved migration not applied to database: \(first.id) (outOfOrder is off)")
  }

  /// api/exception/FlywayValidateException.java
  private func invalid(_ id: MigrationID, _ reason: String) -> ToolPlan.Refusal {
    refusal(id, "Validate failed: \(reason)")
  }

  private func refusal(_ id: MigrationID?, _ reason: String) -> ToolPlan.Refusal {
    ToolPlan.Refusal(migration: id, reason: reason)
  }
}
