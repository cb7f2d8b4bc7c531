import SchemagateModel

/// Which table, column or foreign key of base is which one of head, as the changes between the two say.
struct ObjectMoves {
  private let moved: [ObjectIdentity: ObjectIdentity]
  private let dropped: Set<ObjectIdentity>
  private let changed: Set<ObjectIdentity>

  init(_ changes: [SchemaChange]) {
    moved = Dictionary(changes.compactMap { change in change.newIdentity.map { (change.identity, $0) } }) {
      first, _ in first
    }
    dropped = Set(changes.filter { $0.verb == .drop }.map(\.identity))
    changed = Set(changes.filter { $0.verb != .add }.map(\.identity))
  }

  /// Whether something about an object of base changed.
  func isChanged(_ object: ObjectIdentity) -> Bool { changed.contains(object) }

  /// A table's name at head, if it is still there.
  func table(_ table: ObjectIdentity) -> [String]? {
    if let new = moved[table] { return new.name }
    if dropped.contains(table) { return nil }
    let schema = ObjectIdentity(kind: .schema, name: Array(table.name.dropLast()))
    return (moved[schema]?.name ?? schema.name) + table.name.suffix(1)
  }

  /// The own name at head of what stands in a table, if it is still there.
  func ownName(_ part: ObjectIdentity) -> String? {
    if let new = moved[part] { return new.name.last }
    return dropped.contains(part) ? nil : part.name.last
  }
}

/// A table as it stands at base, at head, or both.
struct TablePair {
  let base: [String]?
  let head: [String]?

  var name: String { ObjectName.dotted(head ?? base ?? []) }
  var formerName: String? {
    guard let base, let head, base != head else { return nil }
    return ObjectName.dotted(base)
  }
}

/// All tables of two schemas, and which of them a diagram shows.
struct TablePairs {
  let all: [TablePair]
  let byBase: [[String]: Int]
  let byHead: [[String]: Int]
  /// Those that the branch changes.
  let changed: Set<Int>

  init(base: SchemaTables, head: SchemaTables, changes: [SchemaChange], moves: ObjectMoves) {
    var all: [TablePair] = []
    var paired: Set<[String]> = []
    for (name, object) in base.objects {
      let new = moves.table(object.identity).flatMap { head.objects[$0] == nil ? nil : $0 }
      if let new { paired.insert(new) }
      all.append(TablePair(base: name, head: new))
    }
    all += head.objects.keys.filter { !paired.contains($0) }.map { TablePair(base: nil, head: $0) }
    self.all = all
    let places = all.enumerated()
    byBase = Dictionary(uniqueKeysWithValues: places.compactMap { place, pair in pair.base.map { ($0, place) } })
    byHead = Dictionary(places.compactMap { place, pair in pair.head.map { ($0, place) } }) { first, _ in first }
    changed = Self.changed(all, changes, byBase, byHead)
  }

  private static func changed(
    _ all: [TablePair], _ changes: [SchemaChange], _ byBase: [[String]: Int], _ byHead: [[String]: Int]
  ) -> Set<Int> {
    let replaced = all.indices.filter { all[$0].base == nil || all[$0].head == nil }
    // Which rows moved a counter is no matter of the table.
    let touched = changes.filter { !$0.isCounterOnly && $0.touched.kind.family == .table }.compactMap {
      $0.verb == .add ? byHead[$0.touched.name] : byBase[$0.touched.name]
    }
    return Set(replaced).union(touched)
  }

  /// Tables joined to a changed one by a foreign key, in either direction and at either side.
  func neighbours(base: SchemaTables, head: SchemaTables) -> Set<Int> {
    var found: Set<Int> = []
    for (keys, places) in [(base.foreignKeys, byBase), (head.foreignKeys, byHead)] {
      for key in keys.values.joined() {
        guard let target = key.target.flatMap({ places[$0] }), let holder = places[key.holder] else { continue }
        if changed.contains(target) { found.insert(holder) }
        if changed.contains(holder) { found.insert(target) }
      }
    }
    return found.subtracting(changed)
  }
}
