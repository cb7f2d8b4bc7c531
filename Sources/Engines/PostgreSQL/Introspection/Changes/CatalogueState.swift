package import SchemagateModel

/// A schema as it was read, with what it takes to read the next one of the same database from the changes alone.
package struct CatalogueState: Sendable {
  /// The schema that was read, without what it doesn't tell of.
  package var schema: Schema { schema(notCompared: []) }

  let engine: EngineVersion
  /// `nil` where no other state is to be read from this one.
  let moment: CatalogueMoment?
  let facts: CatalogueFacts
  let rows: CatalogueRows
  /// Sorted by identity.
  let entries: [Entry]

  func schema(notCompared: [NotCompared]) -> Schema {
    Schema(sorted: entries.map(\.object), engine: engine, notCompared: notCompared)
  }

  /// An object, and the relation whose rows it was made of; `nil` for what is always read.
  struct Entry: Sendable {
    let object: SchemaObject
    let relation: UInt32?
  }
}

extension [CatalogueState.Entry] {
  /// Kind by kind, because most of a kind stand in their order already, and putting runs together costs little.
  func sortedByIdentity() -> [CatalogueState.Entry] {
    Dictionary(grouping: self) { $0.object.identity.kind }.sorted { $0.key < $1.key }
      .flatMap { $0.value.sorted { $0.object.identity < $1.object.identity } }
  }

  /// These entries without what was read anew, and what was read in its place. Both lists are sorted.
  func replacing(_ changed: Set<UInt32>, with read: [CatalogueState.Entry]) -> [CatalogueState.Entry] {
    var merged: [CatalogueState.Entry] = []
    merged.reserveCapacity(count + read.count)
    var next = read[...]
    for entry in self {
      guard let relation = entry.relation, !changed.contains(relation) else { continue }
      while let first = next.first, first.object.identity < entry.object.identity {
        merged.append(first)
        next.removeFirst()
      }
      merged.append(entry)
    }
    return merged + next
  }
}
