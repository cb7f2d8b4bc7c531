import SchemagateModel

/// A column, in the order of `columns.sql`: an object of a table, or a part of a view or composite type.
struct ColumnRow: Sendable {
  let relation: UInt32
  let number: Int
  let name: String
  private let type: String
  private let grants: [String]
  private let object: SchemaObject?

  init?(_ row: borrowing RowReader, _ context: CatalogueContext, identities: [CatalogueKey: SequenceRow]) {
    relation = row.number(0)
    number = row.integer(1) ?? 0
    name = row.text(2) ?? ""
    guard let owner = context.relations[relation] else { return nil }
    grants = context.roles.members(row.text(11), owner: owner.owner)
    let expression = row.text(5)
    let key = CatalogueKey(catalogue: .relation, object: relation, column: number)
    if owner.hasColumns {
      type = ""
      var attributes = Self.attributes(row, expression, grants)
      // A partition's columns are its parent's, whether it was made as one or attached.
      attributes.set(.inherits, whereTrue: !row.flag(14) && owner.attributes[.partitionBound] == nil)
      Self.addIdentity(row.letter(6), identities[key], context, name, owner, to: &attributes)
      let identity = ObjectIdentity(kind: .column, name: owner.identity.name + [name])
      object = context.object(identity, parent: owner.identity, key: key, attributes)
    } else {
      let collation = row.text(8).map { " COLLATE \($0)" } ?? ""
      type = (row.text(3) ?? "") + collation + (expression.map { " DEFAULT \($0)" } ?? "")
      object = nil
    }
  }

  var key: CatalogueKey { CatalogueKey(catalogue: .relation, object: relation, column: number) }

  /// The column as an object, where it is a table's.
  var column: SchemaObject? { object }

  /// Name and type, where it is a view's or composite type's.
  var listed: String { "\(name) \(type)" }

  var grantEntries: [String] { grants.map { "\(name): \($0)" } }

  private static func attributes(
    _ row: borrowing RowReader, _ expression: String?, _ grants: [String]
  ) -> [Attribute: Value] {
    var attributes: [Attribute: Value] = [
      .type: .text(row.text(3) ?? ""), .nullable: .flag(!row.flag(4)), .position: .integer(row.integer(15) ?? 0),
    ]
    addExpression(row.letter(7), expression, to: &attributes)
    attributes.set(.collation, text: row.text(8))
    attributes.set(.storage, text: storage(row.letter(9)))
    attributes.set(.compression, text: compression(row.letter(10)))
    attributes.set(.grants, members: grants)
    attributes.set(.options, members: row.members(12) + row.members(17))
    if let statistics = row.integer(13) { attributes[.statistics] = .integer(statistics) }
    return attributes
  }

  private static func addExpression(
    _ generated: Character, _ expression: String?, to attributes: inout [Attribute: Value]
  ) {
    guard let expression else { return }
    switch generated {
    case "s": attributes[.generated] = .sql("(\(expression)) STORED")
    case "v": attributes[.generated] = .sql("(\(expression)) VIRTUAL")
    default: attributes[.default] = .sql(expression)
    }
  }

  private static func addIdentity(
    _ letter: Character, _ sequence: SequenceRow?, _ context: CatalogueContext, _ column: String,
    _ table: RelationRow, to attributes: inout [Attribute: Value]
  ) {
    guard letter == "a" || letter == "d" else { return }
    attributes[.identity] = .text(letter == "a" ? "always" : "by default")
    guard let sequence else { return }
    attributes.merge(sequence.unusualAttributes) { own, _ in own }
    guard let name = context.relations[sequence.number]?.identity.name else { return }
    let usual = [table.identity.name[0], "\(table.identity.name[1])_\(column)_seq"]
    if name != usual { attributes[.sequence] = .text(name.joined(separator: ".")) }
  }

  private static func storage(_ letter: Character) -> String? {
    switch letter {
    case "p": "plain"
    case "e": "external"
    case "m": "main"
    case "x": "extended"
    default: nil
    }
  }

  private static func compression(_ letter: Character) -> String? {
    switch letter {
    case "p": "pglz"
    case "l": "lz4"
    default: nil
    }
  }
}
