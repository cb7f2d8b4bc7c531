import SchemagateModel

/// Values that may be secrets: they are never shown, and so two of them can't be told apart.
enum HiddenValues {
  /// Stands in the place of a value.
  static let mark = "…"

  /// What has to be said of them, by the objects that hold them.
  static func groups(in entries: [CatalogueState.Entry]) -> [NotCompared] {
    let names = entries.flatMap { hidden(in: $0.object) }
    return names.isEmpty ? [] : [NotCompared(what: "secret value", names: names.sorted())]
  }

  /// The kinds in which a value may be hidden; there may be tens of thousands of others.
  private static let kinds: Set<ObjectKind> = [
    .database, .role, .foreignDataWrapper, .server, .userMapping, .foreignTable, .subscription,
  ]

  private static func hidden(in object: SchemaObject) -> [String] {
    guard kinds.contains(object.identity.kind) else { return [] }
    let own = [Attribute.options, .settings].flatMap { attribute in
      members(object.attributes[attribute]).filter { $0.hasSuffix(mark) }.map { member in
        let name = member.dropLast(mark.count)
        return name.hasSuffix("=") ? String(name.dropLast()) : attribute.rawValue
      }
    }
    let connection = object.identity.kind == .subscription ? ["connection"] : []
    return (own + connection).map { "\($0) of \(object.identity.description)" }
  }

  private static func members(_ value: Value?) -> [String] {
    guard case .set(let members)? = value else { return [] }
    return members
  }
}
