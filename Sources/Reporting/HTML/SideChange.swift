import SchemagateModel

/// A change as rows of a table that shows base and head.
enum SideChange {
  /// A row for the object: what it is on each side.
  static func row(_ change: ChangeReport) -> SideRow {
    let values = values(of: change).map { SideValue($0) }
    let name = change.on == nil && change.kind != .column ? change.name : DottedName.lastPart(of: change.name)
    let to: HTML = change.to.map { " → \(code: DottedName.lastPart(of: $0))" } ?? ""
    return SideRow(
      title: "<span class=\"faint\">\(text: change.kind.rawValue)</span> \(code: name)\(to)",
      sign: ChangeSign(change.verb),
      base: change.verb == .add ? SideRow.absent : side(values.map(\.baseHTML), of: change),
      head: change.verb == .drop ? SideRow.absent : side(values.map(\.headHTML), of: change))
  }

  /// A row for each attribute: for an object that has the whole table for itself.
  static func rows(_ change: ChangeReport) -> [SideRow] {
    let rows = values(of: change).map { attribute -> SideRow in
      let value = SideValue(attribute, isNamed: false)
      return SideRow(
        title: "\(text: attribute.name.rawValue)", sign: ChangeSign(change.verb),
        base: attribute.base == nil ? SideRow.absent : value.baseHTML,
        head: attribute.head == nil ? SideRow.absent : value.headHTML)
    }
    let renamed = change.to.map {
      SideRow(title: "name", sign: .altered, base: "\(code: change.name)", head: "\(code: $0)")
    }
    return [renamed].compactMap { $0 } + (rows.isEmpty && renamed == nil ? [row(change)] : rows)
  }

  /// Of what came or went, everything that says what it is; the definition alone where there is one.
  private static func values(of change: ChangeReport) -> [ChangeReport.AttributeReport] {
    switch change.verb {
    case .alter, .rename: return change.differences
    case .add, .drop:
      let telling = change.attributes.filter { !silent.contains($0.name) && !($0.base ?? $0.head ?? "").isEmpty }
      let definitions = telling.filter { $0.name == .definition }
      return definitions.isEmpty ? telling : definitions
    }
  }

  private static let silent: Set<Attribute> = [.position, .owner]

  private static func side(_ values: [HTML], of change: ChangeReport) -> HTML {
    let shown = values.filter { !$0.isEmpty }
    guard shown.isEmpty else { return HTML.joined(shown) }
    return change.verb == .alter || change.verb == .rename ? SideRow.absent : "there"
  }
}
