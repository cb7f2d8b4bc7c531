import SchemagateModel

/// Reports migrations that stand under another key or path with the same content.
struct MigrationRenamed: Rule {
  let metadata = RuleMetadata(
    id: "migration-renamed", title: "A merged migration was renamed", check: .history, severity: .error,
    rationale:
      "The tool knows a migration by its key. Under a new one it runs a second time on every database that has it.",
    remedy: "Give the file its former name back.",
    fires: "`002_orders.sql` becomes `003_orders.sql` with the same content",
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
        ": databases that applied it as \(Marked.code(renaming.from.rawValue)) run it again as \(Marked.code(renaming.to.rawValue))"
      } else if renaming.from != renaming.to {
        "; its key changes from \(Marked.code(renaming.from.rawValue)) to \(Marked.code(renaming.to.rawValue))"
      } else {
        "; its key stays \(Marked.code(renaming.to.rawValue))"
      }
    let severity: Severity = runsAgain ? .error : renaming.from == renaming.to ? .notice : .warning
    return Self(
      "\(Marked.file(renaming.fromPath)) is renamed to \(Marked.file(renaming.toPath))\(effect)", severity: severity,
      remedy: "Rename it back to \(Marked.file(renaming.fromPath)), and its down file with it, if it has one.",
      migration: renaming.to,
      location: SourceLocation(path: renaming.toPath))
  }
}
