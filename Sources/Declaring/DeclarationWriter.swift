package import SchemagateModel

/// Writes declarations: the inverse of reading them.
package enum DeclarationWriter {
  /// The reason that an author still has to give; it isn't accepted as one.
  package static let reasonPlaceholder = DeclarationParser.placeholder

  /// The comment line that declares `change`, for a file in SQL. It ends in a placeholder where a reason is needed.
  package static func declarationLine(for change: SchemaChange) -> String {
    "-- schemagate: expect " + entry(for: change)
  }

  /// The same for an `expect:` entry of a sidecar file.
  package static func entry(for change: SchemaChange) -> String {
    let reason = change.needsReason ? " because \(reasonPlaceholder)" : ""
    return [change.verb.rawValue, name(of: change.identity), new(of: change), details(of: change)]
      .compactMap { $0 }.joined(separator: " ") + reason
  }

  /// The comment line that waives `rule`, on an object if one is given.
  package static func waiverLine(rule: String, on identity: ObjectIdentity?) -> String {
    let name = identity.map { " on " + dotted($0.name, of: $0.kind) } ?? ""
    return "-- schemagate: allow \(rule)\(name) because \(reasonPlaceholder)"
  }

  private static func name(of identity: ObjectIdentity) -> String {
    let own = "\(identity.kind.rawValue) \(dotted(identity.name, of: identity.kind))"
    return identity.table.map { "\(own) on \(dotted($0, of: .table))" } ?? own
  }

  private static func new(of change: SchemaChange) -> String? {
    guard change.verb == .rename, let new = change.newIdentity else { return nil }
    return "to " + dotted(new.name, of: new.kind)
  }

  private static func details(of change: SchemaChange) -> String? {
    guard change.verb == .alter, !change.attributes.isEmpty else { return nil }
    return "(" + change.attributes.map(detail).joined(separator: ", ") + ")"
  }

  private static func detail(_ change: AttributeChange) -> String {
    let (base, head) = (change.base?.description, change.head?.description)
    guard isPlain(base), isPlain(head), base != nil || head != nil else { return change.attribute.rawValue }
    guard let base else { return "\(change.attribute.rawValue) \(head ?? "")" }
    return "\(change.attribute.rawValue) \(base) ->" + (head.map { " \($0)" } ?? "")
  }

  /// Whether a value can stand in a detail as it is; the attribute alone is enough where it can't.
  private static func isPlain(_ value: String?) -> Bool {
    guard let value else { return true }
    var cursor = Cursor(value)
    let isOneLine = !value.isEmpty && value.count <= 60 && !value.contains(where: \.isNewline)
    return isOneLine && cursor.takeValue(until: [",", ")"]) == value && cursor.isAtEnd && hasPairs(value)
  }

  private static func hasPairs(_ value: String) -> Bool {
    let counts = ["(", ")", "'", "\""].map { mark in value.count { String($0) == mark } }
    return counts[0] == counts[1] && counts[2].isMultiple(of: 2) && counts[3].isMultiple(of: 2)
  }

  private static func dotted(_ parts: [String], of kind: ObjectKind) -> String {
    parts.map { part in
      let isSafe = kind.takesArguments || !part.contains("(")
      return isSafe ? ObjectName.dotted([part]) : "\"" + part.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ".")
  }
}

extension SchemaChange {
  /// Whether a declaration of this change has to say why.
  package var needsReason: Bool { consequence == .losesData || consequence == .losesAccess }
}
