import Declaring
import SchemagateModel

/// Reports `schemagate:` lines that can't be read.
struct ExpectationUnreadable: Rule {
  let metadata = RuleMetadata(
    id: "expectation-unreadable", title: "A declaration can't be read", check: .expectations, severity: .error,
    rationale: "A declaration that is passed over would let its author believe that something is checked.",
    remedy: "Write `expect VERB KIND NAME` with `add`, `drop` or `alter`, `expect rename KIND NAME to NAME`, "
      + "`expect nothing else`, or `allow RULE on NAME because TEXT`.",
    fires: "`column` is misspelt: `-- schemagate: expect add colum customers.name`",
    staysQuiet: "it can be read: `-- schemagate: expect add column customers.name`")

  func observations(in evidence: Evidence) -> [Observation] {
    let known = Set(RuleCatalog.all.map(\.metadata.id))
    let unknown = evidence.declarations.compactMap { declaration -> Observation? in
      guard case .allow(let rule, _) = declaration.clause, !known.contains(rule) else { return nil }
      return .unknownRule(rule, declaration, nearest: NearestWord.to(rule, among: known.sorted()))
    }
    return evidence.declarationProblems.map { .unreadable($0) } + unknown
  }
}

extension Observation {
  fileprivate static func unreadable(_ problem: DeclarationProblem) -> Self {
    Self(
      "A declaration can't be read: \(Marked.quoting(problem.what))", evidence: problem.text,
      migration: problem.migration,
      location: problem.location)
  }

  fileprivate static func unknownRule(_ rule: String, _ declaration: Declaration, nearest: String?) -> Self {
    let advice = nearest.map { "; did you mean \(Marked.code($0))?" } ?? ""
    return Self(
      "No rule is called \(Marked.code(rule))\(advice)", evidence: declaration.text,
      remedy: "Use the id that stands beside the finding.", migration: declaration.migration,
      location: declaration.location)
  }
}
