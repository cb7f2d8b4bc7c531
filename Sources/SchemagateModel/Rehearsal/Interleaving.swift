/// Base gained migrations since the branch began, and the branch adds some as well: what either order gives.
package struct Interleaving: Hashable, Sendable {
  /// What each of base's new migrations did on the state where the branch began.
  package let gained: [StepRecord]
  /// The branch's migrations, then base's new ones; `nil` where the two sides touch nothing in common, so that their
  /// order can't matter.
  package let otherOrder: PathRecord?
  /// From what base's order gives to what the other one gives; `nil` where not both were built.
  package let differences: [SchemaChange]?

  package init(gained: [StepRecord], otherOrder: PathRecord? = nil, differences: [SchemaChange]? = nil) {
    self.gained = gained
    self.otherOrder = otherOrder
    self.differences = differences
  }
}

extension SchemaChange {
  /// What the change touches: the table of what lives in one, else the object itself.
  package var touched: ObjectIdentity {
    if let table = identity.table { return ObjectIdentity(kind: .table, name: table) }
    return parent ?? identity
  }
}

extension StepRecord {
  /// Everything that the step was seen to touch.
  package var touched: Set<ObjectIdentity> {
    Set(changes.flatMap { change in [change.touched] + (change.newIdentity.map { [$0] } ?? []) })
  }
}
