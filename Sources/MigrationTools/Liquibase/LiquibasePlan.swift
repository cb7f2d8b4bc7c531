internal import SchemagateModel

/// What `liquibase update` does: it validates everything first (changelog/visitor/ValidatingVisitor.java: duplicate keys, changed change
/// sets), then runs, in the changelog's order, what isn't noted; `runOnChange` again where it has changed, `runAlways` again
/// (changelog/filter/ShouldRunChangeSetFilter.java). Vanished change sets and their order are not looked at.
struct LiquibasePlan {
  let history: MigrationHistory
  let applied: MigrationHistory
  let step: (Migration) -> Step?

  func plan(prepare: [String]) -> ToolPlan {
    let known = Dictionary(applied.migrations.map { ($0.id, $0) }) { first, _ in first }
    if let refusal = fileRefusal(known) ?? mismatch(known) {
      return ToolPlan(prepare: prepare, steps: [], refusal: refusal)
    }
    let running = history.migrations.filter { migration in known[migration.id].map { isAgain($0, migration) } ?? true }
    return ToolPlan(prepare: prepare, steps: running.compactMap(step))
  }

  private func isAgain(_ old: Migration, _ new: Migration) -> Bool {
    new.kind == .repeatable && (new.up?.checksum == nil || new.up?.checksum != old.up?.checksum)
  }

  private func mismatch(_ known: [MigrationID: Migration]) -> ToolPlan.Refusal? {
    let changed = history.migrations.first { migration in
      guard migration.kind == .versioned, let old = known[migration.id], let sum = migration.up?.checksum else {
        return false
      }
      return sum != LiquibaseScript.anyContent && old.up?.checksum != nil && old.up?.checksum != sum
    }
    return changed.map {
      ToolPlan.Refusal(
        migration: $0.id, reason: "Validation Failed: 1 changesets check sum: \($0.id) was run, and has changed since")
    }
  }

  private func fileRefusal(_ known: [MigrationID: Migration]) -> ToolPlan.Refusal? {
    history.problems.lazy.compactMap { problem -> ToolPlan.Refusal? in
      switch problem {
      case .duplicateVersion(let id, _):
        return ToolPlan.Refusal(migration: id, reason: "Validation Failed: \(id) is there twice")
      case .unreadable(let location, let why):
        let line = location.line.map { ":\($0)" } ?? ""
        return ToolPlan.Refusal(migration: nil, reason: "\(location.path)\(line) can't be run: \(why)")
      case .downWithoutUp, .ignored, .headsDiverged, .staleChecksum: return nil
      }
    }.first
  }
}
