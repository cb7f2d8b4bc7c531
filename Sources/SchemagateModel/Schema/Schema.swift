/// Everything that a database holds besides rows, in canonical form: equal means the same structure.
package struct Schema: Hashable, Sendable {
  package let engine: EngineVersion
  /// Sorted by identity; identities are unique.
  package let objects: [SchemaObject]
  /// What the catalogue holds and this model doesn't; takes no part in equality.
  package let notCompared: [NotCompared]

  package init(engine: EngineVersion, objects: [SchemaObject], notCompared: [NotCompared] = []) {
    self.engine = engine
    self.objects = objects.sorted { $0.identity < $1.identity }
    self.notCompared = notCompared
  }

  /// For objects that are known to be sorted by identity.
  package init(sorted objects: [SchemaObject], engine: EngineVersion, notCompared: [NotCompared]) {
    self.engine = engine
    self.objects = objects
    self.notCompared = notCompared
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.engine == right.engine && left.objects == right.objects
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(engine)
    hasher.combine(objects.count)
  }

  /// The object of this identity, found by halving, because objects are sorted.
  package func object(_ identity: ObjectIdentity) -> SchemaObject? {
    var (low, high) = (0, objects.count)
    while low < high {
      let middle = (low + high) / 2
      if objects[middle].identity < identity { low = middle + 1 } else { high = middle }
    }
    guard low < objects.count, objects[low].identity == identity else { return nil }
    return objects[low]
  }

  /// The schema without the objects that `excludes` names, and without everything inside them.
  package func removing(where excludes: (ObjectIdentity) -> Bool) -> Schema {
    var removed: [ObjectIdentity] = []
    var kept = objects
    kept.removeAll { object in
      guard excludes(object.identity) else { return false }
      removed.append(object.identity)
      return true
    }
    while !removed.isEmpty { removed = kept.removeChildren(of: removed) }
    return kept.count == objects.count ? self : Schema(sorted: kept, engine: engine, notCompared: notCompared)
  }
}

extension [SchemaObject] {
  /// Returns what was removed, so that its own children can follow.
  fileprivate mutating func removeChildren(of parents: [ObjectIdentity]) -> [ObjectIdentity] {
    // Mostly there are one or two, and comparing is cheaper than hashing tens of thousands of names.
    let many = Set(parents.count > 16 ? parents : [])
    var removed: [ObjectIdentity] = []
    removeAll { object in
      guard let parent = object.parent, many.isEmpty ? parents.contains(parent) : many.contains(parent) else {
        return false
      }
      removed.append(object.identity)
      return true
    }
    return removed
  }
}

/// A group of catalogue entries that the model has no kind for, for example 2 of class `cast`.
package struct NotCompared: Hashable, Sendable, Codable {
  /// The catalogue's class in SQL's words, for example `text search configuration`.
  package let what: String
  package let names: [String]

  package init(what: String, names: [String]) {
    self.what = what
    self.names = names
  }
}

extension [NotCompared] {
  /// What stands in either list, one group per class, in order.
  package func joined(with others: [NotCompared]) -> [NotCompared] {
    let names = Dictionary((self + others).map { ($0.what, Set($0.names)) }) { $0.union($1) }
    return names.sorted { $0.key < $1.key }.map { NotCompared(what: $0.key, names: $0.value.sorted()) }
  }
}
