import SchemagateModel

/// What a down part lacks, as something to do.
struct Undoing {
  private let families: [ChangeFamily]

  init(_ families: [ChangeFamily]) { self.families = families }

  /// The statements to add where they are few and certain; `nil` leaves it at the rule's own remedy.
  var remedy: String? {
    let statements = families.map { Self.statement($0.root) }
    let known = statements.compactMap { $0 }.map(Marked.code)
    guard !known.isEmpty, known.count == statements.count, known.count <= 3 else { return nil }
    return "Add \(known.enumerated) to the down part."
  }

  /// What takes an object away that was left behind.
  private static func statement(_ change: SchemaChange) -> String? {
    guard change.verb == .add else { return nil }
    let identity = change.identity
    switch identity.kind {
    case .index, .table, .view, .materializedView, .sequence, .domain, .schema, .extension, .function, .procedure,
      .foreignTable, .statistics, .collation, .conversion, .textSearchParser, .textSearchTemplate,
      .textSearchDictionary, .textSearchConfiguration, .eventTrigger, .publication, .subscription, .role, .language,
      .accessMethod, .foreignDataWrapper, .server, .event:
      return "DROP \(identity.kind.rawValue.uppercased()) \(SQLName.dotted(identity.name));"
    case .enumType, .compositeType, .rangeType, .baseType: return "DROP TYPE \(SQLName.dotted(identity.name));"
    case .column: return alter(identity.name.dropLast(), "DROP COLUMN", identity.name.suffix(1))
    case .primaryKey, .uniqueConstraint, .foreignKey, .checkConstraint, .exclusionConstraint:
      return alter((identity.table ?? [])[...], "DROP CONSTRAINT", identity.name[...])
    case .trigger, .rule, .policy:
      return identity.table.map {
        "DROP \(identity.kind.rawValue.uppercased()) \(SQLName.dotted(identity.name)) ON \(SQLName.dotted($0));"
      }
    case .database, .virtualTable, .aggregate, .operator, .operatorFamily, .operatorClass, .cast, .transform,
      .userMapping, .defaultPrivileges, .package, .packageBody:
      return nil
    }
  }

  private static func alter(_ table: ArraySlice<String>, _ action: String, _ name: ArraySlice<String>) -> String? {
    table.isEmpty ? nil : "ALTER TABLE \(SQLName.dotted(Array(table))) \(action) \(SQLName.dotted(Array(name)));"
  }
}
