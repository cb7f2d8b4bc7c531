import SchemagateModel

/// The tables of one schema. A partition is left out: the table that it is part of stands for it.
struct SchemaTables {
  let objects: [[String]: SchemaObject]
  /// By the table that holds them.
  let foreignKeys: [[String]: [TableForeignKey]]
  private let schema: Schema
  private let uniqueIndexes: [[String]: [SchemaObject]]

  init(_ schema: Schema) {
    self.schema = schema
    let kinds = ObjectKind.allCases.filter { $0.family == .table }
    let tables = kinds.flatMap(schema.objects(of:)).filter { $0.attributes[.partitionOf] == nil }
    let objects = Dictionary(tables.map { ($0.identity.name, $0) }) { first, _ in first }
    let spellings = Dictionary(objects.keys.map { ($0.joined(separator: "."), $0) }) { first, _ in first }
    self.objects = objects
    foreignKeys = Dictionary(
      grouping: schema.objects(of: .foreignKey).map { TableForeignKey($0, tables: spellings) }, by: \.holder)
    uniqueIndexes = Dictionary(grouping: schema.objects(of: .index).filter { $0.attributes[.unique] == .flag(true) }) {
      $0.parent?.name ?? []
    }
  }

  /// In the order of the server.
  func columns(of table: [String]) -> [SchemaObject] {
    let found = schema.objects(from: ObjectIdentity(kind: .column, name: table)) {
      $0.kind == .column && $0.name.dropLast().elementsEqual(table)
    }
    return found.sorted { ($0.place, $0.identity) < ($1.place, $1.identity) }
  }

  func keys(of table: [String]) -> TableKeys {
    let members = { kind in
      schema.objects(from: ObjectIdentity(kind: kind, name: [], table: table)) {
        $0.kind == kind && $0.table == table
      }
    }
    return TableKeys(
      table: objects[table], columns: Set(columns(of: table).compactMap(\.identity.name.last)),
      primary: members(.primaryKey).first, unique: members(.uniqueConstraint) + (uniqueIndexes[table] ?? []),
      foreign: foreignKeys[table] ?? [])
  }
}

/// A foreign key at one side.
struct TableForeignKey {
  let object: SchemaObject
  let holder: [String]
  let columns: [String]
  /// The table that it refers to; `nil` where the schema holds none of this name.
  let target: [String]?
  /// The same as text.
  let targetName: String

  /// `tables` are found by their name's parts, joined by dots.
  init(_ object: SchemaObject, tables: [String: [String]]) {
    self.object = object
    holder = object.identity.table ?? object.parent?.name ?? []
    columns = object.attributes[.columns]?.members ?? []
    // SQLite's references are text; what they mean is known as what the key depends on.
    let known = object.dependsOn.first { $0.kind.family == .table }?.name
    let spelled = object.attributes[.references]?.members.first ?? ""
    target = tables[spelled] ?? known
    targetName = target.map(ObjectName.dotted) ?? String(spelled.prefix { $0 != "(" })
  }

  /// The constraint's own name; SQLite lets it go unnamed, and says what it is instead.
  var name: String? {
    let name = object.identity.name.last ?? ""
    return name.hasPrefix("foreign key(") ? nil : name
  }
}

extension Schema {
  /// The objects of one kind.
  fileprivate func objects(of kind: ObjectKind) -> ArraySlice<SchemaObject> {
    objects(from: ObjectIdentity(kind: kind, name: [])) { $0.kind == kind }
  }

  /// The objects from the first that doesn't come before `start`, for as long as they belong to what is wanted.
  fileprivate func objects(
    from start: ObjectIdentity, while isWanted: (ObjectIdentity) -> Bool
  ) -> ArraySlice<SchemaObject> {
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle].identity < start { low = middle + 1 } else { high = middle }
    }
    return objects[low...].prefix { isWanted($0.identity) }
  }
}

extension SchemaObject {
  fileprivate var place: Int {
    guard case .integer(let place)? = attributes[.position] else { return .max }
    return place
  }
}

extension Value {
  /// The parts of a list, or the whole text.
  var members: [String] {
    switch self {
    case .list(let members), .set(let members): members
    case .text(let text), .sql(let text): [text]
    case .flag, .integer: []
    }
  }
}
