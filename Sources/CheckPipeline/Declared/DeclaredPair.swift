import SchemaDiffing
import SchemagateModel

/// The declared schema and the one that the migrations make, as far as the one can be expected to tell of the other.
struct DeclaredPair {
  private let declared: Schema?
  private let made: Schema

  init(declared: Schema?, made: Schema) {
    self.declared = declared?.withoutSurroundings
    self.made = made.withoutSurroundings
  }

  /// From the declared schema to the one that is made. Which rows moved a counter is no matter of the schema.
  var changes: [SchemaChange] {
    guard let declared else { return [] }
    let (left, right) = leavesOutGrants ? (declared.withoutGrants, made.withoutGrants) : (declared, made)
    return SchemaDiff.changes(from: left, to: right, matchingServerIdentity: false).filter { !$0.isCounterOnly }
  }

  /// What is left out where the declared schema doesn't speak of it.
  var notChecked: [NotChecked] {
    guard leavesOutGrants else { return [] }
    return [NotChecked(what: "Whether rights are granted as declared", why: "the declared schema grants none")]
  }

  /// A dump without privileges says nothing about them; models never do.
  private var leavesOutGrants: Bool {
    guard let declared, made.grants else { return false }
    return !declared.grants
  }
}

extension Schema {
  /// Without what belongs to the server, the database as a whole, or whoever runs the file.
  fileprivate var withoutSurroundings: Schema {
    let inner = removing { $0.kind == .role || $0.kind == .database }
    return inner.leavingOut([.owner, .definer])
  }

  fileprivate var withoutGrants: Schema {
    removing { $0.kind == .defaultPrivileges }.leavingOut(Self.grantAttributes)
  }

  /// Whether anything is granted that isn't granted in an empty database.
  fileprivate var grants: Bool {
    objects.contains { object in
      object.identity.kind == .defaultPrivileges
        || (object.identity.kind != .schema && Self.grantAttributes.contains { object.attributes[$0] != nil })
    }
  }

  private static let grantAttributes: Set<Attribute> = [.grants, .columnGrants, .memberGrants]

  private func leavingOut(_ names: Set<Attribute>) -> Schema {
    let stripped = objects.map { object in
      guard names.contains(where: { object.attributes[$0] != nil }) else { return object }
      return SchemaObject(
        identity: object.identity, parent: object.parent,
        attributes: object.attributes.filter { !names.contains($0.key) }, dependsOn: object.dependsOn,
        serverIdentity: object.serverIdentity)
    }
    return Schema(sorted: stripped, engine: engine, notCompared: notCompared)
  }
}
