package import SchemagateModel

/// Compares two schemas. One pairing by identity serves every kind of object and every engine.
package enum SchemaDiff {
  /// The changes that lead from `base` to `head`, sorted by identity; empty exactly when the two are equal.
  /// With `matchingServerIdentity` (two states of one database) an object under a new name is a rename.
  package static func changes(
    from base: Schema, to head: Schema, matchingServerIdentity: Bool
  ) -> [SchemaChange] {
    var pairing = ObjectPairing(base: base.objects, head: head.objects, noticing: matchingServerIdentity)
    guard !pairing.isEmpty else { return [] }
    if matchingServerIdentity { pairing.pairRenamed() }
    let isKnown = matchingServerIdentity && head.engine.name.identifiesObjects
    let changes = ChangeList(pairing: pairing, knowing: isKnown).changes
    return changes.sorted { left, right in
      left.identity == right.identity ? left.verb.rank < right.verb.rank : left.identity < right.identity
    }
  }
}

extension EngineKind {
  /// Whether the server itself numbers tables and columns. Where names stand for identities, a column that is copied
  /// under another name can't be told from one that is lost.
  fileprivate var identifiesObjects: Bool {
    switch self {
    case .postgresql: true
    case .sqlite, .mysql, .mariadb: false
    }
  }
}

extension SchemaChange.Verb {
  fileprivate var rank: Int {
    switch self {
    case .rename: 0
    case .alter: 1
    case .drop: 2
    case .add: 3
    }
  }
}
