import SchemagateModel

/// The whole drawing: its components on shelves, each as far left and as high as there is room.
struct DiagramSheet {
  let graph: DiagramGraph
  let layouts: [DiagramLayout]
  let width: Int
  let height: Int

  private static let margin = 16
  private static let gap = 44
  private static let shelf = 1160

  init(_ tables: [TableReport]) {
    let graph = DiagramGraph(tables)
    let layers = graph.layers
    let parts = graph.components.map { DiagramLayout(graph, $0, layers: layers) }
    var (x, y, tallest, widest) = (Self.margin, Self.margin, 0, 0)
    var placed: [DiagramLayout] = []
    for part in parts {
      let room = part.width + Self.loop(part, graph)
      if x > Self.margin, x + room > Self.shelf {
        (x, y, tallest) = (Self.margin, y + tallest + Self.gap, 0)
      }
      placed.append(part.moved(x: x, y: y))
      x += room + Self.gap
      tallest = max(tallest, part.height)
      widest = max(widest, x - Self.gap)
    }
    self.graph = graph
    layouts = placed
    width = widest + Self.margin
    height = y + tallest + Self.margin
  }

  /// Room for the line of a table that refers to itself.
  private static func loop(_ part: DiagramLayout, _ graph: DiagramGraph) -> Int {
    graph.links.contains { $0.child == $0.parent && part.places[$0.child] != nil } ? 40 : 0
  }
}
