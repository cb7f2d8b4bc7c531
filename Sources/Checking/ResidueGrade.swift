import SchemagateModel

/// How much it matters that a schema wasn't restored; the order is from harmless to worst.
enum ResidueGrade: Int, Comparable {
  /// Column order, a counter that rows moved, or the names that the server made up for constraints and indexes.
  case namesOrOrder
  /// Not reversible by nature: an enum's label.
  case irreversible
  case real

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The grade of the worst difference.
  static func of(_ changes: [SchemaChange]) -> ResidueGrade {
    let renamed = sameButForNames(changes)
    return changes.map { renamed.contains($0.identity) ? .namesOrOrder : grade($0) }.max() ?? .namesOrOrder
  }

  private static func grade(_ change: SchemaChange) -> ResidueGrade {
    if change.isIncidental { return .namesOrOrder }
    guard change.verb == .alter, change.identity.kind == .enumType else { return .real }
    return change.attributes.allSatisfy(hasOnlyMoreLabels) ? .irreversible : .real
  }

  private static func hasOnlyMoreLabels(_ change: AttributeChange) -> Bool {
    guard change.attribute == .labels, case .list(let old)? = change.base, case .list(let new)? = change.head else {
      return false
    }
    return Set(new).isSuperset(of: old)
  }

  /// Constraints and indexes that are gone, and back under another name with the same content.
  private static func sameButForNames(_ changes: [SchemaChange]) -> Set<ObjectIdentity> {
    let named = changes.filter { hasGeneratedName($0.identity.kind) }
    var back = named.filter { $0.verb == .add }
    var found: Set<ObjectIdentity> = []
    for gone in named where gone.verb == .drop {
      guard let match = back.firstIndex(where: { content($0) == content(gone) }) else { continue }
      found.formUnion([gone.identity, back.remove(at: match).identity])
    }
    return found
  }

  private struct Content: Equatable {
    let kind: ObjectKind
    let parent: ObjectIdentity?
    let values: [Attribute: String]
  }

  private static func content(_ change: SchemaChange) -> Content {
    let values = change.attributes.map { attribute in
      let text = (attribute.base ?? attribute.head)?.description ?? ""
      return (attribute.attribute, text.replacing(change.identity.name.last ?? "", with: "", maxReplacements: 1))
    }
    return Content(
      kind: change.identity.kind, parent: change.parent, values: Dictionary(values) { first, _ in first })
  }

  private static func hasGeneratedName(_ kind: ObjectKind) -> Bool {
    switch kind.family {
    case .constraint, .index: true
    case .database, .schema, .installed, .type, .sequence, .table, .column, .view, .routine, .tableCode, .policy,
      .buildingBlock, .service, .access:
      false
    }
  }
}
