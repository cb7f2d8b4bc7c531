/// The word that was probably meant.
enum NearestWord {
  /// `did you mean …?`, or the list of what there is.
  static func advice(for word: String, among known: [String]) -> String {
    if let nearest = nearest(to: word, among: known) { return "did you mean `\(nearest)`?" }
    return "use one of: " + known.joined(separator: ", ")
  }

  /// The known word with the fewest typing mistakes, if they are few enough for its length.
  static func nearest(to word: String, among known: [String]) -> String? {
    let ranked = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
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
