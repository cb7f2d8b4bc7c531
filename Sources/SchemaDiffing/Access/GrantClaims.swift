import SchemagateModel

/// The rights that came or went with one change.
struct GrantClaims {
  let change: SchemaChange
  let context: AccessContext

  /// What goes with its object takes no right away that could still be used.
  var claims: [AccessClaim] {
    guard change.verb != .drop || change.identity.kind == .defaultPrivileges else { return [] }
    return ownGrants + columnGrants
  }

  private var ownGrants: [AccessClaim] {
    guard let grants = change.attribute(.grants) else { return [] }
    let natural = change.verb == .add ? change.identity.kind.publicByNature : []
    let head = SchemaObject.members(of: grants.head).filter { !natural.contains($0) }
    return claims(on: change.headIdentity, from: SchemaObject.members(of: grants.base), to: head)
  }

  /// A view's columns are no objects of their own.
  private var columnGrants: [AccessClaim] {
    guard let grants = change.attribute(.columnGrants) else { return [] }
    let base = Dictionary(grouping: Self.columnGrants(grants.base), by: \.column)
    let head = Dictionary(grouping: Self.columnGrants(grants.head), by: \.column)
    return Set(base.keys).union(head.keys).sorted().flatMap { column in
      let identity = ObjectIdentity(kind: .column, name: change.headIdentity.name + [column])
      return claims(on: identity, from: (base[column] ?? []).map(\.entry), to: (head[column] ?? []).map(\.entry))
    }
  }

  private static func columnGrants(_ value: Value?) -> [ColumnGrant] {
    SchemaObject.members(of: value).compactMap { ColumnGrant($0) }
  }

  private func claims(on identity: ObjectIdentity, from base: [String], to head: [String]) -> [AccessClaim] {
    let (before, after) = (Set(base.flatMap(Grant.all)), Set(head.flatMap(Grant.all)))
    let gained = Self.ordered(after.subtracting(before)).filter(isWorthSaying).map { grant in
      AccessClaim(
        subject: identity, isNew: context.isNew(change.headIdentity), statement: .gained(grant, access(grant, identity))
      )
    }
    let lost = Self.ordered(before.subtracting(after)).map { grant in
      AccessClaim(subject: identity, statement: .lost(grant, access(grant, identity)))
    }
    return gained + lost
  }

  /// Who owns a new object may use it, which is no news.
  private func isWorthSaying(_ grant: Grant) -> Bool {
    guard change.verb == .add else { return true }
    switch grant.grantee {
    case .owner, .administrator: return false
    case .role(let name): return change.identity.kind != .defaultPrivileges || change.identity.name.first != name
    case .everyone, .databaseOwner: return true
    }
  }

  private func access(_ grant: Grant, _ identity: ObjectIdentity) -> CatalogueAccess {
    CatalogueAccess(
      before: context.base.state(grant, on: former(identity)), after: context.head.state(grant, on: identity))
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
