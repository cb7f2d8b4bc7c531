/// What kinds of objects have in common: most judgements are the same for a whole family.
package enum KindFamily: Hashable, Sendable {
  case database
  case schema
  /// Installed into the database rather than made in it.
  case installed
  case type
  case sequence
  /// Holds rows, or stands for rows elsewhere.
  case table
  case column
  case constraint
  case index
  case view
  case routine
  /// Runs when a table is read or written.
  case tableCode
  case policy
  /// Other definitions are built from it: operators, casts, collations, text search.
  case buildingBlock
  /// Works by itself, or connects the database with others.
  case service
  /// Says who may do what, by itself.
  case access
}

extension ObjectKind {
  /// The family that the kind belongs to.
  package var family: KindFamily {
    switch self {
    case .database: .database
    case .schema: .schema
    case .extension, .language, .accessMethod: .installed
    case .enumType, .domain, .compositeType, .rangeType, .baseType: .type
    case .sequence: .sequence
    case .table, .virtualTable, .foreignTable: .table
    case .column: .column
    case .primaryKey, .uniqueConstraint, .foreignKey, .checkConstraint, .exclusionConstraint: .constraint
    case .index: .index
    case .view, .materializedView: .view
    case .function, .procedure, .aggregate, .package, .packageBody: .routine
    case .trigger, .rule: .tableCode
    case .policy: .policy
    case .collation, .conversion, .statistics, .operator, .operatorFamily, .operatorClass, .cast, .transform,
      .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration:
      .buildingBlock
    case .foreignDataWrapper, .server, .event, .eventTrigger, .publication, .subscription: .service
    case .role, .userMapping, .defaultPrivileges: .access
    }
  }
}
