package import SchemagateModel

/// What changes of a schema say about who may do what.
package enum AccessDiff {
  /// The claims of these changes, which lead from `base` to `head`, in the order of the changes.
  package static func claims(_ changes: [SchemaChange], from base: Schema, to head: Schema) -> [AccessClaim] {
    let touching = changes.filter(\.touchesAccess)
    guard !touching.isEmpty else { return [] }
    let context = AccessContext(changes: changes, base: AccessCatalogue(base), head: AccessCatalogue(head))
    return touching.flatMap { change in
      ObjectClaims(change: change, context: context).claims + GrantClaims(change: change, context: context).claims
    }
  }
}

/// What every claim needs to know of the schemas around it.
struct AccessContext {
  let base: AccessCatalogue
  let head: AccessCatalogue
  let added: Set<ObjectIdentity>
  /// Base's identity of each object that head knows by another one.
  let formerly: [ObjectIdentity: ObjectIdentity]

  init(changes: [SchemaChange], base: AccessCatalogue, head: AccessCatalogue) {
    self.base = base
    self.head = head
    added = Set(changes.filter { $0.verb == .add }.map(\.identity))
    formerly = Dictionary(
      changes.compactMap { change in change.newIdentity.map { ($0, change.identity) } }, uniquingKeysWith: { $1 })
  }

  /// Whether the object, or what it is part of, wasn't there before.
  func isNew(_ identity: ObjectIdentity) -> Bool {
    added.contains(identity) || head.object(identity)?.parent.map(added.contains) ?? false
  }
}

extension SchemaChange {
  /// The object as head names it, or would.
  var headIdentity: ObjectIdentity { newIdentity ?? identity }

  fileprivate var touchesAccess: Bool {
    identity.kind == .policy || attributes.contains { Self.accessAttributes.contains($0.attribute) }
  }

  private static let accessAttributes: Set<Attribute> = [
    .grants, .columnGrants, .memberGrants, .owner, .memberOf, .rowSecurity, .forcedRowSecurity, .options,
    .securityDefiner, .settings,
  ]

  func attribute(_ name: Attribute) -> AttributeChange? { attributes.first { $0.attribute == name } }
}
