import SchemagateModel

/// Changes as `+` and `-` lines, read from their attributes.
enum DiffText {
  /// A heading line per object, then what it lost and gained.
  static func lines(_ changes: [ChangeReport]) -> [String] {
    ChangeGroup.groups(changes).flatMap { lines($0.change) + $0.folded.flatMap(inner) }
  }

  /// What came or went with its table stands indented below it, under its own short name.
  private static func inner(_ change: ChangeReport) -> [String] {
    var short = change
    if change.kind == .column { short.name = DottedName.lastPart(of: change.name) }
    short.on = nil
    return lines(short).map { $0.prefix(1) + "   " + $0.dropFirst(2) }
  }

  private static func lines(_ change: ChangeReport) -> [String] {
    let title = [change.kind.rawValue, change.name] + (change.on.map { ["on", $0] } ?? [])
    let name = VisibleText.line(title.joined(separator: " "))
    switch change.verb {
    case .add: return ["+ \(name)\(summary(change, \.head))"] + note(change) + definition(change, \.head, "+")
    case .drop: return ["- \(name)\(summary(change, \.base))"] + note(change) + definition(change, \.base, "-")
    case .rename:
      return ["- \(name)", "+ " + VisibleText.line("\(change.kind.rawValue) \(change.to ?? "?")")] + altered(change)
    case .alter: return ["  \(name)"] + altered(change)
    }
  }

  private static func note(_ change: ChangeReport) -> [String] {
    change.renameNote.map { ["    " + VisibleText.line($0, limit: 400)] } ?? []
  }

  private static func altered(_ change: ChangeReport) -> [String] {
    change.differences.flatMap { attribute in
      let (base, head) = (lines(attribute.base), lines(attribute.head))
      guard base.count > 1, head.count > 1 else {
        return side("-", attribute.name, base) + side("+", attribute.name, head)
      }
      return ["    \(attribute.name.rawValue):"]
        + cut(LineDifference.lines(from: base, to: head).map { "\($0.sign)     \($0.line)" })
    }
  }

  private static func lines(_ value: String?) -> [String] {
    guard let value, !value.isEmpty else { return [] }
    return VisibleText.block(value, lines: 400, width: 200)
  }

  private static func cut(_ lines: [String], limit: Int = 40) -> [String] {
    let rest = lines.count - limit
    return lines.prefix(limit) + (rest > 0 ? ["    … \(Count.of(rest, "more line", "more lines"))"] : [])
  }

  private static func side(_ sign: String, _ attribute: Attribute, _ lines: [String]) -> [String] {
    guard lines.count > 1 else { return lines.map { "\(sign)   \(attribute.rawValue): \($0)" } }
    return ["\(sign)   \(attribute.rawValue):"] + cut(lines.map { "\(sign)     \($0)" }, limit: 20)
  }

  /// A column's type, nullability and default stand behind its name, as in SQL.
  private static func summary(_ change: ChangeReport, _ side: KeyPath<ChangeReport.AttributeReport, String?>) -> String
  {
    func value(_ name: Attribute) -> String? { change.attributes.first { $0.name == name }?[keyPath: side] }
    var words: [String] = []
    if let type = value(.type) { words.append(type) }
    if value(.nullable) == "false" { words.append("not null") }
    if let fallback = value(.default) { words.append("default \(fallback)") }
    return words.isEmpty ? "" : " " + VisibleText.line(words.joined(separator: " "))
  }

  private static func definition(
    _ change: ChangeReport, _ side: KeyPath<ChangeReport.AttributeReport, String?>, _ sign: String
  ) -> [String] {
    let text = change.attributes.first { $0.name == .definition }?[keyPath: side]
    let rules = change.attributes.compactMap { attribute -> String? in
      guard ruling.contains(attribute.name), let value = attribute[keyPath: side] else { return nil }
      return "\(sign)   \(attribute.name.rawValue): \(VisibleText.line(value, limit: 200))"
    }
    return VisibleText.block(text ?? "", lines: 20, width: 200).filter { !$0.isEmpty }.map { "\(sign)     \($0)" }
      + rules
  }

  /// What a policy is, since it has no definition in one piece.
  private static let ruling: Set<Attribute> = [.command, .roles, .using, .withCheck]
}
