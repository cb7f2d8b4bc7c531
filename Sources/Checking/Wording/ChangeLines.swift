import SchemagateModel

/// Changes as the lines of a `diff` block, which is how evidence shows them.
struct ChangeLines {
  /// What is said of an object that only the second side has, and of one that only the first has.
  var added = ""
  var dropped = ""

  private static let limit = 20
  /// Of an object with more parts than these, evidence counts them: the schema's diff lists them.
  private static let mostParts = 6

  /// `nil` where there is nothing to show.
  func text(_ changes: [SchemaChange]) -> String? { text(ChangeFamily.families(changes)) }

  /// What came or went with an object stands indented below it, under its own short name.
  func text(_ families: [ChangeFamily]) -> String? {
    let all = families.flatMap(lines)
    guard !all.isEmpty else { return nil }
    let rest = all.count - Self.limit
    return (all.prefix(Self.limit) + (rest > 0 ? ["  … \(rest.of("more line"))"] : [])).joined(separator: "\n")
  }

  private func lines(_ family: ChangeFamily) -> [String] {
    let root = lines(family.root)
    guard family.parts.count > Self.mostParts, let title = root.first else {
      return root + family.parts.flatMap(inner)
    }
    return [title + family.partWords] + root.dropFirst()
  }

  private func lines(_ change: SchemaChange) -> [String] {
    switch change.verb {
    case .add: return whole("+", change, \.head, note: added)
    case .drop: return whole("-", change, \.base, note: dropped)
    case .alter: return ["  \(change.identity.description)"] + altered(change)
    case .rename:
      let new = change.newIdentity.map { ["+ \($0.description)"] } ?? []
      return ["- \(change.identity.description)"] + new + altered(change)
    }
  }

  private func whole(
    _ sign: String, _ change: SchemaChange, _ side: KeyPath<AttributeChange, Value?>, note: String
  ) -> [String] {
    func value(_ name: Attribute) -> String? {
      change.attributes.first { $0.attribute == name }?[keyPath: side]?.description
    }
    let words = [
      value(.type), value(.nullable) == "false" ? "not null" : nil, value(.default).map { "default \($0)" },
      value(.generated).map { "generated \($0)" },
    ]
    let title = [change.identity.description] + words.compactMap { $0 }
    let tail = note.isEmpty ? "" : " (\(note))"
    return ["\(sign) \(title.joined(separator: " "))\(tail)"] + (change.renameNote.map { ["    \($0)"] } ?? [])
      + textLines(value(.definition)).prefix(6).map { "\(sign)     \($0)" }
      + [.command, .roles, .using, .withCheck].compactMap { name in
        value(name).map { "\(sign)   \(name.rawValue): \($0)" }
      }
  }

  private func inner(_ part: SchemaChange) -> [String] {
    let own = part.identity.kind == .column ? part.identity.name.suffix(1) : part.identity.name[...]
    let short = SchemaChange(
      verb: part.verb, identity: ObjectIdentity(kind: part.identity.kind, name: Array(own)), parent: part.parent,
      attributes: part.attributes, consequence: part.consequence)
    return ChangeLines().lines(short).map { $0.prefix(1) + "   " + $0.dropFirst(2) }
  }

  private func altered(_ change: SchemaChange) -> [String] {
    change.attributes.flatMap { attribute -> [String] in
      let (base, head) = attribute.withoutCommonMembers
      let (old, new) = (textLines(base?.description), textLines(head?.description))
      guard old.count > 1 || new.count > 1 else {
        return old.map { "-   \(attribute.attribute.rawValue): \($0)" }
          + new.map { "+   \(attribute.attribute.rawValue): \($0)" }
      }
      return LineDifference.lines(from: old, to: new).map { "\($0.sign)     \($0.line)" }
    }
  }

  private func textLines(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    return text.split(separator: "\n").map(String.init)
  }
}

extension AttributeChange {
  /// Both values, of sets only what one side has alone.
  fileprivate var withoutCommonMembers: (base: Value?, head: Value?) {
    guard case .set(let old)? = base, case .set(let new)? = head else { return (base, head) }
    return (.set(old.filter { !new.contains($0) }), .set(new.filter { !old.contains($0) }))
  }
}
