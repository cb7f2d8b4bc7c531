import SchemagateModel

/// Tells a rename from a drop and an add. SQLite gives nothing an identity of its own: the name stands for
/// it from one reading to the next, and `ALTER TABLE … RENAME` carries it to the new name.
struct NameIdentities {
  /// By what each object was called at the last reading.
  private var known: [Key: String] = [:]
  private var renamings: [Renaming] = []
  private var count = 0

  /// Notes what an applied script renames. After a roll-back nothing is sure, and a rename shows as a drop and an add.
  mutating func note(_ script: String) {
    let text = script.lowercased()
    if text.contains("rename") { renamings += Renaming.all(in: script) }
    if text.contains("rollback") { renamings = [] }
  }

  /// The objects, with an identity for each table and what lives in one.
  mutating func identify(_ objects: [SchemaObject]) -> [SchemaObject] {
    let carried = carriedIdentities(of: objects)
    let taken = Set(carried.values)
    var now: [Key: String] = [:]
    let identified = objects.map { object -> SchemaObject in
      guard let key = Key(object.identity) else { return object }
      let identity = carried[key] ?? known[key].flatMap { taken.contains($0) ? nil : $0 } ?? fresh()
      now[key] = identity
      return object.with(serverIdentity: identity)
    }
    known = now
    renamings = []
    return identified
  }

  /// What was renamed since the last reading, in one step or in several. Another object may have taken the old name.
  private func carriedIdentities(of objects: [SchemaObject]) -> [Key: String] {
    guard !renamings.isEmpty else { return [:] }
    let keys = objects.compactMap { Key($0.identity) }
    return Dictionary(keys.compactMap { key in carried(to: key).map { (key, $0) } }) { first, _ in first }
  }

  private func carried(to key: Key) -> String? {
    var key = key
    for renaming in renamings.reversed() where renaming.undo(&key) {
      if let identity = known[key] { return identity }
    }
    return nil
  }

  private mutating func fresh() -> String {
    count += 1
    return String(count)
  }

  /// Names as SQLite compares them.
  fileprivate struct Key: Hashable {
    var table: String
    /// Kind and name of what lives in the table; `nil` for the table itself.
    var part: String?

    init?(_ identity: ObjectIdentity) {
      guard let table = (identity.table ?? identity.name).first, let name = identity.name.last else { return nil }
      guard identity.kind == .table || identity.kind == .column || identity.table != nil else { return nil }
      self.table = table.lowercased()
      part = identity.kind == .table ? nil : "\(identity.kind.rawValue) \(name.lowercased())"
    }

    static func part(ofColumn name: String) -> String { "\(ObjectKind.column.rawValue) \(name)" }
  }
}

/// One `ALTER TABLE … RENAME`.
private struct Renaming {
  let table: String
  /// `nil` where the table itself gets another name.
  let column: String?
  let newName: String

  static func all(in script: String) -> [Renaming] {
    var cursor = TokenCursor(Tokenizer.tokens(of: script)[...])
    var found: [Renaming] = []
    while !cursor.isAtEnd {
      if cursor.take("alter", "table") {
        if let renaming = Renaming(&cursor) { found.append(renaming) }
      } else {
        _ = cursor.takeAny()
      }
    }
    return found
  }

  private init?(_ cursor: inout TokenCursor) {
    guard var table = cursor.takeName() else { return nil }
    if cursor.isNext(symbol: ".") {
      _ = cursor.takeAny()
      guard let name = cursor.takeName() else { return nil }
      table = name
    }
    guard cursor.take("rename") else { return nil }
    var column: String?
    if !cursor.take("to") {
      _ = cursor.take("column")
      column = cursor.takeName()
      guard column != nil, cursor.take("to") else { return nil }
    }
    guard let newName = cursor.takeName() else { return nil }
    (self.table, self.column, self.newName) = (table.lowercased(), column?.lowercased(), newName.lowercased())
  }

  /// Gives `key` the name that it had before; whether it had another one.
  func undo(_ key: inout NameIdentities.Key) -> Bool {
    if let column {
      guard key.table == table, key.part == NameIdentities.Key.part(ofColumn: newName) else { return false }
      key.part = NameIdentities.Key.part(ofColumn: column)
    } else {
      guard key.table == newName else { return false }
      key.table = table
    }
    return true
  }
}

extension SchemaObject {
  fileprivate func with(serverIdentity: String) -> SchemaObject {
    SchemaObject(
      identity: identity, parent: parent, attributes: attributes, dependsOn: dependsOn, serverIdentity: serverIdentity)
  }
}
