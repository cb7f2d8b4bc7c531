import SchemagateModel

/// An index, in the order of `indexes.sql`.
struct IndexRow: Sendable {
  let number: UInt32
  let table: UInt32
  let name: [String]
  /// 0 for an index that stands by itself.
  let constraint: UInt32
  private let definition: String?
  private let isValid: Bool
  private let isUnique: Bool
  /// What a constraint shows of the index behind it.
  let options: [Attribute: Value]

  init(_ row: borrowing RowReader) {
    number = row.number(0)
    table = row.number(1)
    name = [row.text(2) ?? "", row.text(3) ?? ""]
    constraint = row.number(4)
    definition = row.text(5)
    isValid = row.flag(6)
    isUnique = row.flag(7)
    var options: [Attribute: Value] = [:]
    options.set(.replicaIdentity, whereTrue: row.flag(8))
    options.set(.clustered, whereTrue: row.flag(9))
    options.set(.options, members: row.members(10))
    options.set(.tablespace, text: row.text(11))
    options.set(.statistics, members: row.members(12))
    self.options = options
  }

  /// The index as an object; `nil` for one behind a constraint, or of a table that isn't ours.
  func object(_ context: CatalogueContext, parents: [UInt32: [String]]) -> SchemaObject? {
    guard constraint == 0, let table = context.relations[table] else { return nil }
    var attributes = options
    attributes.set(.definition, sql: definition)
    attributes[.valid] = .flag(isValid)
    attributes[.unique] = .flag(isUnique)
    attributes.set(.partitionOf, text: parents[number]?.first)
    return context.object(
      ObjectIdentity(kind: .index, name: name), parent: table.identity,
      key: CatalogueKey(catalogue: .relation, object: number), attributes)
  }
}
