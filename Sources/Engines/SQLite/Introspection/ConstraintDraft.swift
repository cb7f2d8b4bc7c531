import SchemagateModel

/// A constraint whose name may not be its own: SQLite lets constraints go unnamed, and names repeat.
struct ConstraintDraft {
  let kind: ObjectKind
  var name: String
  let attributes: [Attribute: Value]
  var dependsOn: [ObjectIdentity] = []
}

enum ConstraintNames {
  /// Marks the second and later constraints of one kind and name with `#2` and so on, in an order that doesn't depend on
  /// the order of declaration.
  static func unique(_ drafts: [ConstraintDraft]) -> [ConstraintDraft] {
    Dictionary(grouping: drafts) { "\($0.kind.rawValue) \($0.name)" }.values.flatMap { group in
      let ordered = group.count == 1 ? group : group.sorted { order($0) < order($1) }
      return ordered.enumerated().map { place, draft in
        var draft = draft
        if place > 0 { draft.name += "#\(place + 1)" }
        return draft
      }
    }
  }

  private static func order(_ draft: ConstraintDraft) -> String {
    draft.attributes.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\($0.value.description)" }.joined(
      separator: "\n")
  }
}
