package import SchemagateModel

/// Judges evidence: a function of values.
package protocol Rule: Sendable {
  var metadata: RuleMetadata { get }

  /// A repository in which it speaks, and one in which it doesn't: its documentation, and run as its tests.
  var examples: RuleExamples { get }

  /// What this rule has to say; empty where all is well.
  func observations(in evidence: Evidence) -> [Observation]
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
