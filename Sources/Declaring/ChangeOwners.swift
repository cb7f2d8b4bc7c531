import SchemagateModel

/// By which other change of the same migration a change is made: a dropped column goes with its dropped table.
struct ChangeOwners {
  private struct Key: Hashable {
    let verb: SchemaChange.Verb
    let identity: ObjectIdentity
  }

  private let changes: [Key: SchemaChange]
  /// Columns by the two ways in which a sequence may name its owner.
  private let columns: [String: ObjectIdentity]

  init(_ changes: [SchemaChange]) {
    self.changes = Dictionary(changes.map { (Key(verb: $0.verb, identity: $0.identity), $0) }) { first, _ in first }
    let owned = changes.contains { $0.identity.kind == .sequence }
    let identities = owned ? changes.map(\.identity).filter { $0.kind == .column } : []
    let names = identities.flatMap { [($0.name.joined(separator: "."), $0), (ObjectName.dotted($0.name), $0)] }
    columns = Dictionary(names) { first, _ in first }
  }

  /// The nearest first. Only additions and drops go with another change.
  func all(of change: SchemaChange) -> [SchemaChange] {
    guard change.verb == .add || change.verb == .drop else { return [] }
    var found: [SchemaChange] = []
    var next = direct(of: change)
    while !next.isEmpty {
      let new = next.filter { candidate in !found.contains { $0.identity == candidate.identity } }
      found += new
      next = new.flatMap(direct)
    }
    return found
  }

  private func direct(of change: SchemaChange) -> [SchemaChange] {
    var identities = columns(of: change)
    if let parent = change.parent, isPart(change, of: parent) { identities.append(parent) }
    identities += sequenceOwners(of: change)
    return identities.compactMap { changes[Key(verb: change.verb, identity: $0)] }
  }

  /// What goes when its container goes is more than what comes with it: a table's triggers are made by statements of their own.
  private func isPart(_ change: SchemaChange, of parent: ObjectIdentity) -> Bool {
    if change.verb == .drop { return true }
    switch change.identity.kind.family {
    case .column, .constraint, .index: return parent.kind != .schema
    case .database, .schema, .installed, .type, .sequence, .table, .view, .routine, .tableCode, .policy, .buildingBlock,
      .service, .access:
      return false
    }
  }

  /// The columns of a constraint or an index. One that is added with a column concerns that column alone; one that is
  /// dropped with a column may have held others too.
  private func columns(of change: SchemaChange) -> [ObjectIdentity] {
    guard let table = change.identity.table ?? change.parent?.name, change.identity.kind != .column,
      case .list(let names)? = value(.columns, of: change), change.verb == .drop || names.count == 1
    else { return [] }
    return names.map { ObjectIdentity(kind: .column, name: table + [$0]) }
  }

  private func sequenceOwners(of change: SchemaChange) -> [ObjectIdentity] {
    guard change.identity.kind == .sequence, let owner = value(.ownedBy, of: change)?.description else { return [] }
    return columns[owner].map { [$0] } ?? []
  }

  private func value(_ attribute: Attribute, of change: SchemaChange) -> Value? {
    guard let found = change.attributes.first(where: { $0.attribute == attribute }) else { return nil }
    return change.verb == .drop ? found.base : found.head
  }
}
