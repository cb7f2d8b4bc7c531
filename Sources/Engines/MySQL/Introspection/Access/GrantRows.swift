import SchemagateModel

/// Who may do what in the database, by the object that a grant is about.
struct GrantRows: Sendable {
  private var entries: [ObjectIdentity: [String]] = [:]
  /// Roles and accounts that hold a grant in this database.
  private(set) var grantees: Set<String> = []

  mutating func add(_ identity: ObjectIdentity, grantee: String, privilege: String, isGrantable: Bool) {
    grantees.insert(grantee)
    let suffix = isGrantable ? " WITH GRANT OPTION" : ""
    entries[identity, default: []].append("\(AccountNames.shown(grantee))=\(privilege.uppercased())\(suffix)")
  }

  /// The objects with their grants. What is left is about objects that don't exist: dropping one keeps its grants.
  func applied(to objects: [SchemaObject]) -> (objects: [SchemaObject], orphans: [ObjectIdentity]) {
    guard !entries.isEmpty else { return (objects, []) }
    var left = entries
    let granted = objects.map { object in
      guard let grants = left.removeValue(forKey: key(of: object.identity)) else { return object }
      var attributes = object.attributes
      attributes[.grants] = .set(of: grants)
      return SchemaObject(
        identity: object.identity, parent: object.parent, attributes: attributes, dependsOn: object.dependsOn)
    }
    return (granted, left.keys.sorted())
  }

  /// The server doesn't tell a view or a sequence from a table here, nor an aggregate from a function.
  private static let toldAs: [ObjectKind: ObjectKind] = [.view: .table, .sequence: .table, .aggregate: .function]

  private func key(of identity: ObjectIdentity) -> ObjectIdentity {
    Self.toldAs[identity.kind].map { ObjectIdentity(kind: $0, name: identity.name) } ?? identity
  }
}
