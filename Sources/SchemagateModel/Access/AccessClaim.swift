/// What a change of the catalogue says about who may do what; whether it is so in effect, a server has to say.
package struct AccessClaim: Hashable, Sendable {
  /// What it is about, as head names it: a table, a column, a routine, a policy, a role.
  package let subject: ObjectIdentity
  /// Whether the subject, or the table that it is part of, wasn't there before.
  package let isNew: Bool
  package let statement: Statement

  package enum Statement: Hashable, Sendable {
    case gained(Grant, CatalogueAccess)
    case lost(Grant, CatalogueAccess)
    case owner(Grantee)
    /// The subject is a role, and the other one it is now a member of, or no longer.
    case joined(String)
    case left(String)
    case rowSecurity(isOn: Bool)
    /// Whether row security binds the table's owner too.
    case forcedRowSecurity(isOn: Bool)
    /// Whether a view reads with the rights of whoever asks, instead of its owner's.
    case securityInvoker(isOn: Bool)
    case securityBarrier(isOn: Bool)
    /// The routine runs with its owner's rights, by names that it finds itself or that its caller's search path decides.
    case definer(hasSearchPath: Bool)
    case noDefiner
    case policy(PolicyChange)
  }

  package init(subject: ObjectIdentity, isNew: Bool = false, statement: Statement) {
    self.subject = subject
    self.isNew = isNew
    self.statement = statement
  }
}

/// What the catalogue alone says about one right before and after a change.
package struct CatalogueAccess: Hashable, Sendable {
  package let before: State
  package let after: State
  /// Other roles that had, or have, the same right: whoever is a member of one has it too.
  package let holdersBefore: Set<Grantee>
  package let holdersAfter: Set<Grantee>
  /// Whether row security stands between the right and the rows, after the change.
  package let hasRowSecurity: Bool

  package enum State: Hashable, Sendable {
    /// Allowed by a grant to this grantee, which may be everyone, or a role of which the grantee is a member.
    case allowed(through: Grantee)
    /// Granted, and of no use without `USAGE` on this schema.
    case lacksSchema(String)
    case refused
  }

  package init(
    before: State, after: State, holdersBefore: Set<Grantee> = [], holdersAfter: Set<Grantee> = [],
    hasRowSecurity: Bool = false
  ) {
    self.before = before
    self.after = after
    self.holdersBefore = holdersBefore
    self.holdersAfter = holdersAfter
    self.hasRowSecurity = hasRowSecurity
  }
}

/// How a policy came, went or changed.
package struct PolicyChange: Hashable, Sendable {
  package let verb: SchemaChange.Verb
  package let isPermissive: Bool
  /// `ALL`, `SELECT`, …
  package let command: String
  package let roles: [Grantee]
  /// What differs, where it was altered.
  package let attributes: [AttributeChange]

  package init(
    verb: SchemaChange.Verb, isPermissive: Bool, command: String, roles: [Grantee], attributes: [AttributeChange]
  ) {
    self.verb = verb
    self.isPermissive = isPermissive
    self.command = command
    self.roles = roles
    self.attributes = attributes
  }
}
