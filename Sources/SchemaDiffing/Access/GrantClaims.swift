import SchemagateModel

/// The rights that came or went with one change.
struct GrantClaims {
  let change: SchemaChange
  let context: AccessContext

  /// What goes with its object takes no right away that could still be used.
  var claims: [AccessClaim] {
    guard change.verb != .drop || change.identity.kind == .defaultPrivileges else { return [] }
    return ownGrants + partGrants(.columnGrants) + partGrants(.memberGrants)
  }

  private var ownGrants: [AccessClaim] {
    guard let grants = change.attribute(.grants) else { return [] }
    let (base, head) = (SchemaObject.members(of: grants.base), SchemaObject.members(of: grants.head))
    guard change.identity.kind != .defaultPrivileges else { return futureGrants(base, head) }
    let natural = change.verb == .add ? change.identity.kind.publicByNature : []
    return claims(on: change.headIdentity, from: base, to: head.filter { !natural.contains($0) })
  }

  /// Where nothing is said of the objects to come, the server's own defaults hold.
  private func futureGrants(_ base: [String], _ head: [String]) -> [AccessClaim] {
    let natural = change.identity.naturalFutureGrants
    return claims(
      on: change.headIdentity, from: change.verb == .add ? natural : base, to: change.verb == .drop ? natural : head)
  }

  /// A view's columns are no objects of their own, and what belongs to an extension or to the system is none of the schemas.
  private func partGrants(_ attribute: Attribute) -> [AccessClaim] {
    guard let grants = change.attribute(attribute) else { return [] }
    let held = HeldGrants(grants)
    let base = Dictionary(grouping: held.base.compactMap(ColumnGrant.init), by: \.column)
    let head = Dictionary(grouping: held.head.compactMap(ColumnGrant.init), by: \.column)
    return Set(base.keys).union(head.keys).sorted().flatMap { part in
      let identity =
        attribute == .memberGrants
        ? HiddenMember.identity(part) : ObjectIdentity(kind: .column, name: change.headIdentity.name + [part])
      return claims(on: identity, from: (base[part] ?? []).map(\.entry), to: (head[part] ?? []).map(\.entry))
    }
  }

  /// Whether the catalogue's facts on an object say nothing of this one.
  private func isHidden(_ identity: ObjectIdentity) -> Bool {
    change.attribute(.memberGrants) != nil && identity != change.headIdentity
  }

  private func claims(on identity: ObjectIdentity, from base: [String], to head: [String]) -> [AccessClaim] {
    let (before, after) = (Set(base.flatMap(Grant.all)), Set(head.flatMap(Grant.all)))
    let gained = Self.ordered(after.subtracting(before)).filter(isWorthSaying).map { grant in
      AccessClaim(
        subject: identity, isNew: context.isNew(change.headIdentity),
        statement: .gained(grant, access(grant, identity, gains: true))
      )
    }
    let lost = Self.ordered(before.subtracting(after)).filter(isWorthSaying).map { grant in
      AccessClaim(subject: identity, statement: .lost(grant, access(grant, identity, gains: false)))
    }
    return gained + lost
  }

  /// Who owns a new object may use it, which is no news.
  private func isWorthSaying(_ grant: Grant) -> Bool {
    let isFuture = change.identity.kind == .defaultPrivileges
    switch grant.grantee {
    case .owner, .administrator: return change.verb != .add && !isFuture
    case .role, .databaseOwner: return !isFuture || change.identity.name.first != grant.grantee.word
    case .everyone: return true
    }
  }

  private func access(_ grant: Grant, _ identity: ObjectIdentity, gains: Bool) -> CatalogueAccess {
    guard identity.kind != .defaultPrivileges, !isHidden(identity) else {
      let (held, not) = (CatalogueAccess.State.allowed(through: grant.grantee), CatalogueAccess.State.refused)
      return CatalogueAccess(before: gains ? not : held, after: gains ? held : not)
    }
    let former = former(identity)
    return CatalogueAccess(
      before: context.base.state(grant, on: former), after: context.head.state(grant, on: identity),
      holdersBefore: context.base.holders(grant, on: former), holdersAfter: context.head.holders(grant, on: identity),
      hasRowSecurity: context.head.hasRowSecurity(grant, on: identity))
  }

  /// As base names it: what was renamed, or is a column of what was.
  private func former(_ identity: ObjectIdentity) -> ObjectIdentity {
    if let former = context.formerly[identity] { return former }
    guard identity.kind == .column, change.headIdentity != identity, change.newIdentity != nil,
      let column = identity.name.last
    else { return identity }
    return ObjectIdentity(kind: .column, name: change.identity.name + [column])
  }

  /// By grantee, and reading before writing, whatever the alphabet says.
  private static func ordered(_ grants: Set<Grant>) -> [Grant] {
    grants.sorted { left, right in
      if left.grantee != right.grantee { return left.grantee.word < right.grantee.word }
      if left.privilege != right.privilege { return place(left) < place(right) }
      return !left.isOption && right.isOption
    }
  }

  private static func place(_ grant: Grant) -> (Int, String) {
    (order.firstIndex(of: grant.privilege) ?? order.count, grant.privilege)
  }

  private static let order = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN", "EXECUTE", "USAGE",
  ]
}

extension ObjectIdentity {
  /// What everyone may do with the objects that default privileges are about, where nobody said anything: in one schema
  /// there is nothing but what is said.
  fileprivate var naturalFutureGrants: [String] {
    guard name.count == 2 else { return [] }
    switch name[1] {
    case "functions": return Array(ObjectKind.function.publicByNature)
    case "types": return Array(ObjectKind.enumType.publicByNature)
    default: return []
    }
  }
}
