import SchemagateModel

extension SchemaChange {
  /// What a migration does: drops column `public.users.phone`.
  var deed: String {
    switch verb {
    case .add: return "adds \(identity.marked)"
    case .drop: return "drops \(identity.marked)"
    case .rename: return "renames \(identity.marked)" + newName
    case .alter:
      let details = attributes.prefix(3).map(\.marked) + (attributes.count > 3 ? ["…"] : [])
      return "alters \(identity.marked)" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    }
  }

  private var newName: String { newIdentity.map { " to \(Marked.code(ObjectName.dotted($0.name)))" } ?? "" }

  /// Whether a rename is behind it, as far as anybody knows.
  var renameNote: String? {
    if let possibleRename { return RenameNote.possible(verb, other: possibleRename.lastName) }
    return notRename.map {
      RenameNote.certain(verb, kind: identity.kind, name: identity.lastName, other: $0.lastName)
    }
  }

  /// Only the order of columns, or the next number of a counter, which rows move.
  var isIncidental: Bool {
    verb == .alter && attributes.allSatisfy { $0.attribute == .position || $0.attribute == .nextValue }
  }
}

extension ObjectIdentity {
  fileprivate var lastName: String { ObjectName.dotted(Array(name.suffix(1))) }
}

extension AttributeChange {
  /// The attribute, with its values where they fit into a sentence.
  fileprivate var marked: String {
    let (old, new) = (base?.description, head?.description)
    let isShort = [old, new].compactMap { $0 }.allSatisfy { $0.count <= 40 && !$0.contains(where: \.isNewline) }
    guard isShort, attribute != .grants else { return attribute.rawValue }
    switch (old, new) {
    case (let old?, let new?) where !old.isEmpty && !new.isEmpty:
      return "\(attribute.rawValue) \(Marked.code(old)) → \(Marked.code(new))"
    case (nil, let new?) where !new.isEmpty: return "\(attribute.rawValue) \(Marked.code(new))"
    case (let old?, nil) where !old.isEmpty: return "\(attribute.rawValue) no longer \(Marked.code(old))"
    case (_, _): return attribute.rawValue
    }
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
