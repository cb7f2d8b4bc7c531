package import SchemagateModel

/// Judges evidence: a function of values.
package protocol Rule: Sendable {
  var metadata: RuleMetadata { get }

  /// What this rule has to say; empty where all is well.
  func observations(in evidence: Evidence) -> [Observation]
}

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

/// What a rule saw; the checker makes a finding of it.
package struct Observation: Hashable, Sendable {
  package var message: String
  package var evidence: String?
  /// `nil`: the rule's own.
  package var severity: Severity?
  package var remedy: String?
  package var migration: MigrationID?
  package var subject: ObjectIdentity?
  package var location: SourceLocation?
  package var declarations: [String]

  package init(
    _ message: String, evidence: String? = nil, severity: Severity? = nil, remedy: String? = nil,
    migration: MigrationID? = nil, subject: ObjectIdentity? = nil, location: SourceLocation? = nil,
    declarations: [String] = []
  ) {
    self.message = message
    self.evidence = evidence
    self.severity = severity
    self.remedy = remedy
    self.migration = migration
    self.subject = subject
    self.location = location
    self.declarations = declarations
  }
}
