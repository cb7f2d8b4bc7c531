import SchemagateModel

/// Reports an environment's snapshot on which the same migrations lead to another schema.
struct EnvironmentDiffers: Rule {
  let metadata = RuleMetadata(
    id: "environment-differs", title: "The migrations lead an environment to another schema", check: .apply,
    severity: .warning,
    rationale: "What was rehearsed and reviewed isn't what the environment will hold.",
    remedy: "Compare the environment with base (`schemagate drift`), and mend it before this is deployed.",
    fires: "`CREATE TABLE IF NOT EXISTS orders (…)` does nothing in production, which has another table of that name",
    staysQuiet: "the environment ends with the upgraded schema and with what differed there before")

  func observations(in evidence: Evidence) -> [Observation] {
    (evidence.rehearsal?.environments ?? []).compactMap { environment in
      guard case .applied(let changes) = environment.outcome, !changes.isEmpty else { return nil }
      return .differs(environment, changes)
    }
  }
}

extension Observation {
  fileprivate static func differs(_ environment: EnvironmentRehearsal, _ changes: [SchemaChange]) -> Self {
    let name = environment.name
    let lines = ChangeLines(added: "only on \(name)", dropped: "not on \(name)").text(changes)
    let evidence = [EnvironmentWords(environment).evidence, lines].compactMap { $0 }
    return Self(
      "On \(Marked.code(name)) as snapshotted the migrations lead to another schema: "
        + "\(changes.count.of("object")) \(changes.count == 1 ? "differs" : "differ") that did not differ before",
      evidence: evidence.joined(separator: "\n"), subject: changes.count == 1 ? changes[0].identity : nil,
      location: SourceLocation(path: environment.path))
  }
}
