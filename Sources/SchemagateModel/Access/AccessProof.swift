/// What a server said to a claim about access when it was tried.
package struct AccessProof: Hashable, Sendable {
  package let claim: AccessClaim
  package let outcome: Outcome
  /// What was run, for a reader to repeat; `nil` where nothing was.
  package let how: String?
  /// The roles whose rights the role has too, as SQL spells them, where the claim's answer hangs on them.
  package let groups: [String]

  package enum Outcome: Hashable, Sendable {
    /// The server let the role do it.
    case allowed(Rows)
    /// The server refused it: for lack of `USAGE` on a schema, or with its own words.
    case refused(schema: String?, message: String?)
    /// It is as the catalogue's change says.
    case holds
    /// It has no effect, in the server's words or ours.
    case withoutEffect(why: String)
    case notTried(why: String)
  }

  /// Which rows row security leaves to the role.
  package enum Rows: Hashable, Sendable {
    case all
    /// Those that policies let through.
    case some
    /// None: row security is on, and no policy applies to the role.
    case none
  }

  package init(claim: AccessClaim, outcome: Outcome, how: String? = nil, groups: [String] = []) {
    self.claim = claim
    self.outcome = outcome
    self.how = how
    self.groups = groups
  }
}
