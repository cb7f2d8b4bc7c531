/// One difference between two schemas.
package struct SchemaChange: Hashable, Sendable {
  package let verb: Verb
  /// The object as base names it for a drop, an alteration or a rename; as head names it for an addition.
  package let identity: ObjectIdentity
  /// A rename's new identity.
  package let newIdentity: ObjectIdentity?
  /// The object that it is part of, on the side that `identity` was taken from.
  package let parent: ObjectIdentity?
  /// Attributes that differ, in the order of their names. An added object has only `head` values, a dropped one only `base`.
  package let attributes: [AttributeChange]
  package let consequence: Consequence
  /// For a drop and an addition that may be one rename: the other one's object, which has the same definition.
  package let possibleRename: ObjectIdentity?
  /// For a drop and an addition of one definition that are no rename, since the server knows them as two objects: the other one.
  package let notRename: ObjectIdentity?

  package enum Verb: String, Hashable, Sendable, Codable {
    case add
    case drop
    case alter
    case rename
  }

  package init(
    verb: Verb, identity: ObjectIdentity, newIdentity: ObjectIdentity? = nil, parent: ObjectIdentity?,
    attributes: [AttributeChange], consequence: Consequence, possibleRename: ObjectIdentity? = nil,
    notRename: ObjectIdentity? = nil
  ) {
    self.verb = verb
    self.identity = identity
    self.newIdentity = newIdentity
    self.parent = parent
    self.attributes = attributes
    self.consequence = consequence
    self.possibleRename = possibleRename
    self.notRename = notRename
  }
}

extension SchemaChange {
  /// Whether only counters moved, as they do with the rows that are written.
  package var isCounterOnly: Bool {
    verb == .alter && !attributes.isEmpty && attributes.allSatisfy { $0.attribute == .nextValue }
  }
}

/// One attribute's values on both sides; `nil` where the object or the attribute is missing.
package struct AttributeChange: Hashable, Sendable {
  package let attribute: Attribute
  package let base: Value?
  package let head: Value?

  package init(attribute: Attribute, base: Value?, head: Value?) {
    self.attribute = attribute
    self.base = base
    self.head = head
  }
}
