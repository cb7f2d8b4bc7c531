import Declaring
import SchemagateModel

/// Reports declarations that have to say why and don't.
struct ReasonMissing: Rule {
  let metadata = RuleMetadata(
    id: "reason-missing", title: "A declaration lacks its reason", check: .expectations, severity: .error,
    rationale: "Data that is dropped and rights that are taken away can't be given back; a reviewer needs to know why.",
    remedy: "End the declaration in `because` and the reason.",
    fires: "the declaration ends without one: `-- schemagate: expect drop column customers.email`",
    staysQuiet: "it ends in `because SHOP-12: nobody is written to`")

  func observations(in evidence: Evidence) -> [Observation] {
    evidence.appliedSteps.flatMap { step -> [Observation] in
      let matcher = evidence.matcher(of: step)
      let expectations = evidence.expectations(of: step.migration)
      let reasoned = expectations.filter { $0.declaration.because != nil }.map(\.change)
      let open = step.changes.filter { change in
        change.needsReason && !reasoned.contains { matcher.covers($0, change) }
      }
      return expectations.filter { $0.declaration.because == nil }.compactMap { declaration, expected in
        guard let change = open.first(where: { matcher.covers(expected, $0) }) else { return nil }
        return .lacksReason(declaration, for: change)
      }
    }
  }
}

extension Observation {
  fileprivate static func lacksReason(_ declaration: Declaration, for change: SchemaChange) -> Self {
    Self(
      "The declaration of \(change.identity.marked) doesn't say why, although the change \(change.consequence.rawValue)",
      migration: declaration.migration, subject: change.identity, location: declaration.location,
      declarations: ["-- \(declaration.text) because \(DeclarationWriter.reasonPlaceholder)"])
  }
}
