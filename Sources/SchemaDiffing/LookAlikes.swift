import SchemagateModel

/// Objects that went and came with one definition under two names: each may be a rename that nobody saw happen, or,
/// where the server gives its objects an identity of their own, is certainly none.
struct LookAlikes {
  enum Meaning {
    case possibleRename(ObjectIdentity)
    case notRename(ObjectIdentity)
  }

  /// What head calls the object that looks like one of base's, by base's identity, and the other way round.
  private(set) var ofDropped: [ObjectIdentity: Meaning] = [:]
  private(set) var ofAdded: [ObjectIdentity: Meaning] = [:]

  /// `moved` leads from base's identities to head's, for what was renamed for certain.
  init(in pairing: ObjectPairing, moved: [ObjectIdentity: ObjectIdentity], knowing serverIdentity: Bool) {
    guard !pairing.dropped.isEmpty, !pairing.added.isEmpty else { return }
    let base = LooseObjects(pairing.dropped.map { pairing.base[$0] }, moved: moved)
    let head = LooseObjects(pairing.added.map { pairing.head[$0] }, moved: [:])
    for (place, olds) in base.byPlace {
      guard let news = head.byPlace[place] else { continue }
      let (before, after) = (base.unique(olds), head.unique(news))
      for (definition, old) in before {
        guard let new = after[definition] else { continue }
        note(old, new, knowing: serverIdentity)
      }
    }
  }

  private mutating func note(_ old: SchemaObject, _ new: SchemaObject, knowing serverIdentity: Bool) {
    guard serverIdentity, old.serverIdentity != nil, new.serverIdentity != nil else {
      ofDropped[old.identity] = .possibleRename(new.identity)
      ofAdded[new.identity] = .possibleRename(old.identity)
      return
    }
    // That another index or view took a name is no loss.
    guard ConsequenceTable.ofDropping(old) == .losesData else { return }
    ofDropped[old.identity] = .notRename(new.identity)
    ofAdded[new.identity] = .notRename(old.identity)
  }
}

extension LookAlikes.Meaning {
  var possibleRename: ObjectIdentity? {
    guard case .possibleRename(let other) = self else { return nil }
    return other
  }

  var notRename: ObjectIdentity? {
    guard case .notRename(let other) = self else { return nil }
    return other
  }
}
