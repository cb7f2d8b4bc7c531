/// One line on who may do what now, and how that is known.
package struct AccessReport: Hashable, Sendable, Codable {
  /// The sentence, without a full stop; backquotes mark names.
  package var words: String
  package var claim: Claim
  /// The role as SQL spells it, `PUBLIC` for everyone; `nil` where it isn't about one role.
  package var role: String?
  /// Privileges in SQL's words.
  package var actions: [String]
  package var kind: ObjectKind
  package var object: String
  /// The table of an object that lives in one.
  package var on: String?
  /// Whether a server was asked; if not, the words come from the catalogue alone.
  package var proved: Bool
  /// What was run in the scratch database, or why nothing was.
  package var how: String

  package enum Claim: String, Hashable, Sendable, Codable {
    case gained
    case lost
    case owner
    case member
    case rowSecurity = "row security"
    case view
    case routine
    case policy
  }

  package init(
    words: String, claim: Claim, role: String? = nil, actions: [String] = [], kind: ObjectKind, object: String,
    on: String? = nil, proved: Bool, how: String
  ) {
    self.words = words
    self.claim = claim
    self.role = role
    self.actions = actions
    self.kind = kind
    self.object = object
    self.on = on
    self.proved = proved
    self.how = how
  }
}
