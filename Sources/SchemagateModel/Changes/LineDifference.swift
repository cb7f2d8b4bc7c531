/// Two texts compared line by line.
package enum LineDifference {
  /// What went, with `-`, and what came, with `+`, in the order of the text; lines that stayed are left out.
  package static func lines(from base: [String], to head: [String]) -> [(sign: String, line: String)] {
    let difference = head.difference(from: base)
    let gone = Set(difference.removals.map(\.offset))
    let come = Set(difference.insertions.map(\.offset))
    var found: [(sign: String, line: String)] = []
    var (old, new) = (0, 0)
    while old < base.count || new < head.count {
      if gone.contains(old) {
        found.append(("-", base[old]))
        old += 1
      } else if come.contains(new) {
        found.append(("+", head[new]))
        new += 1
      } else {
        (old, new) = (old + 1, new + 1)
      }
    }
    return found
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
