package import SchemagateModel

/// What the caller decides about a rendering; the report alone decides the rest.
package struct RenderOptions: Hashable, Sendable {
  /// Whether the reader is a terminal that understands ANSI colours.
  package var color: Bool
  /// Whether measured times and harmless details are shown.
  package var verbose: Bool
  /// What there is to say of each rule: the formats that carry help need it.
  package var rules: [RuleMetadata]
  /// The most bytes that a Markdown body may have.
  package var budget: Int

  package init(color: Bool = false, verbose: Bool = false, rules: [RuleMetadata] = [], budget: Int = 60_000) {
    self.color = color
    self.verbose = verbose
    self.rules = rules
    self.budget = budget
  }
}
