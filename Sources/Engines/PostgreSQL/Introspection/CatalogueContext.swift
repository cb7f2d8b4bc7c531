import SchemagateModel

/// What every object needs to be told from the catalogue's numbers: roles, comments, and the relations by number.
struct CatalogueContext: Sendable {
  let roles: RoleWords
  let comments: [CatalogueKey: String]
  /// What security providers say of an object, as `provider: label`.
  let labels: [CatalogueKey: [String]]
  let relations: [UInt32: RelationRow]

  /// Builds an object: its comment and server identity come from `key`.
  func object(
    _ identity: ObjectIdentity, parent: ObjectIdentity?, key: CatalogueKey, _ attributes: [Attribute: Value]
  ) -> SchemaObject {
    var attributes = attributes
    if let comment = comments[key] { attributes[.comment] = .text(comment) }
    if let own = labels[key] {
      attributes[.securityLabels] = .set(of: own + (attributes[.securityLabels]?.members ?? []))
    }
    return SchemaObject(
      identity: identity, parent: parent, attributes: attributes, serverIdentity: key.serverIdentity)
  }

  /// Builds an object that lives in a table or view; `nil` where that one isn't ours (an extension's, the system's).
  func member(
    _ kind: ObjectKind, _ name: String, of relation: UInt32, key: CatalogueKey, _ attributes: [Attribute: Value]
  ) -> SchemaObject? {
    guard let relation = relations[relation] else { return nil }
    let identity = ObjectIdentity(kind: kind, name: [name], table: relation.identity.name)
    return object(identity, parent: relation.identity, key: key, attributes)
  }

  /// Owner and grants, for the kinds that have them.
  func ownership(
    owner: UInt32, grants: String?, isSet: Bool, kind: Character
  ) -> [Attribute: Value] {
    var attributes: [Attribute: Value] = [:]
    attributes.set(.owner, text: roles.owner(owner))
    attributes[.grants] = roles.grants(grants, isSet: isSet, kind: kind, owner: owner)
    return attributes
  }
}

extension Value {
  fileprivate var members: [String] {
    guard case .set(let members) = self else { return [] }
    return members
  }
}
