import SchemagateModel

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
    switch (column.base, column.head) {
    case (nil, nil): self = .none
    case (nil, _?): self = .added
    case (_?, nil): self = .dropped
    case (let base?, let head?): self = base == head && column.renamedFrom == nil ? .none : .altered
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
