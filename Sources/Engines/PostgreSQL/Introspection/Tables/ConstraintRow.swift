import SchemagateModel

/// A table's constraint, in the order of `constraints.sql`.
struct ConstraintRow: Sendable {
  let number: UInt32
  let table: UInt32
  private let name: String
  private let kind: ObjectKind
  private let index: UInt32
  private let columns: [Int]
  private let referencedTable: UInt32
  private let referencedColumns: [Int]
  private let attributes: [Attribute: Value]

  init?(_ row: borrowing RowReader) {
    guard let kind = Self.kind(row.letter(3)) else { return nil }
    self.kind = kind
    number = row.number(0)
    table = row.number(1)
    name = row.text(2) ?? ""
    columns = row.numbers(9)
    referencedTable = row.number(10)
    referencedColumns = row.numbers(11)
    index = row.number(12)
    var attributes: [Attribute: Value] = [.validated: .flag(row.flag(5))]
    attributes.set(.definition, sql: row.text(4))
    attributes.set(.deferrable, whereTrue: row.flag(6))
    attributes.set(.initiallyDeferred, whereTrue: row.flag(7))
    // PostgreSQL sets this on every key, where it means nothing.
    attributes.set(.noInherit, whereTrue: row.flag(8) && kind == .checkConstraint)
    // The triggers that keep a foreign key; they are all alike unless somebody changed some of them.
    let letter = row.letter(13)
    attributes.set(.enabled, text: letter == "\0" ? nil : TableMembers.enabled(letter))
    self.attributes = attributes
  }

  /// The constraint as an object; `nil` for one of a table that isn't ours.
  func object(
    _ context: CatalogueContext, rows: CatalogueRows, indexes: [UInt32: IndexRow], parents: [UInt32: [String]]
  ) -> SchemaObject? {
    var attributes = attributes
    attributes[.columns] = .list(columns.map { rows.columnName(table, $0) })
    if kind == .foreignKey, let referenced = context.relations[referencedTable] {
      attributes[.references] = .list(
        [referenced.identity.name.joined(separator: ".")]
          + referencedColumns.map { rows.columnName(referencedTable, $0) })
    }
    attributes.merge(indexes[index]?.options ?? [:]) { own, _ in own }
    attributes.set(.partitionOf, text: parents[index]?.first)
    let comment = context.comments[CatalogueKey(catalogue: .relation, object: index)]
    attributes.set(.columnComments, members: comment.map { ["index: \($0)"] } ?? [])
    return context.member(
      kind, name, of: table, key: CatalogueKey(catalogue: .constraint, object: number), attributes)
  }

  private static func kind(_ letter: Character) -> ObjectKind? {
    switch letter {
    case "p": .primaryKey
    case "u": .uniqueConstraint
    case "f": .foreignKey
    case "c": .checkConstraint
    case "x": .exclusionConstraint
    default: nil
    }
  }
}
