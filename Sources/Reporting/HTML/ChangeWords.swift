import SchemagateModel

/// Schema changes in few words, and the marks that stand beside them.
enum ChangeWords {
  /// `add table public.orders (4 columns, 1 index)`.
  static func short(_ group: ChangeGroup) -> HTML {
    let change = group.change
    let altered = change.verb == .alter ? change.differences.map(\.name.rawValue).joined(separator: ", ") : ""
    let detail = group.contents ?? (altered.isEmpty ? nil : altered)
    let contents: HTML = detail.map { " <span class=\"faint\">(\(text: $0))</span>" } ?? ""
    let target: HTML = change.to.map { " to \(code: DottedName.lastPart(of: $0))" } ?? ""
    let name = change.tableName == change.name ? change.name : DottedName.lastPart(of: change.name)
    return "\(text: change.verb.rawValue) \(text: change.kind.rawValue) \(code: name)\(target)\(contents)"
  }

  /// What differs, from base to head.
  static func differences(of group: ChangeGroup) -> HTML {
    let change = group.change
    var pieces = change.differences.prefix(12).map { attribute($0, wasDropped: change.verb == .drop) }
    if let contents = group.contents { pieces.append("with \(text: contents)") }
    if let note = change.renameNote { pieces.append("<span class=\"faint\">\(text: Spoken.opening(note))</span>") }
    if change.differences.count > 12 { pieces.append("\(change.differences.count - 12) more") }
    return pieces.isEmpty ? "" : "<div class=\"wide\">\(HTML.joined(pieces, separator: "<br>"))</div>"
  }

  private static func attribute(_ attribute: ChangeReport.AttributeReport, wasDropped: Bool) -> HTML {
    let name: HTML = "\(text: attribute.name.rawValue)"
    switch (attribute.base, attribute.head) {
    case (let base?, let head?): return "\(name) \(code: base) → \(code: head)"
    case (nil, let head?): return "\(name) \(code: head)"
    case (let base?, nil): return wasDropped ? "\(name) \(code: base)" : "\(name) \(code: base) → none"
    case (nil, nil): return name
    }
  }

  /// What follows from a change; nothing for a harmless one.
  static func consequence(_ consequence: Consequence) -> HTML {
    switch consequence {
    case .harmless: ""
    case .breaksUse, .widensAccess: "<span class=\"tag doubtful\">\(text: consequence.rawValue)</span>"
    case .losesAccess, .losesData: "<span class=\"tag bad\">\(text: consequence.rawValue)</span>"
    }
  }
}
