/// A kind of object in a schema; raw values are SQL's own words, as declarations and reports use them.
package enum ObjectKind: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case database
  case schema
  case `extension`
  case role
  case language
  case accessMethod = "access method"
  case foreignDataWrapper = "foreign data wrapper"
  case server
  case userMapping = "user mapping"
  case collation
  case conversion
  case enumType = "enum"
  case domain
  case compositeType = "type"
  case rangeType = "range type"
  case baseType = "base type"
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
  case foreignTable = "foreign table"
  case statistics
  case `operator`
  case operatorFamily = "operator family"
  case operatorClass = "operator class"
  case cast
  case transform
  case textSearchParser = "text search parser"
  case textSearchTemplate = "text search template"
  case textSearchDictionary = "text search dictionary"
  case textSearchConfiguration = "text search configuration"
  /// MariaDB's, made in its Oracle mode.
  case package
  case packageBody = "package body"
  /// MySQL's and MariaDB's: SQL that the server runs on a schedule.
  case event
  case eventTrigger = "event trigger"
  case publication
  case subscription
  case defaultPrivileges = "default privileges"

  /// Order of declaration: containers before what they hold.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private static let ranks = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
  private var rank: Int { Self.ranks[self] ?? 0 }

  /// Whether objects of this kind are named within a table, so that a declaration says `on TABLE`.
  package var livesInTable: Bool {
    switch family {
    case .constraint, .tableCode, .policy: true
    case .database, .schema, .installed, .type, .sequence, .table, .column, .index, .view, .routine, .buildingBlock,
      .service, .access:
      false
    }
  }
}
