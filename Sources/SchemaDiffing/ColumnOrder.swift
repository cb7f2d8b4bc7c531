import SchemagateModel

/// Finds the columns whose place among the surviving columns of their table changed. A column that only moved up
/// because another one was dropped before it has not changed.
enum ColumnOrder {
  /// Base's indices of the fewest columns that have to move to turn base's order into head's.
  static func moved(in pairing: ObjectPairing) -> Set<Int> {
    let columns = pairing.differing.filter { pairing.base[$0.base].identity.kind == .column }
    let touched = Set(
      columns.filter { place(pairing.base[$0.base]) != place(pairing.head[$0.head]) }
        .compactMap { pairing.base[$0.base].parent })
    guard !touched.isEmpty else { return [] }
    var tables: [ObjectIdentity: [ObjectPairing.Pair]] = [:]
    for pair in columns + pairing.equalColumns {
      guard let table = pairing.base[pair.base].parent, touched.contains(table) else { continue }
      tables[table, default: []].append(pair)
    }
    return tables.values.reduce(into: []) { $0.formUnion(moved(among: $1, in: pairing)) }
  }

  private static func place(_ column: SchemaObject) -> Int? {
    guard case .integer(let place)? = column.attributes[.position] else { return nil }
    return place
  }

  private static func moved(among pairs: [ObjectPairing.Pair], in pairing: ObjectPairing) -> [Int] {
    let ordered = pairs.compactMap { pair -> (base: Int, head: Int, index: Int)? in
      guard let base = place(pairing.base[pair.base]), let head = place(pairing.head[pair.head]) else { return nil }
      return (base, head, pair.base)
    }.sorted { $0.base < $1.base }
    let kept = Set(longestIncreasing(ordered.map(\.head)))
    return ordered.indices.filter { !kept.contains($0) }.map { ordered[$0].index }
  }

  /// Positions of a longest increasing subsequence: those columns can stay where they are.
  private static func longestIncreasing(_ values: [Int]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: values.count)
    for index in values.indices {
      let slot = tails.firstIndex { values[$0] >= values[index] } ?? tails.count
      previous[index] = slot > 0 ? tails[slot - 1] : nil
      if slot < tails.count { tails[slot] = index } else { tails.append(index) }
    }
    return Array(sequence(first: tails.last) { $0.flatMap { previous[$0] } }.prefix { $0 != nil }.compactMap { $0 })
  }
}
