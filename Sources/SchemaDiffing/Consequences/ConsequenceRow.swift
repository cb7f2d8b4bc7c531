package import SchemagateModel

/// One answer of the consequence function, for the documentation.
package struct ConsequenceRow: Hashable, Sendable {
  package let kind: ObjectKind
  package let verb: SchemaChange.Verb
  /// For an alteration, what moved and which way.
  package let attribute: Attribute?
  package let direction: Direction?
  package let consequence: Consequence
}

extension ConsequenceTable {
  /// Every kind with every verb; an alteration with each attribute and direction that isn't harmless.
  package static var rows: [ConsequenceRow] {
    ObjectKind.allCases.flatMap { kind in
      [
        row(kind, .add, ofAdding(kind)), row(kind, .drop, ofDropping(kind)), row(kind, .rename, ofRenaming(kind)),
        row(kind, .alter, .harmless),
      ] + alterations(of: kind)
    }
  }

  private static func row(_ kind: ObjectKind, _ verb: SchemaChange.Verb, _ consequence: Consequence) -> ConsequenceRow {
    ConsequenceRow(kind: kind, verb: verb, attribute: nil, direction: nil, consequence: consequence)
  }

  private static func alterations(of kind: ObjectKind) -> [ConsequenceRow] {
    Attribute.allCases.sorted().flatMap { attribute in
      Direction.allCases.map { direction in
        ConsequenceRow(
          kind: kind, verb: .alter, attribute: attribute, direction: direction,
          consequence: ofAltering(kind, attribute, direction))
      }
    }.filter { $0.consequence > .harmless }
  }
}
