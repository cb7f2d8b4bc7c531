import SchemagateModel

/// Boxes and the foreign keys between them, by number.
struct DiagramGraph {
  let boxes: [DiagramBox]
  let links: [Link]

  struct Link {
    /// The box that holds the key, and the one that it refers to.
    let child: Int
    let parent: Int
    let reference: ReferenceReport
  }

  init(_ tables: [TableReport]) {
    let numbers = Dictionary(tables.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let links = tables.enumerated().flatMap { index, table in
      table.references.compactMap { reference in
        numbers[reference.table].map { Link(child: index, parent: $0, reference: reference) }
      }
    }
    self.links = links
    // With many boxes, what stays as it is makes way.
    let most = tables.count <= 6 ? 14 : tables.count <= 12 ? 8 : 4
    boxes = tables.enumerated().map { index, table in
      let own = links.filter { $0.child == index }.compactMap(\.reference.columns.first)
      return DiagramBox(table, linked: Set(own), most: most)
    }
  }

  /// Groups of boxes that lines connect, in the order of their first boxes.
  var components: [[Int]] {
    var group = Array(boxes.indices)
    for link in links {
      let (one, other) = (group[link.child], group[link.parent])
      guard one != other else { continue }
      for index in group.indices where group[index] == max(one, other) { group[index] = min(one, other) }
    }
    return Dictionary(grouping: boxes.indices) { group[$0] }.values.sorted { $0[0] < $1[0] }
  }

  /// Which column of the drawing each box stands in: whoever refers stands right of what it refers to, unless they do so
  /// in a circle.
  var layers: [Int] {
    var state = Array(repeating: Visit.no, count: boxes.count)
    var layer = Array(repeating: 0, count: boxes.count)
    for box in boxes.indices { place(box, &state, &layer) }
    return drawnNear(layer)
  }

  private enum Visit { case no, begun, done }

  private func place(_ box: Int, _ state: inout [Visit], _ layer: inout [Int]) {
    guard state[box] == .no else { return }
    state[box] = .begun
    for link in links where link.child == box && link.parent != box {
      place(link.parent, &state, &layer)
      if state[link.parent] == .done { layer[box] = max(layer[box], layer[link.parent] + 1) }
    }
    state[box] = .done
  }

  /// What refers to nothing moves as near as it can to what refers to it.
  private func drawnNear(_ layers: [Int]) -> [Int] {
    var layers = layers
    for box in boxes.indices where !links.contains(where: { $0.child == box && $0.parent != box }) {
      let children = links.filter { $0.parent == box && $0.child != box }.map { layers[$0.child] }
      if let nearest = children.min(), nearest > 1 { layers[box] = nearest - 1 }
    }
    return layers
  }
}
