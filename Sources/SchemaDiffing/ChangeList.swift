import SchemagateModel

/// Turns a pairing into changes.
struct ChangeList {
  let pairing: ObjectPairing
  /// Head's identity of each object that has another one at base.
  private let moved: [ObjectIdentity: ObjectIdentity]
  private let words: RenamedWords
  private let movedColumns: Set<Int>
  private let addedIdentities: Set<ObjectIdentity>
  private let lookAlikes: LookAlikes

  /// `knowing` that two identities of the server are two objects.
  init(pairing: ObjectPairing, knowing serverIdentity: Bool) {
    self.pairing = pairing
    var moved: [ObjectIdentity: ObjectIdentity] = [:]
    for pair in pairing.differing where pairing.base[pair.base].identity != pairing.head[pair.head].identity {
      moved[pairing.base[pair.base].identity] = pairing.head[pair.head].identity
    }
    self.moved = moved
    self.words = RenamedWords(moved: moved)
    self.movedColumns = ColumnOrder.moved(in: pairing)
    self.addedIdentities = Set(pairing.added.map { pairing.head[$0].identity })
    self.lookAlikes = LookAlikes(in: pairing, moved: moved, knowing: serverIdentity)
  }

  var changes: [SchemaChange] {
    pairing.differing.flatMap {
      between(pairing.base[$0.base], pairing.head[$0.head], isMoved: movedColumns.contains($0.base))
    }
      + pairing.dropped.map { dropped(pairing.base[$0]) } + pairing.added.map { added(pairing.head[$0]) }
  }

  private func added(_ object: SchemaObject) -> SchemaChange {
    let likeness = lookAlikes.ofAdded[object.identity]
    let isPartOfNew = object.parent.map(addedIdentities.contains) ?? false || concernsNewColumnsOnly(object)
    return SchemaChange(
      verb: .add, identity: object.identity, parent: object.parent,
      attributes: AttributeDiff.between([:], object.attributes),
      consequence: ConsequenceTable.ofAdding(object, isPartOfNew: isPartOfNew),
      possibleRename: likeness?.possibleRename, notRename: likeness?.notRename)
  }

  /// Old code leaves a new column empty, and an empty column satisfies any constraint.
  private func concernsNewColumnsOnly(_ object: SchemaObject) -> Bool {
    guard let table = object.parent, case .list(let columns)? = object.attributes[.columns], !columns.isEmpty else {
      return false
    }
    return columns.allSatisfy { addedIdentities.contains(ObjectIdentity(kind: .column, name: table.name + [$0])) }
  }

  private func dropped(_ object: SchemaObject) -> SchemaChange {
    let likeness = lookAlikes.ofDropped[object.identity]
    return SchemaChange(
      verb: .drop, identity: object.identity, parent: object.parent,
      attributes: AttributeDiff.between(object.attributes, [:]), consequence: ConsequenceTable.ofDropping(object),
      possibleRename: likeness?.possibleRename, notRename: likeness?.notRename)
  }

  private func between(_ base: SchemaObject, _ head: SchemaObject, isMoved: Bool) -> [SchemaChange] {
    guard hasSameParent(base, head) else { return [dropped(base), added(head)] }
    return [renamed(base, head), altered(base, head, isMoved: isMoved)].compactMap { $0 }
  }

  /// An index that keeps its name and moves to another table is another index.
  private func hasSameParent(_ base: SchemaObject, _ head: SchemaObject) -> Bool {
    guard base.identity == head.identity, base.parent != head.parent else { return true }
    return base.parent.flatMap { moved[$0] } == head.parent
  }

  private func renamed(_ base: SchemaObject, _ head: SchemaObject) -> SchemaChange? {
    guard base.identity != head.identity, !isCarried(base, head) else { return nil }
    return SchemaChange(
      verb: .rename, identity: base.identity, newIdentity: head.identity, parent: base.parent, attributes: [],
      consequence: ConsequenceTable.ofRenaming(base.identity.kind))
  }

  /// Whether only something around the object was renamed: its table, its schema, the type of an argument.
  private func isCarried(_ base: SchemaObject, _ head: SchemaObject) -> Bool {
    guard base.identity.ownName == head.identity.ownName else { return false }
    if base.identity.name.dropLast() == head.identity.name.dropLast(), base.identity.table == head.identity.table {
      return true
    }
    if let parent = base.parent, let new = moved[parent] { return new == head.parent }
    let schema = ObjectIdentity(kind: .schema, name: Array(base.identity.name.prefix(1)))
    return moved[schema]?.name == Array(head.identity.name.prefix(1))
  }

  private func altered(_ base: SchemaObject, _ head: SchemaObject, isMoved: Bool) -> SchemaChange? {
    var attributes = AttributeDiff.between(base.attributes, head.attributes)
    if !isMoved, base.identity.kind == .column { attributes.removeAll { $0.attribute == .position } }
    attributes.removeAll { words.explain($0) }
    guard !attributes.isEmpty else { return nil }
    return SchemaChange(
      verb: .alter, identity: base.identity, newIdentity: base.identity == head.identity ? nil : head.identity,
      parent: base.parent, attributes: attributes,
      consequence: ConsequenceTable.ofAltering(head, attributes: attributes))
  }
}

extension ObjectIdentity {
  /// The last part of the name, without what other objects' names add to it: a routine's argument types, an operator
  /// class's access method. Empty where there is nothing else in it.
  var ownName: Substring {
    guard let last = name.last else { return "" }
    if kind == .cast || kind == .transform { return "" }
    return kind.isToldApartInParentheses ? last.prefix { $0 != "(" } : last[...]
  }
}

extension ObjectKind {
  fileprivate var isToldApartInParentheses: Bool {
    [.function, .procedure, .aggregate, .operator, .operatorClass, .operatorFamily].contains(self)
  }
}
