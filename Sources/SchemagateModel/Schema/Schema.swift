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

  /// The schema without the objects that `excludes` names, and without everything inside them.
  package func removing(where excludes: (ObjectIdentity) -> Bool) -> Schema {
    var removed = objects.map(\.identity).filter(excludes)
    guard !removed.isEmpty else { return self }
    var kept = objects.filter { !excludes($0.identity) }
    while !removed.isEmpty {
      let few = removed
      let many = Set(few.count > 16 ? few : [])
      removed = []
      kept.removeAll { object in
        guard let parent = object.parent, many.isEmpty ? few.contains(parent) : many.contains(parent) else {
          return false
        }
        removed.append(object.identity)
        return true
      }
    }
    return Schema(sorted: kept, engine: engine, notCompared: notCompared)
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
