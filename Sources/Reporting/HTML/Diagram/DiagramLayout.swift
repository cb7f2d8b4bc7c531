/// Where the boxes of one component stand, and where its lines bend: columns from left to right, in each an order that
/// keeps crossings few.
struct DiagramLayout {
  /// By box; only those of the component.
  private(set) var places: [Int: Place] = [:]
  /// By link: the heights at which it passes the columns between its ends, from the child's side on.
  private(set) var bends: [Int: [Bend]] = [:]
  private(set) var width = 0
  private(set) var height = 0

  struct Place {
    var x: Int
    var y: Int
    /// The edges of the column that it stands in: lines turn outside of it.
    var left: Int
    var right: Int
  }

  struct Bend {
    let left: Int
    let right: Int
    let y: Int
  }

  private enum Node: Hashable {
    case box(Int)
    case bend(link: Int, layer: Int)
  }

  private static let gap = 28
  private static let columnGap = 92

  init(_ graph: DiagramGraph, _ component: [Int], layers: [Int]) {
    let first = component.map { layers[$0] }.min() ?? 0
    var columns: [[Node]] = []
    for box in component {
      let layer = layers[box] - first
      while columns.count <= layer { columns.append([]) }
      columns[layer].append(.box(box))
    }
    let chains = Self.chains(graph, Set(component), layers: layers.map { $0 - first })
    for node in chains.flatMap({ $0 }) {
      if case .bend(_, let layer) = node { columns[layer].append(node) }
    }
    let neighbours = Self.neighbours(chains)
    Self.order(&columns, neighbours)
    let tops = Self.tops(columns, neighbours, graph)
    place(columns, tops, graph)
  }

  /// Each link as a way from its child to its parent, with a node in every column that it passes.
  private static func chains(_ graph: DiagramGraph, _ boxes: Set<Int>, layers: [Int]) -> [[Node]] {
    graph.links.enumerated().compactMap { index, link in
      guard boxes.contains(link.child), link.child != link.parent else { return nil }
      let (from, to) = (layers[link.child], layers[link.parent])
      let between = from > to ? Array((to + 1..<max(from, to + 1)).reversed()) : Array(from + 1..<max(to, from + 1))
      return [.box(link.child)] + between.map { .bend(link: index, layer: $0) } + [.box(link.parent)]
    }
  }

  private static func neighbours(_ chains: [[Node]]) -> [Node: [Node]] {
    var neighbours: [Node: [Node]] = [:]
    for chain in chains {
      for (one, other) in zip(chain, chain.dropFirst()) {
        neighbours[one, default: []].append(other)
        neighbours[other, default: []].append(one)
      }
    }
    return neighbours
  }

  /// Nodes go where the mean of their neighbours in the column before is, there and back a few times.
  private static func order(_ columns: inout [[Node]], _ neighbours: [Node: [Node]]) {
    for sweep in 0..<6 {
      let indices = sweep % 2 == 0 ? Array(columns.indices.dropFirst()) : columns.indices.dropLast().reversed()
      for index in indices {
        let before = columns[sweep % 2 == 0 ? index - 1 : index + 1]
        let places = Dictionary(uniqueKeysWithValues: before.enumerated().map { ($1, $0) })
        let keys = columns[index].enumerated().map { own, node -> (Double, Int, Node) in
          let near = (neighbours[node] ?? []).compactMap { places[$0] }
          return (near.isEmpty ? Double(own) : Double(near.reduce(0, +)) / Double(near.count), own, node)
        }
        columns[index] = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      }
    }
  }

  private static func height(_ node: Node, _ graph: DiagramGraph) -> Int {
    switch node {
    case .box(let box): graph.boxes[box].height
    case .bend: 8
    }
  }

  /// The top of each node: near the middle of its neighbours, and never over another one.
  private static func tops(_ columns: [[Node]], _ neighbours: [Node: [Node]], _ graph: DiagramGraph) -> [Node: Int] {
    var tops: [Node: Int] = [:]
    for column in columns {
      var y = 0
      for node in column {
        tops[node] = y
        y += height(node, graph) + gap
      }
    }
    for sweep in 0..<4 {
      for column in sweep % 2 == 0 ? Array(columns.dropFirst()) : columns.dropLast().reversed() {
        let wished = column.map { node -> Int in
          let near = neighbours[node] ?? []
          guard !near.isEmpty else { return tops[node] ?? 0 }
          let middle = near.map { (tops[$0] ?? 0) + height($0, graph) / 2 }.reduce(0, +) / near.count
          return middle - height(node, graph) / 2
        }
        let settled = settle(wished, column.map { height($0, graph) })
        for (node, y) in zip(column, settled) { tops[node] = y }
      }
    }
    return tops
  }

  /// Pushes what overlaps apart, then moves the whole back by what it was pushed on the average.
  private static func settle(_ wished: [Int], _ heights: [Int]) -> [Int] {
    guard !wished.isEmpty else { return [] }
    var tops: [Int] = []
    var bottom = Int.min / 2
    for (wish, height) in zip(wished, heights) {
      tops.append(max(wish, bottom))
      bottom = tops[tops.count - 1] + height + gap
    }
    let shift = zip(tops, wished).map { $0 - $1 }.reduce(0, +) / wished.count
    return tops.map { $0 - shift }
  }

  private mutating func place(_ columns: [[Node]], _ tops: [Node: Int], _ graph: DiagramGraph) {
    let top = tops.values.min() ?? 0
    var x = 0
    for column in columns {
      let widths = column.map { node -> Int in
        if case .box(let box) = node { graph.boxes[box].width } else { 0 }
      }
      let widest = widths.max() ?? 0
      for (node, width) in zip(column, widths) {
        let y = (tops[node] ?? 0) - top
        switch node {
        case .box(let box):
          let left = x + (widest - width) / 2
          places[box] = Place(x: left, y: y, left: x, right: x + widest)
        case .bend(let link, _): bends[link, default: []].append(Bend(left: x, right: x + widest, y: y + 4))
        }
        height = max(height, y + Self.height(node, graph))
      }
      x += widest + Self.columnGap
    }
    width = x - Self.columnGap
  }

  /// The same, moved to its place on the sheet.
  func moved(x: Int, y: Int) -> DiagramLayout {
    var layout = self
    layout.places = places.mapValues { Place(x: $0.x + x, y: $0.y + y, left: $0.left + x, right: $0.right + x) }
    layout.bends = bends.mapValues { list in
      list.map { Bend(left: $0.left + x, right: $0.right + x, y: $0.y + y) }
    }
    return layout
  }
}
