import SchemagateModel

/// What the consequence of a change needs to know of an object besides the attribute that changed.
extension SchemaObject {
  /// Old code that doesn't know the column can't insert a row any more.
  var mustBeWritten: Bool {
    attributes[.nullable] == .flag(false) && attributes[.default] == nil && attributes[.generated] == nil
      && attributes[.identity] == nil && attributes[.autoincrement] != .flag(true)
  }

  /// A generated column can be computed again; a view's column is only a view.
  var holdsItsOwnValues: Bool {
    guard attributes[.generated] == nil else { return false }
    return parent.map { $0.kind != .view && $0.kind != .materializedView } ?? true
  }

  var isUnique: Bool {
    guard attributes[.unique] == nil else { return attributes[.unique] == .flag(true) }
    return attributes[.definition]?.description.uppercased().hasPrefix("CREATE UNIQUE") ?? false
  }

  var isRestrictive: Bool { attributes[.permissive] == .flag(false) }

  /// A new object that everyone can use beyond what the server gives by itself, or that lends its owner's rights unguarded.
  var isOpenToEveryone: Bool {
    let grants = members(of: .grants).filter { $0.hasPrefix("PUBLIC=") && !identity.kind.publicByNature.contains($0) }
    return !grants.isEmpty || lendsRightsUnguarded
  }

  /// `SECURITY DEFINER` whose names are looked up on the caller's search path.
  var lendsRightsUnguarded: Bool {
    attributes[.securityDefiner] == .flag(true)
      && !members(of: .settings).contains { $0.lowercased().hasPrefix("search_path") }
  }

  /// A guard that the object had and has no more: a view's own options, a routine's search path.
  func lostProtection(_ change: AttributeChange) -> Consequence {
    if change.attribute == .options {
      return Self.guards(change.base).subtracting(Self.guards(change.head)).isEmpty ? .harmless : .widensAccess
    }
    // MySQL's routines and views lend their definer's rights unless they say otherwise.
    if change.attribute == .securityDefiner, change.base == .flag(false), change.head == nil { return .widensAccess }
    let isAboutRights = change.attribute == .securityDefiner || change.attribute == .settings
    return isAboutRights && lendsRightsUnguarded ? .widensAccess : .harmless
  }

  private static func guards(_ options: Value?) -> Set<String> {
    let switches = members(of: options).map { $0.lowercased() }.filter { option in
      ["=true", "=on", "=1", "=yes"].contains { option.hasSuffix($0) }
    }
    return Set(switches.compactMap { $0.split(separator: "=").first.map(String.init) })
      .intersection(["security_invoker", "security_barrier"])
  }

  private func members(of attribute: Attribute) -> [String] { Self.members(of: attributes[attribute]) }

  private static func members(of value: Value?) -> [String] {
    switch value {
    case .set(let members)?, .list(let members)?: members
    case .text(let text)?, .sql(let text)?: [text]
    case .flag?, .integer?, nil: []
    }
  }
}

extension ObjectKind {
  /// What PostgreSQL grants to everyone when such an object is made.
  fileprivate var publicByNature: Set<String> {
    switch family {
    case .routine: ["PUBLIC=EXECUTE"]
    case .type: ["PUBLIC=USAGE"]
    case .installed: self == .language ? ["PUBLIC=USAGE"] : []
    case .database: ["PUBLIC=CONNECT", "PUBLIC=TEMPORARY"]
    case .schema, .sequence, .table, .column, .constraint, .index, .view, .tableCode, .policy, .buildingBlock, .service,
      .access:
      []
    }
  }
}
