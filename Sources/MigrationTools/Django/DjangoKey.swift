internal import SchemagateModel

/// A migration's key in `django_migrations`: its app's label and its own name.
struct DjangoKey: Hashable, Comparable {
  let app: String
  let name: String

  /// As Django prints it; neither a label nor a module's name holds a dot.
  var id: MigrationID { MigrationID("\(app).\(name)") }

  init(app: String, name: String) {
    self.app = app
    self.name = name
  }

  init(_ id: MigrationID) {
    let parts = id.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
    self.init(app: parts.first ?? "", name: parts.count == 2 ? parts[1] : "")
  }

  /// Python's order of tuples of strings.
  static func < (left: Self, right: Self) -> Bool {
    left.app == right.app ? left.name.precedesInBytes(right.name) : left.app.precedesInBytes(right.app)
  }
}
