package import SchemagateModel

/// Decides which declarations cover which changes of one migration.
package struct ChangeMatcher: Sendable {
  private let typeNames: [String: String]
  private let defaultSchemas: Set<String>
  private let owners: ChangeOwners

  /// A matcher for one migration's `changes`. `typeNames` is the server's spelling of types as declarations spell them.
  package init(changes: [SchemaChange], typeNames: [String: String], defaultSchemas: Set<String>) {
    self.typeNames = typeNames
    self.defaultSchemas = defaultSchemas
    owners = ChangeOwners(changes)
  }

  /// Whether the declaration names the change, or an object whose own definition makes it.
  package func covers(_ expected: ExpectedChange, _ change: SchemaChange) -> Bool {
    names(expected, change) || owners.all(of: change).contains { names(expected, $0) }
  }

  /// Whether the declaration names this very change.
  package func names(_ expected: ExpectedChange, _ change: SchemaChange) -> Bool {
    guard expected.verb == change.verb, expected.kind == change.identity.kind else { return false }
    return [change.identity, change.verb == .alter ? change.newIdentity : nil].compactMap { $0 }.contains {
      matches(expected.name, $0)
    } && isInTable(expected, change) && hasNewName(expected, change) && hasDetails(expected, change)
  }

  /// The changes of the same migration by which this one is made: its table's, its column's. The nearest comes first.
  package func owners(of change: SchemaChange) -> [SchemaChange] { owners.all(of: change) }

  /// Whether a pattern names an object; a routine's argument types are compared as the server spells them.
  package func matches(_ pattern: NamePattern, _ identity: ObjectIdentity) -> Bool {
    guard identity.kind.takesArguments, let last = pattern.parts.last else {
      return pattern.matches(identity.name, omitting: defaultSchemas)
    }
    let types = ArgumentList.types(in: last).map { typeNames[$0] ?? $0 }
    let spelled = last.prefix { $0 != "(" } + "(" + types.joined(separator: ", ") + ")"
    return NamePattern(parts: pattern.parts.dropLast() + [String(spelled)])
      .matches(identity.name, omitting: defaultSchemas)
  }

  private func isInTable(_ expected: ExpectedChange, _ change: SchemaChange) -> Bool {
    guard let table = expected.table else { return true }
    guard let name = change.identity.table ?? change.parent?.name else { return false }
    return table.matches(name, omitting: defaultSchemas)
  }

  private func hasNewName(_ expected: ExpectedChange, _ change: SchemaChange) -> Bool {
    guard change.verb == .rename, let pattern = expected.newName, let new = change.newIdentity else { return true }
    if matches(pattern, new) { return true }
    let keepsPlace = change.identity.name.dropLast() == new.name.dropLast()
    guard pattern.parts.count == 1, keepsPlace, let last = new.name.last else { return false }
    return matches(pattern, ObjectIdentity(kind: new.kind, name: [last]))
  }

  private func hasDetails(_ expected: ExpectedChange, _ change: SchemaChange) -> Bool {
    expected.details.allSatisfy { detail in
      guard let found = change.attributes.first(where: { $0.attribute == detail.attribute }) else { return false }
      return isSame(detail.base, found.base) && isSame(detail.head, found.head)
    }
  }

  private func isSame(_ declared: String?, _ value: Value?) -> Bool {
    guard let declared else { return true }
    guard let value else { return false }
    return blanksFolded(typeNames[declared] ?? declared) == blanksFolded(value.description)
  }

  private func blanksFolded(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
}
