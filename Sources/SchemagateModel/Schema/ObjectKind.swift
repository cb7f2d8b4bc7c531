/// A kind of object in a schema; raw values are SQL's own words, as declarations and reports use them.
package enum ObjectKind: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case database
  case schema
  case `extension`
  case enumType = "enum"
  case domain
  case compositeType = "type"
  case rangeType = "range type"
  case sequence
  case table
  case column
  case primaryKey = "primary key"
  case uniqueConstraint = "unique constraint"
  case foreignKey = "foreign key"
  case checkConstraint = "check constraint"
  case exclusionConstraint = "exclusion constraint"
  case index
  case view
  case materializedView = "materialized view"
  case virtualTable = "virtual table"
  case function
  case procedure
  case aggregate
  case trigger
  case rule
  case policy

  /// Order of declaration: containers before what they hold.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private static let ranks = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
  private var rank: Int { Self.ranks[self] ?? 0 }

  /// Whether objects of this kind are named within a table, so that a declaration says `on TABLE`.
  package var livesInTable: Bool {
    switch self {
    case .primaryKey, .uniqueConstraint, .foreignKey, .checkConstraint, .exclusionConstraint, .trigger, .rule, .policy:
      true
    case .database, .schema, .extension, .enumType, .domain, .compositeType, .rangeType, .sequence, .table, .column,
      .index, .view, .materializedView, .virtualTable, .function, .procedure, .aggregate:
      false
    }
  }
}
