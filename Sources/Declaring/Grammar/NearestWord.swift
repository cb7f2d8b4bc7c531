/// The word that a mistyped one most likely means.
package enum NearestWord {
  /// The candidate with the fewest changed letters; `nil` where none is near.
  package static func to(_ word: String, among candidates: some Sequence<String>) -> String? {
    let measured = candidates.map { (candidate: $0, distance: distance(word.lowercased(), $0)) }
    guard let best = measured.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, word.count / 3) ? best.candidate : nil
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left), Array(right))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let changed = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
