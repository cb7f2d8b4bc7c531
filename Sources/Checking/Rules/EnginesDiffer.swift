import SchemagateModel

/// Reports a target's schema that is another one on another engine.
struct EnginesDiffer: Rule {
  let metadata = RuleMetadata(
    id: "engines-differ", title: "The engines' schemas differ", check: .apply, severity: .warning,
    rationale: "One application uses all of them: what one engine lacks fails where it runs on that one.",
    remedy: "Write the change for every engine, or turn the rule off where the schemas are meant to differ.",
    fires: "a column is added on PostgreSQL and not on SQLite",
    staysQuiet: "every table, column, key and index is on all engines, whatever they call its type")

  func observations(in evidence: Evidence) -> [Observation] {
    let differences = evidence.rehearsal?.engineDifferences ?? []
    let (news, known) = (differences.filter { !$0.existing }, differences.filter(\.existing))
    if !news.isEmpty { return [.differ(news, "The branch makes the engines' schemas differ", severity: nil)] }
    return known.isEmpty ? [] : [.differ(known, "The engines' schemas differ, as they do at base", severity: .notice)]
  }
}

extension Observation {
  fileprivate static func differ(_ differences: [EngineDifference], _ what: String, severity: Severity?) -> Self {
    let lines =
      differences.prefix(20).map(\.words) + (differences.count > 20 ? ["… \(differences.count - 20) more"] : [])
    return Self(
      "\(what): \(differences.count.of("difference"))", evidence: lines.joined(separator: "\n"), severity: severity)
  }
}
