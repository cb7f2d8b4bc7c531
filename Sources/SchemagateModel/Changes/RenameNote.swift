/// What is said of an object that went or came while another one of the same definition came or went.
package enum RenameNote {
  /// Nobody knows; `other` is the other one's name without what they have in common.
  package static func possible(_ verb: SchemaChange.Verb, other: String) -> String {
    verb == .drop ? "possibly renamed to \(other), which is defined alike" : "possibly \(other) under a new name"
  }

  /// The server says that they are two.
  package static func certain(_ verb: SchemaChange.Verb, kind: ObjectKind, name: String, other: String) -> String {
    guard verb == .drop else { return "not \(other) under a new name: it is a new \(kind.rawValue)" }
    return "not renamed: the server dropped \(name) and added \(other), which is defined alike; what \(name) held is "
      + "gone unless the migration copied it"
  }
}
