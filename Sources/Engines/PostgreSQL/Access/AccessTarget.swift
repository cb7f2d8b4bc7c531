import SchemagateModel

/// An object as SQL can name it, and as the catalogue numbers it.
struct AccessTarget {
  let kind: ObjectKind
  /// The number of the object; of a column, its table's.
  let number: UInt32
  let schemaName: String?
  /// The quoted and qualified name of a relation; of a column, its table's.
  let relation: String
  /// The object's name for a reader; of a column, its table's.
  let shown: String
  let columnName: String?
  private let catalogue: Catalogue

  init?(_ identity: ObjectIdentity, in schema: Schema) {
    let holder = identity.kind == .column ? Self.holder(of: identity, in: schema) : schema.object(identity)
    guard let holder, let key = CatalogueKey(holder.serverIdentity) else { return nil }
    kind = identity.kind == .column ? .column : holder.identity.kind
    number = key.object
    catalogue = key.catalogue
    schemaName = holder.identity.name.count > 1 ? holder.identity.name.first : nil
    relation = holder.identity.name.map(SQLText.identifier).joined(separator: ".")
    shown = ObjectName.dotted(holder.identity.name)
    columnName = identity.kind == .column ? identity.name.last : nil
  }

  /// An object that is no part of the schema.
  init(kind: ObjectKind, catalogue: Catalogue, number: UInt32, schemaName: String?, name: String) {
    self.kind = kind
    self.number = number
    self.catalogue = catalogue
    self.schemaName = schemaName
    let parts = [schemaName, name].compactMap(\.self)
    relation = parts.map(SQLText.identifier).joined(separator: ".")
    shown = ObjectName.dotted(parts)
    columnName = nil
  }

  /// The quoted name of a column.
  var column: String? { columnName.map(SQLText.identifier) }

  /// The quoted name of the schema.
  var schema: String { SQLText.identifier(schemaName ?? "") }

  /// Whether it is a relation with columns, or a column of one.
  var isRelation: Bool {
    switch kind.family {
    case .table, .view, .column: true
    case .database, .schema, .installed, .type, .sequence, .constraint, .index, .routine, .tableCode, .policy,
      .buildingBlock, .service, .access:
      false
    }
  }

  /// Whether row security can apply to it.
  var isTable: Bool { kind == .table || kind == .column }

  /// The query of the owner's number.
  var ownerQuery: String? {
    switch catalogue {
    case .relation: "SELECT relowner FROM pg_class WHERE oid = \(number)"
    case .routine: "SELECT proowner FROM pg_proc WHERE oid = \(number)"
    case .schema: "SELECT nspowner FROM pg_namespace WHERE oid = \(number)"
    case .type: "SELECT typowner FROM pg_type WHERE oid = \(number)"
    case .database: "SELECT datdba FROM pg_database WHERE oid = \(number)"
    case .server: "SELECT srvowner FROM pg_foreign_server WHERE oid = \(number)"
    case .foreignDataWrapper: "SELECT fdwowner FROM pg_foreign_data_wrapper WHERE oid = \(number)"
    case .language: "SELECT lanowner FROM pg_language WHERE oid = \(number)"
    case .defaultPrivileges, .role, .userMapping, .accessMethod, .cast, .constraint, .conversion, .operatorClass,
      .operator, .rule, .trigger, .operatorFamily, .extension, .policy, .statistics, .collation, .eventTrigger,
      .transform, .textSearchDictionary, .textSearchParser, .textSearchConfiguration, .textSearchTemplate,
      .subscription, .publication:
      nil
    }
  }

  private static func holder(of column: ObjectIdentity, in schema: Schema) -> SchemaObject? {
    let name = Array(column.name.dropLast())
    return [ObjectKind.table, .foreignTable, .view, .materializedView].lazy
      .compactMap { schema.object(ObjectIdentity(kind: $0, name: name)) }.first
  }
}

extension CatalogueKey {
  /// Reads what `serverIdentity` writes.
  fileprivate init?(_ text: String?) {
    let parts = (text ?? "").split(separator: ":").compactMap { UInt32($0) }
    guard parts.count > 1, let catalogue = Catalogue(rawValue: parts[0]) else { return nil }
    self.init(catalogue: catalogue, object: parts[1])
  }
}
