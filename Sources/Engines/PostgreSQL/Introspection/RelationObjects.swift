import SchemagateModel

/// Tables, views, sequences and composite types, with what other queries know of them.
struct RelationObjects {
  let context: CatalogueContext
  let parents: [UInt32: [String]]
  let sequences: [SequenceRow]

  func objects(_ columns: [ColumnRow]) -> [SchemaObject] {
    let listed = Dictionary(grouping: columns.lazy.filter { $0.column == nil }, by: \.relation)
    let numbers = Dictionary(sequences.map { ($0.number, $0) }) { first, _ in first }
    return context.relations.values.compactMap { relation in
      object(relation, listed[relation.number] ?? [], numbers[relation.number])
    }
  }

  private func object(_ relation: RelationRow, _ columns: [ColumnRow], _ sequence: SequenceRow?) -> SchemaObject? {
    // An identity's sequence shows as part of its column.
    if sequence?.belonging == .identity { return nil }
    var attributes = relation.attributes
    if let sequence { add(sequence, to: &attributes) }
    if relation.identity.kind == .table {
      addParents(of: relation, to: &attributes)
    } else {
      add(columns, to: &attributes)
    }
    return context.object(relation.identity, parent: relation.schema, key: relation.key, attributes)
  }

  private func addParents(of relation: RelationRow, to attributes: inout [Attribute: Value]) {
    guard let parents = parents[relation.number] else { return }
    if attributes[.partitionBound] != nil {
      attributes.set(.partitionOf, text: parents.first)
    } else {
      attributes[.inherits] = .list(parents)
    }
  }

  private func add(_ columns: [ColumnRow], to attributes: inout [Attribute: Value]) {
    guard !columns.isEmpty else { return }
    attributes[.columns] = .list(columns.map(\.listed))
    attributes.set(.columnGrants, members: columns.flatMap(\.grantEntries))
    attributes.set(
      .columnComments,
      members: columns.compactMap { column in
        let key = CatalogueKey(catalogue: .relation, object: column.relation, column: column.number)
        return context.comments[key].map { "\(column.name): \($0)" }
      })
  }

  private func add(_ sequence: SequenceRow, to attributes: inout [Attribute: Value]) {
    attributes.merge(sequence.attributes) { own, _ in own }
    if sequence.belonging == .owned { attributes.set(.ownedBy, text: sequence.owner) }
  }
}
