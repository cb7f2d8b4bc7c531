/// What the caller decides about a rendering; the report alone decides the rest.
package struct RenderOptions: Hashable, Sendable {
  /// Whether the reader is a terminal that understands ANSI colours.
  package var color: Bool
  /// Whether measured times and harmless details are shown.
  package var verbose: Bool
  /// The configuration's key, which keeps the comments of several configurations apart.
  package var key: String
  /// The most bytes that a Markdown body may have.
  package var budget: Int

  package init(color: Bool = false, verbose: Bool = false, key: String = "default", budget: Int = 60_000) {
    self.color = color
    self.verbose = verbose
    self.key = key
    self.budget = budget
  }
}
