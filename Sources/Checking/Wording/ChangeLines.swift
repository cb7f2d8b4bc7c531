import SchemagateModel

/// Changes as the lines of a `diff` block, which is how evidence shows them.
struct ChangeLines {
  /// What is said of an object that only the second side has, and of one that only the first has.
  var added = ""
  var dropped = ""

  private static let limit = 20

  /// `nil` where there is nothing to show.
  func text(_ changes: [SchemaChange]) -> String? {
    let lines = changes.flatMap(lines)
    guard !lines.isEmpty else { return nil }
    let rest = lines.count - Self.limit
    return (lines.prefix(Self.limit) + (rest > 0 ? ["  … \(rest.of("more line"))"] : [])).joined(separator: "\n")
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
    return ["\(sign) \(title.joined(separator: " "))\(tail)"]
      + textLines(value(.definition)).prefix(6).map { "\(sign)     \($0)" }
  }

  private func altered(_ change: SchemaChange) -> [String] {
    change.attributes.flatMap { attribute -> [String] in
      let (old, new) = (textLines(attribute.base?.description), textLines(attribute.head?.description))
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
