import SchemagateModel

/// An attribute's value on both sides, with what differs marked.
struct SideValue {
  /// Before the value; empty where the row's title says it, or a definition speaks for itself.
  let label: HTML
  let base: String?
  let head: String?

  init(_ attribute: ChangeReport.AttributeReport, isNamed: Bool = true) {
    let hasLabel = isNamed && attribute.name != .definition
    label = hasLabel ? "<span class=\"faint\">\(text: attribute.name.rawValue)</span> " : ""
    base = attribute.base
    head = attribute.head
  }

  var baseHTML: HTML { side(base, other: head, sign: "-", style: "del") }
  var headHTML: HTML { side(head, other: base, sign: "+", style: "ins") }

  private func side(_ value: String?, other: String?, sign: String, style: HTML) -> HTML {
    guard let value else { return "" }
    let lines = VisibleText.block(value, lines: 300, width: 1000)
    guard lines.count > 1 else {
      let text: HTML = "\(code: value)"
      return
        "<div class=\"attribute\">\(label)\(mark(text, style, isMarked: other != nil))</div>"
    }
    return "<div class=\"attribute\">\(label)\(block(lines, other: other, sign))</div>"
  }

  private func mark(_ text: HTML, _ style: HTML, isMarked: Bool) -> HTML {
    isMarked ? "<\(style)>\(text)</\(style)>" : text
  }

  /// Lines that only this side has carry a sign and a colour.
  private func block(_ lines: [String], other: String?, _ sign: String) -> HTML {
    guard let other else { return HTML.block(lines) }
    let others = VisibleText.block(other, lines: 300, width: 1000)
    let own = Set(lines.difference(from: others).insertions.map(\.offset))
    return HTML.block(lines.enumerated().map { (own.contains($0) ? "\(sign) " : "  ") + $1 }, isDiff: true)
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
