/// What a rule says.
package struct Finding: Hashable, Sendable {
  package var rule: String
  package var severity: Severity
  /// What happened, in one sentence without a full stop; backquotes mark names.
  package var message: String
  /// What was observed and the message doesn't say: lines of a `diff`, or the server's words and the place that they are about.
  package var evidence: String?
  package var remedy: String
  package var migration: MigrationID?
  /// The object, kind first: `index public.users_email_idx`.
  package var object: String?
  package var location: SourceLocation?
  /// Lines that the author could copy: a declaration or a waiver.
  package var declarations: [String]
  /// Base says the same; not in the verdict.
  package var existing: Bool
  /// The reason of the waiver that accepts it.
  package var waived: String?

  package init(
    rule: String, severity: Severity, message: String, evidence: String? = nil, remedy: String,
    migration: MigrationID? = nil, object: String? = nil, location: SourceLocation? = nil,
    declarations: [String] = [], existing: Bool = false, waived: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.evidence = evidence
    self.remedy = remedy
    self.migration = migration
    self.object = object
    self.location = location
    self.declarations = declarations
    self.existing = existing
    self.waived = waived
  }
}

extension Finding: Codable {
  private enum CodingKeys: String, CodingKey {
    case rule, severity, message, evidence, remedy, migration, object, location, declarations, existing, waived
  }

  /// Tolerates unknown keys, and takes a missing `declarations` as empty.
  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      rule: try fields.decode(String.self, forKey: .rule),
      severity: try fields.decode(Severity.self, forKey: .severity),
      message: try fields.decode(String.self, forKey: .message),
      evidence: try fields.decodeIfPresent(String.self, forKey: .evidence),
      remedy: try fields.decode(String.self, forKey: .remedy),
      migration: try fields.decodeIfPresent(MigrationID.self, forKey: .migration),
      object: try fields.decodeIfPresent(String.self, forKey: .object),
      location: try fields.decodeIfPresent(SourceLocation.self, forKey: .location),
      declarations: try fields.decodeIfPresent([String].self, forKey: .declarations) ?? [],
      existing: try fields.decode(Bool.self, forKey: .existing),
      waived: try fields.decodeIfPresent(String.self, forKey: .waived))
  }
}
