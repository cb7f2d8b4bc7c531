/// What users read about a rule, and how it is configured.
package struct RuleMetadata: Hashable, Sendable {
  /// The name in configuration, waivers and reports.
  package let id: String
  package let title: String
  package let check: CheckID
  /// The severity unless an observation has its own.
  package let severity: Severity
  package let rationale: String
  package let remedy: String
  /// A situation in which it speaks, and one in which it doesn't.
  package let fires: String
  package let staysQuiet: String

  package init(
    id: String, title: String, check: CheckID, severity: Severity, rationale: String, remedy: String, fires: String,
    staysQuiet: String
  ) {
    self.id = id
    self.title = title
    self.check = check
    self.severity = severity
    self.rationale = rationale
    self.remedy = remedy
    self.fires = fires
    self.staysQuiet = staysQuiet
  }
}
