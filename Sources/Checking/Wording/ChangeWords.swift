import SchemagateModel

extension SchemaChange {
  /// The change in a few words: `alter column public.users.age (type integer -> bigint)`.
  var words: String {
    let own = "\(verb.rawValue) \(identity.description)"
    if verb == .rename, let newIdentity { return "\(own) to \(ObjectName.dotted(newIdentity.name))" }
    guard verb == .alter, !attributes.isEmpty else { return own }
    return "\(own) (\(attributes.map(\.words).joined(separator: ", ")))"
  }

  /// Only the order of columns.
  var isOrderOnly: Bool { verb == .alter && attributes.allSatisfy { $0.attribute == .position } }
}

extension AttributeChange {
  /// The attribute, with its values where they fit on a line.
  fileprivate var words: String {
    let (old, new) = (base?.description ?? "none", head?.description ?? "none")
    let isShort = old.count + new.count <= 100 && !(old + new).contains(where: \.isNewline)
    return isShort ? "\(attribute.rawValue) \(old) -> \(new)" : attribute.rawValue
  }
}

extension [SchemaChange] {
  /// One change per line; the rest is counted.
  func listing(limit: Int = 12, line: (SchemaChange) -> String = \.words) -> String {
    let shown = prefix(limit).map(line)
    return (count > limit ? shown + ["… and \(count - limit) more"] : shown).joined(separator: "\n")
  }
}

extension Int {
  /// `1 column`, `2 columns`.
  func of(_ noun: String) -> String {
    guard self != 1 else { return "1 \(noun)" }
    if noun.hasSuffix("x") { return "\(self) \(noun)es" }
    return noun.hasSuffix("y") && !noun.hasSuffix("ey") ? "\(self) \(noun.dropLast())ies" : "\(self) \(noun)s"
  }
}
