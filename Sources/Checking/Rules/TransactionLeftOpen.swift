import SchemagateModel

/// Reports scripts that begin a transaction and don't end it.
struct TransactionLeftOpen: Rule {
  let metadata = RuleMetadata(
    id: "transaction-left-open", title: "A transaction is left open", check: .apply, severity: .error,
    rationale:
      "What the script did is lost when the tool closes its connection, or it hangs together with the next migration.",
    remedy: "End the script with `COMMIT`, or leave `BEGIN` and `COMMIT` to the tool.",
    fires: "a script begins with `BEGIN;` and has no `COMMIT;`",
    staysQuiet: "each `BEGIN` has its `COMMIT`")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.upgrade?.steps ?? []).filter(\.leftTransactionOpen).map { step in
      .open(step.migration, path: evidence.path(of: step.migration))
    }
  }
}

extension Observation {
  fileprivate static func open(_ id: MigrationID, path: String) -> Self {
    Self(
      "\(Marked.file(path)) begins a transaction and leaves it open", migration: id,
      location: SourceLocation(path: path))
  }
}
