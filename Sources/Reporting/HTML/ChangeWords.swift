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
    if let note = change.renameNote { pieces.append("<span class=\"doubtful\">\(text: note)</span>") }
    if change.differences.count > 12 { pieces.append("\(change.differences.count - 12) more") }
    return HTML.joined(pieces, separator: "<br>")
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

/// What happened to a thing, as a sign and as a colour.
enum ChangeSign {
  case added
  case dropped
  case altered
  case none

  init(_ change: TableReport.Change) {
    switch change {
    case .added: self = .added
    case .dropped: self = .dropped
    case .altered: self = .altered
    case .none: self = .none
    }
  }

  init(_ verb: SchemaChange.Verb) {
    switch verb {
    case .add: self = .added
    case .drop: self = .dropped
    case .alter, .rename: self = .altered
    }
  }

  /// A column's: a renamed one counts as altered.
  init(_ column: ColumnReport) {
    if column.base == nil, column.head == nil {
      self = .none
    } else if column.base == nil {
      self = .added
    } else if column.head == nil {
      self = .dropped
    } else {
      self = column.base == column.head && column.renamedFrom == nil ? .none : .altered
    }
  }

  var style: HTML {
    switch self {
    case .added: "add"
    case .dropped: "del"
    case .altered: "alt"
    case .none: "same"
    }
  }

  var symbol: HTML {
    switch self {
    case .added: "+"
    case .dropped: "−"
    case .altered: "~"
    case .none: ""
    }
  }

  var word: HTML {
    switch self {
    case .added: "added"
    case .dropped: "dropped"
    case .altered: "changed"
    case .none: "unchanged"
    }
  }

  /// For eyes and ears; nothing where nothing happened.
  var html: HTML {
    self == .none
      ? "" : "<span class=\"sign \(style)\" aria-hidden=\"true\">\(symbol)</span>\(HTML.hidden("\(word) "))"
  }
}
