package import SchemagateModel

/// How this repository wants to be judged.
package struct Policy: Hashable, Sendable {
  package let rules: [String: RuleSetting]
  /// Whether what base says too counts.
  package let allFindings: Bool

  package init(rules: [String: RuleSetting] = [:], allFindings: Bool = false) {
    self.rules = rules
    self.allFindings = allFindings
  }

  /// A finding's severity; `nil` where the rule is off. What a rule itself takes lightly isn't raised by a setting.
  func severity(of observation: Observation, by rule: RuleMetadata) -> Severity? {
    let own = observation.severity ?? rule.severity
    switch rules[rule.id] {
    case .off?: return nil
    case .severity(let set)?: return own < rule.severity ? min(own, set) : set
    case nil: return own
    }
  }
}
