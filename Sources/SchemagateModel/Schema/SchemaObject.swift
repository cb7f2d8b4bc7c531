/// One object of a schema. Two are equal when kind, name, parent and attributes are.
package struct SchemaObject: Sendable, Hashable {
  package let identity: ObjectIdentity
  /// What the object is part of: a column's table, a table's schema.
  package let parent: ObjectIdentity?
  package let attributes: [Attribute: Value]
  /// For ordering and cascades; takes no part in equality.
  package let dependsOn: [ObjectIdentity]
  /// The server's own identity of the object within one database (`class:oid:column`), by which a rename is told from a
  /// drop and an add; `nil` where the server has none. Takes no part in equality.
  package let serverIdentity: String?

  package init(
    identity: ObjectIdentity, parent: ObjectIdentity?, attributes: [Attribute: Value],
    dependsOn: [ObjectIdentity] = [], serverIdentity: String? = nil
  ) {
    self.identity = identity
    self.parent = parent
    self.attributes = attributes
    self.dependsOn = dependsOn
    self.serverIdentity = serverIdentity
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.identity == right.identity && left.parent == right.parent && left.attributes == right.attributes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identity)
  }
}
