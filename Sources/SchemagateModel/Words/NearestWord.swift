/// The word that a mistyped one most likely means.
package enum NearestWord {
  /// The candidate with the fewest typing mistakes, if they are few for its length; the first in order among equals.
  package static func to(_ word: String, among candidates: some Sequence<String>) -> String? {
    let ranked = candidates.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { ($0.distance, $0.word) < ($1.distance, $1.word) }) else { return nil }
    return best.distance <= max(1, max(word.count, best.word.count) / 3) ? best.word : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var rows = [Array(0...right.count)]
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
        let swapped = i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j]
        if swapped { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
