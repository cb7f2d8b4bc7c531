import SchemagateModel

/// Which object of head is which object of base. Holds indices, because the objects that differ are few.
struct ObjectPairing {
  struct Pair {
    let base: Int
    let head: Int
  }

  let base: [SchemaObject]
  let head: [SchemaObject]
  /// Objects on both sides that differ, or that the server may know under another identity.
  var differing: [Pair] = []
  /// Columns on both sides that are equal: they count for the order of a table's columns.
  var equalColumns: [Pair] = []
  var dropped: [Int] = []
  var added: [Int] = []

  /// Merges two lists that are sorted by identity. Equal objects are the hot path: they mostly share their storage.
  init(base: [SchemaObject], head: [SchemaObject], noticing serverIdentity: Bool) {
    self.base = base
    self.head = head
    var (b, h) = (0, 0)
    while b < base.count, h < head.count {
      if base[b].isSame(as: head[h]) || base[b].identity == head[h].identity {
        pair(b, h, noticing: serverIdentity)
        b += 1
        h += 1
      } else if base[b].identity < head[h].identity {
        dropped.append(b)
        b += 1
      } else {
        added.append(h)
        h += 1
      }
    }
    dropped.append(contentsOf: b..<base.count)
    added.append(contentsOf: h..<head.count)
  }

  var isEmpty: Bool { differing.isEmpty && dropped.isEmpty && added.isEmpty }

  private mutating func pair(_ b: Int, _ h: Int, noticing serverIdentity: Bool) {
    let sameOnServer =
      !serverIdentity || base[b].isSame(as: head[h]) || base[b].serverIdentity == head[h].serverIdentity
    guard base[b] == head[h], sameOnServer else { return differing.append(Pair(base: b, head: h)) }
    if base[b].identity.kind == .column { equalColumns.append(Pair(base: b, head: h)) }
  }

  /// Pairs what the server says is one object under two identities, also where another object has taken the old name.
  mutating func pairRenamed() {
    let replaced = differing.filter { base[$0.base].serverIdentity != head[$0.head].serverIdentity }
    let renamed = sameServerIdentity(dropped + replaced.map(\.base), added + replaced.map(\.head))
    guard !renamed.isEmpty else { return }
    let (bases, heads) = (Set(renamed.map(\.base)), Set(renamed.map(\.head)))
    let parted = differing.filter { bases.contains($0.base) || heads.contains($0.head) }
    differing.removeAll { bases.contains($0.base) || heads.contains($0.head) }
    dropped = (dropped + parted.map(\.base)).filter { !bases.contains($0) }
    added = (added + parted.map(\.head)).filter { !heads.contains($0) }
    differing += renamed
  }

  private func sameServerIdentity(_ bases: [Int], _ heads: [Int]) -> [Pair] {
    var known: [String: Int] = [:]
    for index in bases {
      if let identity = base[index].serverIdentity { known[identity] = index }
    }
    return heads.compactMap { index in
      guard let identity = head[index].serverIdentity, let found = known[identity],
        base[found].identity.kind == head[index].identity.kind
      else { return nil }
      return Pair(base: found, head: index)
    }
  }
}
