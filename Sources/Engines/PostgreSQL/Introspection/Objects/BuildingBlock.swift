import SchemagateModel

/// A catalogue of building blocks, and what its query's columns mean: number, schema (or NULL), name and owner (or
/// NULL) come first, then the attributes in their order.
struct BuildingBlock: Sendable {
  let kind: ObjectKind
  let catalogue: Catalogue
  let query: [UInt8]
  let attributes: [(attribute: Attribute, form: Form)]

  /// How a column's text becomes a value; NULL is none.
  enum Form: Sendable {
    case text
    case sql
    /// Set where it is true.
    case flag
    case integer
    /// A member in each line.
    case members
    /// NULL where nothing was ever granted or revoked: then it is the default, by `acldefault`'s letter.
    case grants(Character)
  }

  private static let firstAttribute = 4

  func object(_ row: borrowing RowReader, _ context: CatalogueContext) -> SchemaObject {
    let schema = row.text(1)
    var values: [Attribute: Value] = [:]
    if !row.isNull(3) { values.set(.owner, text: context.roles.owner(row.number(3))) }
    for (index, column) in attributes.enumerated() {
      values[column.attribute] = value(row, index + Self.firstAttribute, column.form, context)
    }
    return context.object(
      ObjectIdentity(kind: kind, name: [schema, row.text(2)].compactMap(\.self)),
      parent: schema.map { ObjectIdentity(kind: .schema, name: [$0]) },
      key: CatalogueKey(catalogue: catalogue, object: row.number(0)), values)
  }

  private func value(
    _ row: borrowing RowReader, _ column: Int, _ form: Form, _ context: CatalogueContext
  ) -> Value? {
    switch form {
    case .text: row.text(column).map { .text($0) }
    case .sql: row.text(column).flatMap { $0.isEmpty ? nil : .sql($0) }
    case .flag: row.flag(column) ? .flag(true) : nil
    case .integer: row.integer(column).map { .integer($0) }
    case .members: row.isNull(column) ? nil : .set(of: row.members(column))
    case .grants(let letter):
      context.roles.grants(row.text(column), isSet: !row.isNull(column), kind: letter, owner: row.number(3))
    }
  }
}
