import SchemagateModel

/// The tables that fit a drawing: changed ones first, then the neighbours that most of them refer to.
struct DiagramSelection {
  let tables: [TableReport]
  /// What isn't drawn.
  let changedLeftOut: Int
  let neighboursLeftOut: Int

  /// More boxes than this are a wall, not a picture.
  static let most = 24

  init(_ all: [TableReport]) {
    let changed = all.filter { $0.change != .none }
    let neighbours = Self.byLinks(
      all.filter { $0.change == .none }, to: Set(changed.prefix(Self.most).map(\.name)), all)
    let shown = changed.prefix(Self.most)
    let near = neighbours.prefix(Self.most - shown.count)
    let names = Set(shown.map(\.name) + near.map(\.name))
    var seen: Set<String> = []
    tables = all.filter { names.contains($0.name) && seen.insert($0.name).inserted }
    changedLeftOut = changed.count - shown.count
    neighboursLeftOut = neighbours.count - near.count
  }

  private static func byLinks(_ neighbours: [TableReport], to drawn: Set<String>, _ all: [TableReport]) -> [TableReport]
  {
    var links: [String: Int] = [:]
    for table in all {
      for reference in table.references {
        if drawn.contains(table.name) { links[reference.table, default: 0] += 1 }
        if drawn.contains(reference.table) { links[table.name, default: 0] += 1 }
      }
    }
    return neighbours.enumerated().sorted { left, right in
      let (one, other) = (links[left.element.name] ?? 0, links[right.element.name] ?? 0)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }
}
