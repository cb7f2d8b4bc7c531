import SchemagateModel

/// What one change does to access by the object itself: its owner, its row security, whose rights it runs with.
struct ObjectClaims {
  let change: SchemaChange
  let context: AccessContext

  var claims: [AccessClaim] {
    let statements =
      switch change.verb {
      case .add: memberships + definer + policy
      case .alter: owner + memberships + rowSecurity + viewOptions + definer + policy
      case .drop: policy
      case .rename: [AccessClaim.Statement]()
      }
    let isNew = change.verb == .add && context.isNew(change.headIdentity)
    return statements.map { AccessClaim(subject: change.headIdentity, isNew: isNew, statement: $0) }
  }

  private var owner: [AccessClaim.Statement] {
    guard let owner = change.attribute(.owner) else { return [] }
    return [.owner(owner.head.map { Grantee(word: $0.description) } ?? .databaseOwner)]
  }

  private var memberships: [AccessClaim.Statement] {
    guard let groups = change.attribute(.memberOf) else { return [] }
    let base = Set(SchemaObject.members(of: groups.base).map(AccessCatalogue.roleName))
    let head = Set(SchemaObject.members(of: groups.head).map(AccessCatalogue.roleName))
    return head.subtracting(base).sorted().map { .joined($0) } + base.subtracting(head).sorted().map { .left($0) }
  }

  private var rowSecurity: [AccessClaim.Statement] {
    [
      change.attribute(.rowSecurity).map { .rowSecurity(isOn: $0.head == .flag(true)) },
      change.attribute(.forcedRowSecurity).map { .forcedRowSecurity(isOn: $0.head == .flag(true)) },
    ].compactMap(\.self)
  }

  private var viewOptions: [AccessClaim.Statement] {
    guard change.identity.kind.family == .view, let options = change.attribute(.options) else { return [] }
    let (base, head) = (SchemaObject.guards(options.base), SchemaObject.guards(options.head))
    return base.symmetricDifference(head).sorted().map { option in
      option == "security_invoker"
        ? .securityInvoker(isOn: head.contains(option)) : .securityBarrier(isOn: head.contains(option))
    }
  }

  /// The switch itself, or the search path that makes it safe.
  private var definer: [AccessClaim.Statement] {
    guard change.attribute(.securityDefiner) != nil || change.attribute(.settings) != nil,
      let head = context.head.object(change.headIdentity)
    else { return [] }
    let base = change.verb == .add ? nil : context.base.object(change.identity)
    let (was, isNow) = (base?.runsAsOwner ?? false, head.runsAsOwner)
    if was, !isNow { return [.noDefiner] }
    guard isNow, !was || base?.hasSearchPath != head.hasSearchPath else { return [] }
    return [.definer(hasSearchPath: head.hasSearchPath)]
  }

  /// Policies of a table that comes or goes as a whole change nothing for anybody.
  private var policy: [AccessClaim.Statement] {
    guard change.identity.kind == .policy, let policy = described,
      change.verb == .drop || !context.isNew(policy.parent ?? policy.identity), !wentWithTable(policy)
    else { return [] }
    let roles = policy.members(of: .roles).map(Grantee.init(word:))
    return [
      .policy(
        PolicyChange(
          verb: change.verb, isPermissive: !policy.isRestrictive,
          command: policy.attributes[.command]?.description ?? "ALL", roles: roles,
          attributes: change.verb == .alter ? change.attributes : []))
    ]
  }

  private var described: SchemaObject? {
    change.verb == .drop ? context.base.object(change.identity) : context.head.object(change.headIdentity)
  }

  private func wentWithTable(_ policy: SchemaObject) -> Bool {
    guard change.verb == .drop, let table = policy.parent else { return false }
    let renamed = context.formerly.contains { $0.value == table }
    return context.head.object(table) == nil && !renamed
  }
}

extension SchemaObject {
  fileprivate var runsAsOwner: Bool { attributes[.securityDefiner] == .flag(true) }
}
