import SchemagateModel

/// The objects that only one side of a comparison has, by what could make one of them another's former self.
struct LooseObjects {
  /// Where two objects must agree before a look at their definitions is worth while.
  struct Place: Hashable {
    let kind: ObjectKind
    let parent: ObjectIdentity?
    /// A routine's arguments, or a table's columns.
    let shape: [Substring]
  }

  private(set) var byPlace: [Place: [SchemaObject]] = [:]
  private let parts: [ObjectIdentity: [SchemaObject]]

  init(_ objects: [SchemaObject], moved: [ObjectIdentity: ObjectIdentity]) {
    let own = Set(objects.lazy.filter { $0.identity.kind.holdsParts }.map(\.identity))
    let inside = objects.filter { object in object.parent.map(own.contains) ?? false }
    parts = Dictionary(grouping: inside) { $0.parent ?? $0.identity }
    for object in objects where object.identity.kind.mayBeRenamed {
      // What went with its table needs no explanation of its own.
      if let parent = object.parent, own.contains(parent) { continue }
      guard let shape = shape(of: object) else { continue }
      let parent = object.parent.map { moved[$0] ?? $0 }
      byPlace[Place(kind: object.identity.kind, parent: parent, shape: shape), default: []].append(object)
    }
  }

  /// `nil` for a table of one column, which tells too little.
  private func shape(of object: SchemaObject) -> [Substring]? {
    if object.identity.kind.family == .routine { return [(object.identity.name.last ?? "").drop { $0 != "(" }] }
    guard object.identity.kind == .table || object.identity.kind == .foreignTable else { return [] }
    let columns = columns(of: object).map(\.identity.ownName)
    return columns.count < 2 ? nil : columns
  }

  private func columns(of table: SchemaObject) -> [SchemaObject] {
    (parts[table.identity] ?? []).filter { $0.identity.kind == .column }.sorted { place($0) < place($1) }
  }

  private func place(_ column: SchemaObject) -> Int {
    guard case .integer(let place)? = column.attributes[.position] else { return 0 }
    return place
  }

  /// The objects whose definition no other one has.
  func unique(_ objects: [SchemaObject]) -> [[String]: SchemaObject] {
    Dictionary(grouping: objects, by: definition).compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// Everything about the object but its own name, and but the place at which a column stands.
  private func definition(_ object: SchemaObject) -> [String] {
    let name = String(object.identity.ownName)
    let own = object.attributes.filter { $0.key != .position && $0.key != .nextValue }
    let lines = [line(object.identity.kind, own, without: name)]
    guard object.identity.kind.holdsParts else { return lines }
    let columns = columns(of: object).map { column in
      "\(column.identity.ownName) " + line(.column, column.attributes, without: name)
    }
    let constraints = (parts[object.identity] ?? []).filter { $0.identity.kind.family == .constraint }
      .map { line($0.identity.kind, $0.attributes, without: name) }
    return lines + columns + constraints.sorted()
  }

  private func line(_ kind: ObjectKind, _ attributes: [Attribute: Value], without name: String) -> String {
    let values = attributes.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)=\($0.value.without(name))" }
    return kind.rawValue + "\n" + values.joined(separator: "\n")
  }
}

extension Value {
  /// As text in which an object's own name, and the names that a server derives from it, stand as a placeholder.
  fileprivate func without(_ name: String) -> String {
    let text = description
    guard !name.isEmpty, text.contains(name) else { return text }
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      result += Self.placed(word, name)
      word = ""
      result.append(character)
    }
    return result + Self.placed(word, name)
  }

  private static func placed(_ word: String, _ name: String) -> String {
    if word == name { return "\u{1}" }
    return word.hasPrefix(name + "_") ? "\u{1}" + word.dropFirst(name.count) : word
  }
}

extension ObjectKind {
  /// Whether columns and constraints come and go with it.
  fileprivate var holdsParts: Bool {
    switch family {
    case .table, .view: true
    case .database, .schema, .installed, .type, .sequence, .column, .constraint, .index, .routine, .tableCode, .policy,
      .buildingBlock, .service, .access:
      false
    }
  }

  /// Whether its definition says enough to know it again under another name.
  fileprivate var mayBeRenamed: Bool {
    switch family {
    case .type, .sequence, .table, .column, .constraint, .index, .view, .routine, .tableCode, .policy: true
    case .database, .schema, .installed, .buildingBlock, .service, .access: false
    }
  }
}
