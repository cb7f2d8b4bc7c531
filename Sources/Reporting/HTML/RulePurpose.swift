import SchemagateModel

/// Why a rule exists, where the caller knows the rules.
struct RulePurpose {
  private let rules: [String: RuleMetadata]

  init(_ rules: [RuleMetadata]) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  /// Folded, for who meets the rule for the first time; nothing for an unknown one.
  func html(of id: String) -> HTML {
    guard let rule = rules[id] else { return "" }
    return HTML.details("Why this rule", ["<p>\(sentence: rule.title): \(sentence: rule.rationale)</p>"])
  }
}
