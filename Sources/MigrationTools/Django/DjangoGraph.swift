/// The graph of a project's migrations, with the operations of django/db/migrations/graph.py that decide their order.
struct DjangoGraph {
  private var parents: [DjangoKey: Set<DjangoKey>] = [:]
  private var children: [DjangoKey: Set<DjangoKey>] = [:]

  var nodes: Set<DjangoKey> { Set(parents.keys) }

  func parents(of key: DjangoKey) -> Set<DjangoKey> { parents[key] ?? [] }
  func children(of key: DjangoKey) -> Set<DjangoKey> { children[key] ?? [] }

  mutating func add(_ key: DjangoKey) {
    parents[key] = parents[key] ?? []
    children[key] = children[key] ?? []
  }

  /// Both have to be in the graph.
  mutating func add(child: DjangoKey, parent: DjangoKey) {
    parents[child, default: []].insert(parent)
    children[parent, default: []].insert(child)
  }

  /// `remove_replaced_nodes`: the squashed migration takes the place of those that it replaces.
  mutating func replace(_ replaced: Set<DjangoKey>, by replacement: DjangoKey) {
    for key in replaced where parents[key] != nil {
      let (above, below) = (parents(of: key), children(of: key))
      remove(key)
      for child in below where !replaced.contains(child) { add(child: child, parent: replacement) }
      for parent in above where !replaced.contains(parent) { add(child: replacement, parent: parent) }
    }
  }

  /// `remove_replacement_node`: who follows on the squashed migration follows on the last of those that it replaces.
  mutating func remove(replacement: DjangoKey, of replaced: Set<DjangoKey>) {
    let below = children(of: replacement)
    let present = replaced.filter { parents[$0] != nil }
    let last = present.subtracting(present.flatMap { parents(of: $0) })
    remove(replacement)
    for child in below { for key in last { add(child: child, parent: key) } }
  }

  private mutating func remove(_ key: DjangoKey) {
    for parent in parents(of: key) { children[parent]?.remove(key) }
    for child in children(of: key) { parents[child]?.remove(key) }
    parents[key] = nil
    children[key] = nil
  }

  /// Migrations without one of their own app above them.
  func roots(of app: String) -> [DjangoKey] {
    parents.keys.filter { $0.app == app && !parents(of: $0).contains { $0.app == app } }.sorted()
  }

  /// Migrations that none of their own app follows on.
  var leaves: [DjangoKey] {
    children.keys.filter { key in !children(of: key).contains { $0.app == key.app } }.sorted()
  }

  /// The order in which Django applies everything to an empty database (`MigrationExecutor.migration_plan` of the leaves).
  var order: [DjangoKey] {
    var (visited, order): (Set<DjangoKey>, [DjangoKey]) = ([], [])
    for leaf in leaves { visit(leaf, &visited, &order) }
    return order
  }

  /// `iterative_dfs`, which looks at the greatest parent first.
  private func visit(_ start: DjangoKey, _ visited: inout Set<DjangoKey>, _ order: inout [DjangoKey]) {
    var stack = [(start, false)]
    var open: Set<DjangoKey> = []
    while let (key, isProcessed) = stack.popLast() {
      if visited.contains(key) { continue }
      if isProcessed {
        visited.insert(key)
        order.append(key)
      } else if open.insert(key).inserted {
        stack.append((key, true))
        stack += parents(of: key).sorted().map { ($0, false) }
      }
    }
  }

  /// The migrations that wait for each other; empty where the graph is sound.
  var circle: [DjangoKey] {
    var waiting = parents
    while true {
      let ready = waiting.filter { $0.value.allSatisfy { waiting[$0] == nil } }.keys
      if ready.isEmpty { break }
      for key in ready { waiting[key] = nil }
    }
    return waiting.keys.filter { key in children(of: key).contains { waiting[$0] != nil } }.sorted()
  }
}
