internal import SchemagateModel

/// Alembic's revision map: which revision follows on which, and in which order they run
/// (alembic/script/revision.py, the function named at each rule).
struct AlembicGraph {
  struct Node: Hashable {
    let id: MigrationID
    /// `down_revision`, in the order of the file.
    let parents: [MigrationID]
    /// `depends_on`, branch labels replaced by their revisions.
    let dependencies: [MigrationID]
  }

  /// In the order in which Alembic reads the files.
  private let order: [MigrationID]
  private let nodes: [MigrationID: Node]
  /// `_normalized_down_revisions`: parents, and what an ancestor doesn't depend on already.
  private let origins: [MigrationID: [MigrationID]]

  init(_ list: [Node]) {
    var order: [MigrationID] = []
    var nodes: [MigrationID: Node] = [:]
    for node in list {
      if nodes[node.id] == nil { order.append(node.id) }
      nodes[node.id] = node
    }
    self.order = order
    self.nodes = nodes
    origins = Self.origins(order, nodes)
  }

  init(_ history: MigrationHistory) {
    self.init(
      history.migrations.filter { $0.up != nil }.map {
        Node(id: $0.id, parents: $0.parents, dependencies: $0.dependencies)
      })
  }

  func holds(_ id: MigrationID) -> Bool { nodes[id] != nil }

  /// What no other revision names as its parent (`heads`).
  var heads: [MigrationID] {
    let parents = Set(nodes.values.flatMap(\.parents))
    return order.filter { !parents.contains($0) }
  }

  /// What no other revision needs at all (`_real_heads`): what `heads` on the command line means, and what
  /// `alembic_version` holds of a set of applied revisions.
  var tips: [MigrationID] {
    let needed = Set(nodes.values.flatMap { $0.parents + $0.dependencies })
    return order.filter { !needed.contains($0) }
  }

  /// The given revisions and everything before them.
  func upTo(_ ids: [MigrationID]) -> Set<MigrationID> {
    Self.closure(of: ids) { origins[$0] ?? [] }
  }

  /// The parent that a downgrade names to take `id` alone back: one that isn't reached by way of another.
  func nearestParent(of id: MigrationID) -> MigrationID? {
    let parents = nodes[id]?.parents.filter(holds) ?? []
    return parents.first { parent in !parents.contains { $0 != parent && upTo([$0]).contains(parent) } }
  }

  /// What Alembic never comes to the end of: revisions that follow on themselves, by any way.
  var cycle: [MigrationID] {
    let sorted = Set(anyOrder)
    return order.filter { !sorted.contains($0) }
  }

  /// `_normalize_depends_on`.
  private static func origins(
    _ order: [MigrationID], _ nodes: [MigrationID: Node]
  ) -> [MigrationID: [MigrationID]] {
    var origins: [MigrationID: [MigrationID]] = [:]
    for (id, node) in nodes {
      let parents = node.parents.filter { nodes[$0] != nil }
      var own = node.dependencies.filter { nodes[$0] != nil && !parents.contains($0) }
      if !own.isEmpty {
        let before = closure(of: parents) { nodes[$0]?.parents.filter { nodes[$0] != nil } ?? [] }
        let known = Set(before.flatMap { nodes[$0]?.dependencies ?? [] })
        own = own.filter { !known.contains($0) }
      }
      origins[id] = parents + own
    }
    return origins
  }

  private static func closure(
    of ids: [MigrationID], before: (MigrationID) -> [MigrationID]
  ) -> Set<MigrationID> {
    var seen: Set<MigrationID> = []
    var open = ids
    while let id = open.popLast() {
      if seen.insert(id).inserted { open += before(id) }
    }
    return seen
  }
}

// MARK: - Order

extension AlembicGraph {
  /// Every revision in the order in which `upgrade heads` runs it on an empty database. Where the graph can't be sorted,
  /// what can comes first.
  var runOrder: [MigrationID] {
    let cycle = cycle
    guard cycle.isEmpty else { return anyOrder + cycle }
    return runOrder(of: Set(order), tips: tips)
  }

  /// `_topological_sort`, from the heads down, and then turned over as `upgrade` does it.
  func runOrder(of wanted: Set<MigrationID>, tips: [MigrationID]) -> [MigrationID] {
    var walk = Descent(graph: self, open: tips.filter(wanted.contains), wanted: wanted)
    return walk.run().reversed()
  }

  /// Each revision after those that it needs; those of a cycle are left out.
  private var anyOrder: [MigrationID] {
    var open = order.reduce(into: [MigrationID: Int]()) { $0[$1] = origins[$1]?.count ?? 0 }
    var next: [MigrationID: [MigrationID]] = [:]
    for id in order { for origin in origins[id] ?? [] { next[origin, default: []].append(id) } }
    var result = order.filter { open[$0] == 0 }
    var at = 0
    while at < result.count {
      for id in next[result[at]] ?? [] {
        open[id, default: 0] -= 1
        if open[id] == 0 { result.append(id) }
      }
      at += 1
    }
    return result
  }

  /// Goes down one branch as far as no other open one comes before, then on with the next.
  private struct Descent {
    let graph: AlembicGraph
    var open: [MigrationID]
    var ancestors: [Set<MigrationID>] = []
    var wanted: Set<MigrationID>
    var current = 0
    var output: [MigrationID] = []

    init(graph: AlembicGraph, open: [MigrationID], wanted: Set<MigrationID>) {
      self.graph = graph
      self.open = open
      self.wanted = wanted
      ancestors = open.map { graph.upTo([$0]) }
    }

    mutating func run() -> [MigrationID] {
      while !open.isEmpty {
        let candidate = open[current]
        if let above = ancestors.indices.first(where: { $0 != current && ancestors[$0].contains(candidate) }) {
          current = above
        } else {
          emit(candidate)
        }
      }
      return output
    }

    private mutating func emit(_ candidate: MigrationID) {
      if wanted.remove(candidate) != nil { output.append(candidate) }
      let origins = graph.origins[candidate] ?? []
      let next = origins.filter { wanted.contains($0) && !open.contains($0) }
      guard let first = next.first else {
        open.remove(at: current)
        ancestors.remove(at: current)
        current = max(current - 1, 0)
        return
      }
      open[current] = first
      open += next.dropFirst()
      if origins.count == 1, graph.nodes[candidate]?.parents.count == 1 {
        ancestors[current].remove(candidate)
      } else {
        ancestors[current] = graph.upTo([first])
        ancestors += next.dropFirst().map { graph.upTo([$0]) }
      }
    }
  }
}
