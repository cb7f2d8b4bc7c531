import SchemagateModel

/// Reports migrations that stand under another key or path with the same content.
struct MigrationRenamed: Rule {
  let metadata = RuleMetadata(
    id: "migration-renamed", title: "A merged migration was renamed", check: .history, severity: .error,
    rationale:
      "The tool knows a migration by its key. Under a new one it runs a second time on every database that has it.",
    remedy: "Give the file its former name back.",
    fires: "`0003_audit.sql` becomes `0005_audit.sql` with the same content",
    staysQuiet: "a migration is renamed that base doesn't hold")

  func observations(in evidence: Evidence) -> [Observation] {
    let pending = Set(evidence.plan.steps.map(\.migration))
    return evidence.delta.renamed.map { .renamed($0, runsAgain: pending.contains($0.to)) }
  }
}

extension Observation {
  fileprivate static func renamed(_ renaming: HistoryDelta.Renaming, runsAgain: Bool) -> Self {
    let effect =
      if runsAgain {
        "; databases that applied \(renaming.from) run it a second time as \(renaming.to)"
      } else if renaming.from != renaming.to { "; its key changes from \(renaming.from) to \(renaming.to)" } else {
        "; its key stays \(renaming.to)"
      }
    let severity: Severity = runsAgain ? .error : renaming.from == renaming.to ? .notice : .warning
    return Self(
      "\(renaming.fromPath) is renamed to \(renaming.toPath)\(effect)", severity: severity, migration: renaming.to,
      location: SourceLocation(path: renaming.toPath))
  }
}
