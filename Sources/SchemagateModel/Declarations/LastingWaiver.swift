/// An `allow:` entry of the configuration file.
package struct LastingWaiver: Hashable, Sendable {
  package let rule: String
  package let on: NamePattern?
  package let because: String
  /// The last day on which it holds, `YYYY-MM-DD`.
  package let until: String?

  package init(rule: String, on: NamePattern?, because: String, until: String?) {
    self.rule = rule
    self.on = on
    self.because = because
    self.until = until
  }
}
