import SchemagateModel

/// A schema as far as it can be compared with another engine's.
struct EngineStructure {
  struct Column {
    let family: TypeFamily
    let type: String
    let nullable: Bool
  }

  private(set) var tables: Set<String> = []
  /// By `table.column`.
  private(set) var columns: [String: Column] = [:]
  /// Keys, unique sets of columns and foreign keys, in words.
  private(set) var keys: Set<String> = []
  private(set) var indexes: Set<String> = []
  /// What MySQL makes an index of by itself.
  private(set) var foreignKeyIndexes: Set<String> = []

  init(_ schema: Schema, defaultSchemas: Set<String>) {
    let name = { (parts: [String]) in
      let own = parts.count > 1 && defaultSchemas.contains(parts[0]) ? Array(parts.dropFirst()) : parts
      return own.joined(separator: ".").lowercased()
    }
    for object in schema.objects {
      switch object.identity.kind {
      case .table: tables.insert(name(object.identity.name))
      case .column: columns[name(object.identity.name)] = Column(object)
      default: addPart(object, name)
      }
    }
    for key in keys where key.hasPrefix("primary key of ") { makeNotNull(key) }
  }

  private mutating func addPart(_ object: SchemaObject, _ name: ([String]) -> String) {
    guard let table = (object.identity.table ?? object.parent?.name).map(name), let columns = object.columnList else {
      return
    }
    let list = "\(table) (\(columns.joined(separator: ", ").lowercased()))"
    switch object.identity.kind {
    case .primaryKey: keys.insert("primary key of \(list)")
    case .uniqueConstraint: keys.insert("unique columns of \(list)")
    case .index where object.attributes[.unique] == .flag(true): keys.insert("unique columns of \(list)")
    case .index: indexes.insert("index of \(list)")
    case .foreignKey:
      keys.insert("foreign key of \(list)")
      foreignKeyIndexes.insert("index of \(list)")
    default: return
    }
  }

  /// A key's columns hold no NULL, whether the engine says so of the column or not.
  private mutating func makeNotNull(_ key: String) {
    let parts = key.dropFirst("primary key of ".count).split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return }
    for column in parts[1].dropFirst().dropLast().split(separator: ",") {
      let path = "\(parts[0]).\(column.drop { $0 == " " })"
      if let known = columns[path] { columns[path] = Column(family: known.family, type: known.type, nullable: false) }
    }
  }
}

extension EngineStructure.Column {
  init(_ object: SchemaObject) {
    let type = object.attributes[.type]?.description ?? ""
    self.init(family: TypeFamily(type), type: type, nullable: object.attributes[.nullable] != .flag(false))
  }
}

extension SchemaObject {
  /// Of a key or an index over whole rows and plain columns; `nil` where an engine alone could say what it means.
  fileprivate var columnList: [String]? {
    let definition = attributes[.definition]?.description ?? ""
    if definition.contains(" WHERE ") { return nil }
    if let columns = attributes[.columns]?.list {
      return columns.allSatisfy { !$0.contains("(") } ? columns.map(Self.plainName) : nil
    }
    // PostgreSQL's own words: CREATE INDEX name ON table USING btree (a, b DESC) INCLUDE (c)
    guard identity.kind == .index, let found = definition.firstMatch(of: #/USING \w+ \(([^()]*)\)/#) else { return nil }
    return found.output.1.split(separator: ",").map(Self.plainName)
  }

  /// Without quotes and without a direction.
  private static func plainName(_ column: some StringProtocol) -> String {
    String(column.drop { $0 == " " }.prefix { $0 != " " }.filter { $0 != "\"" })
  }
}

extension Value {
  fileprivate var list: [String]? {
    switch self {
    case .list(let items): items
    case .text(let text): text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    case .sql, .flag, .integer, .set: nil
    }
  }
}
