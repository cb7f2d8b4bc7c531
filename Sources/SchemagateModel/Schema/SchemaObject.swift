/// One object of a schema. Two are equal when kind, name, parent and attributes are.
package struct SchemaObject: Sendable, Hashable {
  /// Schemas hold tens of thousands of objects, which are sorted, compared and shared: one reference is all that moves.
  private final class Storage: Sendable {
    let identity: ObjectIdentity
    let parent: ObjectIdentity?
    let attributes: [Attribute: Value]
    let dependsOn: [ObjectIdentity]
    let serverIdentity: String?

    init(
      identity: ObjectIdentity, parent: ObjectIdentity?, attributes: [Attribute: Value], dependsOn: [ObjectIdentity],
      serverIdentity: String?
    ) {
      self.identity = identity
      self.parent = parent
      self.attributes = attributes
      self.dependsOn = dependsOn
      self.serverIdentity = serverIdentity
    }
  }

  private let storage: Storage

  package var identity: ObjectIdentity { storage.identity }
  /// What the object is part of: a column's table, a table's schema.
  package var parent: ObjectIdentity? { storage.parent }
  package var attributes: [Attribute: Value] { storage.attributes }
  /// For ordering and cascades; takes no part in equality.
  package var dependsOn: [ObjectIdentity] { storage.dependsOn }
  /// The server's own identity of the object within one database (`class:oid:column`), by which a rename is told from a
  /// drop and an add; `nil` where the server has none. Takes no part in equality.
  package var serverIdentity: String? { storage.serverIdentity }

  package init(
    identity: ObjectIdentity, parent: ObjectIdentity?, attributes: [Attribute: Value],
    dependsOn: [ObjectIdentity] = [], serverIdentity: String? = nil
  ) {
    storage = Storage(
      identity: identity, parent: parent, attributes: attributes, dependsOn: dependsOn, serverIdentity: serverIdentity)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.storage === right.storage
      || left.identity == right.identity && left.parent == right.parent && left.attributes == right.attributes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identity)
  }

  /// Whether both are one value in memory: then everything about them is equal, without a look at it.
  package func isSame(as other: SchemaObject) -> Bool { storage === other.storage }
}
