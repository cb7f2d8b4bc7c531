import SchemagateModel

/// The sentence on a claim that isn't about one right: row security, views, routines, policies, owners, members.
struct FactWords {
  let claim: AccessClaim
  let outcome: AccessProof.Outcome

  var sentence: String { plain + effect }

  private var object: String { claim.subject.markedForAccess }

  private var plain: String {
    switch claim.statement {
    case .gained, .lost: object
    case .owner(let owner): "\(object) now belongs to \(owner.marked)"
    case .joined(let group): "\(member) is now a member of \(Grantee(word: group).marked)"
    case .left(let group): "\(member) is no longer a member of \(Grantee(word: group).marked)"
    case .rowSecurity(let isOn): "row security is \(isOn ? "now on" : "off") for \(object)"
    case .forcedRowSecurity(let isOn):
      "row security \(isOn ? "now binds" : "no longer binds") the owner of \(object) too"
    case .securityInvoker(let isOn): viewRights(isOn)
    case .securityBarrier(let isOn): "view \(object) \(isOn ? "gained" : "lost") `security_barrier`"
    case .definer(let hasSearchPath): definer(hasSearchPath)
    case .noDefiner: "\(object) no longer runs with its owner's rights, but with its caller's"
    case .policy(let policy): self.policy(policy)
    }
  }

  private var member: String { Grantee(word: claim.subject.name.last ?? "").marked }

  private func viewRights(_ isInvoker: Bool) -> String {
    let rights = isInvoker ? "with the rights of whoever asks" : "with its owner's rights"
    return "view \(object) \(isInvoker ? "gained" : "lost") `security_invoker`: it now reads \(rights)"
  }

  private func definer(_ hasSearchPath: Bool) -> String {
    "\(object) \(claim.isNew ? "runs" : "now runs") with its owner's rights"
      + (hasSearchPath ? "" : ", and without a `search_path` of its own")
  }

  private var effect: String {
    switch (claim.statement, outcome) {
    case (.definer, .allowed): ", for everyone"
    case (.definer, .refused), (.definer, .notTried): ""
    case (.rowSecurity, .allowed(.none)): ", and no policy lets anyone see a row"
    case (_, .withoutEffect(let why)): ", but \(Marked.quoting(why))"
    case (_, .allowed), (_, .refused), (_, .holds), (_, .notTried): ""
    }
  }
}

// MARK: Policies

extension FactWords {
  private func policy(_ policy: PolicyChange) -> String {
    let table = claim.subject.table.map { " on \(Marked.code(ObjectName.dotted($0)))" } ?? ""
    let name =
      "\(policy.isPermissive ? "" : "restrictive ")policy \(Marked.code(ObjectName.dotted(claim.subject.name)))"
    let whom = policy.roles.map(\.marked).enumerated
    let rows = Self.rows(policy.command)
    switch policy.verb {
    case .add where policy.isPermissive: return "the new \(name)\(table) lets \(whom) \(rows)"
    case .add: return "the new \(name)\(table) limits how \(whom) may \(rows)"
    case .drop where policy.isPermissive: return "\(name)\(table) is gone, which let \(whom) \(rows)"
    case .drop: return "\(name)\(table) is gone, which limited how \(whom) may \(rows)"
    case .alter, .rename: return "\(name)\(table) changed: " + alterations(policy).joined(separator: ", ")
    }
  }

  private static func rows(_ command: String) -> String {
    switch command {
    case "SELECT": "read rows"
    case "INSERT": "add rows"
    case "UPDATE": "change rows"
    case "DELETE": "delete rows"
    default: "read and write rows"
    }
  }

  private func alterations(_ policy: PolicyChange) -> [String] {
    policy.attributes.compactMap { change in
      switch change.attribute {
      case .roles: "it now applies to \(policy.roles.map(\.marked).enumerated)"
      case .command: "it is now on \(Self.rows(policy.command))"
      case .permissive: policy.isPermissive ? "it now lets rows through" : "it now only limits"
      case .using: "it lets through \(Self.condition(change.head))"
      case .withCheck: "it takes \(Self.condition(change.head))"
      default: nil
      }
    }
  }

  /// What a condition lets through.
  private static func condition(_ value: Value?) -> String {
    guard let text = value?.description, text != "true" else { return "every row" }
    return text == "false" ? "no row" : "rows where \(Marked.code(text))"
  }
}
