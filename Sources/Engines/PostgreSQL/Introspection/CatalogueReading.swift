import SchemagateModel

/// One reading of the catalogue: what the objects share is read first, then the objects, kind by kind.
struct CatalogueReading {
  private let source: CatalogueSource
  private let context: CatalogueContext
  /// What a table inherits from or an index is a partition of, in order.
  private let parents: [UInt32: [String]]
  private let sequences: [SequenceRow]

  init(_ source: CatalogueSource) async throws {
    self.source = source
    let roles = try await Self.roles(source)
    let relations = try await source.scan(PackageResources.relations_sql) { RelationRow($0, roles) }
    context = CatalogueContext(
      roles: roles, comments: try await Self.comments(source),
      relations: Dictionary(relations.compactMap { row in row.map { ($0.number, $0) } }) { first, _ in first })
    parents = try await source.group(PackageResources.parents_sql) { $0.text(1) ?? "" }
    sequences = try await source.scan(PackageResources.sequences_sql) { SequenceRow($0) }
  }

  func objects() async throws -> [SchemaObject] {
    let columns = try await columnRows()
    var objects = [context.roles.database.object(context.roles)]
    objects += try await containers()
    objects += try await types()
    objects += RelationObjects(context: context, parents: parents, sequences: sequences).objects(columns)
    objects += columns.compactMap(\.column)
    objects += try await constraintsAndIndexes(columns)
    objects += try await routines()
    return objects + (try await tableMembers())
  }

  private static func roles(_ source: CatalogueSource) async throws -> RoleWords {
    let databases = try await source.scan(PackageResources.database_sql) { DatabaseRow($0) }
    guard let database = databases.first else { throw CatalogueError.noDatabase }
    let defaults = try await source.scan(PackageResources.default_grants_sql) { ($0.letter(0), $0.text(1) ?? "") }
    return RoleWords(
      database: database, names: try await source.index(PackageResources.roles_sql) { $0.text(1) ?? "" },
      defaults: Dictionary(defaults) { first, _ in first })
  }

  private static func comments(_ source: CatalogueSource) async throws -> [CatalogueKey: String] {
    let rows = try await source.scan(PackageResources.comments_sql) { row -> (CatalogueKey, String)? in
      guard let catalogue = Catalogue(rawValue: row.number(0)), let text = row.text(3) else { return nil }
      return (CatalogueKey(catalogue: catalogue, object: row.number(1), column: row.integer(2) ?? 0), text)
    }
    return Dictionary(rows.compactMap(\.self)) { first, _ in first }
  }

  private func columnRows() async throws -> [ColumnRow] {
    let identities = sequences.filter { $0.belonging == .identity }.map { sequence in
      (CatalogueKey(catalogue: .relation, object: sequence.ownerTable, column: sequence.ownerColumn), sequence)
    }
    let context = context
    let byColumn = Dictionary(identities) { first, _ in first }
    return try await source.scan(PackageResources.columns_sql) { ColumnRow($0, context, identities: byColumn) }
      .compactMap(\.self)
  }

  private func containers() async throws -> [SchemaObject] {
    let context = context
    let schemas = try await source.scan(PackageResources.schemas_sql) { row in
      context.object(
        ObjectIdentity(kind: .schema, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .schema, object: row.number(0)),
        context.ownership(owner: row.number(2), grants: row.text(3), isSet: row.flag(4), kind: "n"))
    }
    let extensions = try await source.scan(PackageResources.extensions_sql) { row in
      context.object(
        ObjectIdentity(kind: .extension, name: [row.text(1) ?? ""]), parent: nil,
        key: CatalogueKey(catalogue: .extension, object: row.number(0)),
        [.version: .text(row.text(2) ?? ""), .schema: .text(row.text(3) ?? "")])
    }
    return schemas + extensions
  }

  private func types() async throws -> [SchemaObject] {
    let types = TypeRow(
      context, labels: try await source.group(PackageResources.enum_labels_sql) { $0.text(1) ?? "" },
      checks: try await source.group(PackageResources.domain_checks_sql) { row in
        (row.text(1) ?? "") + (row.text(2).map { " -- \($0)" } ?? "")
      },
      ranges: try await source.index(PackageResources.ranges_sql) { RangeRow($0) })
    return try await source.scan(PackageResources.types_sql) { types.object($0) }.compactMap(\.self)
  }

  private func constraintsAndIndexes(_ columns: [ColumnRow]) async throws -> [SchemaObject] {
    let indexes = try await source.scan(PackageResources.indexes_sql) { IndexRow($0) }
    let behindConstraints = Dictionary(indexes.filter { $0.constraint != 0 }.map { ($0.number, $0) }) { $1 }
    let names = Dictionary(
      columns.map { (CatalogueKey(catalogue: .relation, object: $0.relation, column: $0.number), $0.name) }
    ) { $1 }
    let constraints = try await source.scan(PackageResources.constraints_sql) { ConstraintRow($0) }
    return indexes.compactMap { $0.object(context, parents: parents) }
      + constraints.compactMap {
        $0?.object(context, columnNames: names, indexes: behindConstraints, parents: parents)
      }
  }

  private func routines() async throws -> [SchemaObject] {
    let routines = RoutineRow(
      context, aggregates: try await source.index(PackageResources.aggregates_sql) { $0.text(1) ?? "" })
    return try await source.scan(PackageResources.routines_sql) { routines.object($0) }
  }

  private func tableMembers() async throws -> [SchemaObject] {
    let members = TableMembers(context: context)
    let triggers = try await source.scan(PackageResources.triggers_sql) { members.trigger($0) }
    let rules = try await source.scan(PackageResources.rules_sql) { members.rule($0) }
    let policies = try await source.scan(PackageResources.policies_sql) { members.policy($0) }
    return (triggers + rules + policies).compactMap(\.self)
  }
}
