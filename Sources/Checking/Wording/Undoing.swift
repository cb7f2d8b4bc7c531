import SchemagateModel

/// What a down part lacks, as something to do.
struct Undoing {
  private let families: [ChangeFamily]
  private let engine: EngineKind

  init(_ families: [ChangeFamily], on engine: EngineKind) {
    self.families = families
    self.engine = engine
  }

  /// The statements to add where they are few and certain; `nil` leaves it at the rule's own remedy.
  var remedy: String? {
    let statements = families.map { statement($0.root) }
    // A backquote would end the mark that formats show as code; such a statement can't be shown to be copied.
    let known = statements.compactMap { $0 }.filter { !$0.contains("`") }.map(Marked.code)
    guard !known.isEmpty, known.count == statements.count, known.count <= 3 else { return nil }
    return "Add \(known.enumerated) to the down part."
  }

  /// What takes an object away that was left behind.
  private func statement(_ change: SchemaChange) -> String? {
    guard change.verb == .add else { return nil }
    let identity = change.identity
    return engine.isMySQL ? mySQLStatement(identity) ?? statement(identity) : statement(identity)
  }

  /// Where MySQL's grammar differs: what lives in a table is dropped from it.
  private func mySQLStatement(_ identity: ObjectIdentity) -> String? {
    switch identity.kind {
    case .index, .uniqueConstraint:
      let table = identity.table ?? Array(identity.name.dropLast())
      return "DROP INDEX \(dotted(identity.name.suffix(1))) ON \(dotted(table));"
    case .foreignKey: return alter((identity.table ?? [])[...], "DROP FOREIGN KEY", identity.name.suffix(1))
    case .primaryKey: return identity.table.map { "ALTER TABLE \(dotted($0)) DROP PRIMARY KEY;" }
    case .trigger: return "DROP TRIGGER \(dotted(identity.name));"
    default: return nil
    }
  }

  private func statement(_ identity: ObjectIdentity) -> String? {
    switch identity.kind {
    case .index, .table, .view, .materializedView, .sequence, .domain, .schema, .extension, .function, .procedure,
      .foreignTable, .statistics, .collation, .conversion, .textSearchParser, .textSearchTemplate,
      .textSearchDictionary, .textSearchConfiguration, .eventTrigger, .publication, .subscription, .role, .language,
      .accessMethod, .foreignDataWrapper, .server, .event:
      return "DROP \(identity.kind.rawValue.uppercased()) \(dotted(identity.name));"
    case .enumType, .compositeType, .rangeType, .baseType: return "DROP TYPE \(dotted(identity.name));"
    case .column: return alter(identity.name.dropLast(), "DROP COLUMN", identity.name.suffix(1))
    case .primaryKey, .uniqueConstraint, .foreignKey, .checkConstraint, .exclusionConstraint:
      return alter((identity.table ?? [])[...], "DROP CONSTRAINT", identity.name[...])
    case .trigger, .rule, .policy:
      return identity.table.map {
        "DROP \(identity.kind.rawValue.uppercased()) \(dotted(identity.name)) ON \(dotted($0));"
      }
    case .database, .virtualTable, .aggregate, .operator, .operatorFamily, .operatorClass, .cast, .transform,
      .userMapping, .defaultPrivileges, .package, .packageBody:
      return nil
    }
  }

  private func alter(_ table: ArraySlice<String>, _ action: String, _ name: ArraySlice<String>) -> String? {
    table.isEmpty ? nil : "ALTER TABLE \(dotted(table)) \(action) \(dotted(name));"
  }

  private func dotted(_ parts: some Sequence<String>) -> String { SQLName.dotted(Array(parts), on: engine) }
}
