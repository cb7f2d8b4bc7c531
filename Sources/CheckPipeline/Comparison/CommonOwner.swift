import SchemagateModel

extension Schema {
  /// A dump names the owner of every object. Where that is one role throughout, it is who owned the database, and to say
  /// so means nothing in a database that belongs to somebody else.
  func withoutCommonOwner() -> Schema {
    let owned = objects.filter { Self.ownedKinds.contains($0.identity.kind) }
    let owners = Set(owned.map { $0.attributes[.owner] })
    guard owners.count == 1, let owner = owners.first, owner != nil else { return self }
    let stripped = objects.map { object in
      object.attributes[.owner] == owner ? object.removing(.owner) : object
    }
    return Schema(engine: engine, objects: stripped, notCompared: notCompared)
  }

  /// Without anybody's name: a snapshot's objects belong to who runs it, and the tool's to who runs the tool.
  func withoutOwners() -> Schema {
    Schema(
      engine: engine, objects: objects.map { $0.attributes[.owner] == nil ? $0 : $0.removing(.owner) },
      notCompared: notCompared)
  }

  private static let ownedKinds: Set<ObjectKind> = [
    .table, .view, .materializedView, .sequence, .function, .procedure, .aggregate, .enumType, .domain, .compositeType,
    .rangeType,
  ]
}

extension SchemaObject {
  fileprivate func removing(_ attribute: Attribute) -> SchemaObject {
    SchemaObject(
      identity: identity, parent: parent, attributes: attributes.filter { $0.key != attribute }, dependsOn: dependsOn,
      serverIdentity: serverIdentity)
  }
}
