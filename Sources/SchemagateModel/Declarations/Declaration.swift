/// One `schemagate:` line, or one entry of a sidecar file.
package struct Declaration: Hashable, Sendable {
  package let migration: MigrationID
  package let location: SourceLocation
  /// The line as written, without the comment's marks.
  package let text: String
  package let clause: Clause
  package let because: String?

  package enum Clause: Hashable, Sendable {
    case expect(ExpectedChange)
    case expectNothingElse
    case allow(rule: String, on: NamePattern?)
  }

  package init(migration: MigrationID, location: SourceLocation, text: String, clause: Clause, because: String?) {
    self.migration = migration
    self.location = location
    self.text = text
    self.clause = clause
    self.because = because
  }
}

/// A change that an author declares.
package struct ExpectedChange: Hashable, Sendable {
  package let verb: SchemaChange.Verb
  package let kind: ObjectKind
  package let name: NamePattern
  package let table: NamePattern?
  package let newName: NamePattern?
  package let details: [Detail]

  /// `attribute [value] [-> value]`; with an arrow the first value is base's and the second head's, else it is head's.
  package struct Detail: Hashable, Sendable {
    package let attribute: Attribute
    package let base: String?
    package let head: String?

    package init(attribute: Attribute, base: String?, head: String?) {
      self.attribute = attribute
      self.base = base
      self.head = head
    }
  }

  package init(
    verb: SchemaChange.Verb, kind: ObjectKind, name: NamePattern, table: NamePattern? = nil,
    newName: NamePattern? = nil, details: [Detail] = []
  ) {
    self.verb = verb
    self.kind = kind
    self.name = name
    self.table = table
    self.newName = newName
    self.details = details
  }
}
