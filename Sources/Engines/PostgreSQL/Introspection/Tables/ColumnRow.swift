import SchemagateModel

/// A column, in the order of `columns.sql`: an object of a table, or a part of a view or composite type.
struct ColumnRow: Sendable {
  let relation: UInt32
  let number: Int
  let name: String
  private let type: String
  private let grants: [String]
  /// What a materialized view says of a column besides its type.
  let settings: [String]
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
      settings = []
      var attributes = Self.attributes(row, expression, grants)
      // A partition's columns are its parent's, whether it was made as one or attached.
      attributes.set(.inherits, whereTrue: !row.flag(14) && owner.attributes[.partitionBound] == nil)
      attributes.set(.checks, members: Self.notNull(row, context))
      Self.addIdentity(row.letter(6), identities[key], context, name, owner, to: &attributes)
      let identity = ObjectIdentity(kind: .column, name: owner.identity.name + [name])
      object = context.object(identity, parent: owner.identity, key: key, attributes)
    } else {
      let collation = row.text(8).map { " COLLATE \($0)" } ?? ""
      type = (row.text(3) ?? "") + collation + (expression.map { " DEFAULT \($0)" } ?? "")
      settings = Self.settings(row).map { "\(row.text(2) ?? ""): \($0)" }
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
    guard let behind = context.relations[sequence.number] else { return }
    addOwnSettings(of: behind, context, table, to: &attributes)
    let name = behind.identity.name
    let usual = [table.identity.name[0], "\(table.identity.name[1])_\(column)_seq"]
    if name != usual { attributes[.sequence] = .text(name.joined(separator: ".")) }
  }

  /// A sequence behind a column has grants, a comment and a persistence of its own all the same.
  private static func addOwnSettings(
    of sequence: RelationRow, _ context: CatalogueContext, _ table: RelationRow, to attributes: inout [Attribute: Value]
  ) {
    let name = sequence.identity.name[1]
    let usual = context.roles.grants(nil, isSet: false, kind: "s", owner: sequence.owner)
    if let grants = sequence.attributes[.grants], grants != usual, case .set(let entries) = grants {
      attributes.set(.columnGrants, members: entries.map { "\(name): \($0)" })
    }
    attributes.set(.columnComments, members: context.comments[sequence.key].map { ["\(name): \($0)"] } ?? [])
    if sequence.attributes[.persistence] != table.attributes[.persistence] {
      attributes[.persistence] = sequence.attributes[.persistence]
    }
  }

  /// A NOT NULL constraint that says more than that there is one: since version 18 they have names.
  private static func notNull(_ row: borrowing RowReader, _ context: CatalogueContext) -> [String] {
    guard let text = row.text(19) else { return [] }
    let comment = context.comments[CatalogueKey(catalogue: .constraint, object: row.number(18))]
    guard row.flag(20) || comment != nil else { return [] }
    return [text + (comment.map { " -- \($0)" } ?? "")]
  }

  private static func settings(_ row: borrowing RowReader) -> [String] {
    let words = [
      storage(row.letter(9)).map { "storage=\($0)" }, compression(row.letter(10)).map { "compression=\($0)" },
      row.integer(13).map { "statistics=\($0)" },
    ]
    return words.compactMap(\.self) + row.members(12)
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
