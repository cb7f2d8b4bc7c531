import SchemagateModel

/// Tables, views, sequences and composite types with all that is inside them, made of the rows that are kept.
struct RelationObjects {
  let context: CatalogueContext
  let parents: [UInt32: [String]]
  let rows: CatalogueRows

  /// The objects of these relations, or of all; those of a kind nearly in their order.
  func entries(of numbers: Set<UInt32>?) -> [CatalogueState.Entry] {
    let relations = numbers.map { $0.compactMap { rows.relations[$0] } } ?? Array(rows.relations.values)
    return relations.sorted { $0.identity < $1.identity }.flatMap { relation in
      objects(relation).map { CatalogueState.Entry(object: $0, relation: relation.number) }
    }
  }

  private func objects(_ relation: RelationRow) -> [SchemaObject] {
    let columns = rows.columns[relation.number] ?? []
    let indexes = rows.indexes[relation.number] ?? []
    let listed = columns.filter { $0.column == nil }
    let behind = Dictionary(indexes.filter { $0.constraint != 0 }.map { ($0.number, $0) }) { $1 }
    let constraints = (rows.constraints[relation.number] ?? []).compactMap {
      $0.object(context, rows: rows, indexes: behind, parents: parents)
    }
    let inOrder = columns.compactMap(\.column).sorted { $0.identity < $1.identity }
    return [object(relation, listed, rows.sequences[relation.number])].compactMap(\.self)
      + inOrder + indexes.compactMap { $0.object(context, parents: parents) } + constraints
  }

  private func object(_ relation: RelationRow, _ columns: [ColumnRow], _ sequence: SequenceRow?) -> SchemaObject? {
    // An identity's sequence shows as part of its column.
    if sequence?.belonging == .identity { return nil }
    var attributes = relation.attributes
    if let sequence { add(sequence, to: &attributes) }
    if relation.hasColumns {
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
    let settings = columns.flatMap(\.settings)
    if !settings.isEmpty {
      var options: [String] = []
      if case .set(let own)? = attributes[.options] { options = own }
      attributes[.options] = .set(of: options + settings)
    }
    attributes.set(
      .securityLabels,
      members: columns.flatMap { column in
        (context.labels[column.key] ?? []).map { "\(column.name): \($0)" }
      })
    attributes.set(
      .columnComments,
      members: columns.compactMap { column in
        context.comments[column.key].map { "\(column.name): \($0)" }
      })
  }

  private func add(_ sequence: SequenceRow, to attributes: inout [Attribute: Value]) {
    attributes.merge(sequence.attributes) { own, _ in own }
    if sequence.belonging == .owned { attributes.set(.ownedBy, text: sequence.owner) }
  }
}
