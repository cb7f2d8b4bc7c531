import Declaring
import SchemagateModel

/// Reports declared changes that didn't happen.
struct ExpectationUnmet: Rule {
  let metadata = RuleMetadata(
    id: "expectation-unmet", title: "A declared change did not happen", check: .expectations, severity: .error,
    rationale: "The migration doesn't do what its author says it does.",
    remedy: "Correct the migration, or make the declaration say what it does.",
    fires: "a migration declares `expect add column customers.phone` and adds `customers.name`",
    staysQuiet: "the declared change happens in the migration that declares it")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.appliedSteps.flatMap { step -> [Observation] in
      let matcher = evidence.matcher(of: step)
      return evidence.expectations(of: step.migration).compactMap { declaration, expected in
        guard !step.changes.contains(where: { matcher.names(expected, $0) }) else { return nil }
        return .unmet(
          declaration, path: evidence.path(of: step.migration), changes: near(expected, in: step.changes),
          verb: expected.verb)
      }
    }
  }

  /// What happened instead: changes of the same kind first, else everything.
  private func near(_ expected: ExpectedChange, in changes: [SchemaChange]) -> [SchemaChange] {
    let alike = changes.filter { $0.identity.kind == expected.kind }
    return alike.isEmpty ? changes : alike
  }
}

extension Observation {
  fileprivate static func unmet(
    _ declaration: Declaration, path: String, changes: [SchemaChange], verb: SchemaChange.Verb
  ) -> Self {
    let happened = ChangeLines().text(changes)
    return Self(
      "\(Marked.file(path)) declares what does not happen: \(Marked.code(declaration.text.replacing("schemagate: ", with: "", maxReplacements: 1)))"
        + (happened == nil ? "; it changes nothing in the schema" : ""),
      evidence: happened.map { "  What it does:\n\($0)" },
      migration: declaration.migration, location: declaration.location,
      declarations: changes.count == 1 && changes[0].verb == verb
        ? [DeclarationWriter.declarationLine(for: changes[0])] : [])
  }
}
