import SchemagateModel

/// An enum, domain or range type, in the order of `types.sql`.
struct TypeRow: Sendable {
  private let context: CatalogueContext
  private let labels: [UInt32: [String]]
  private let checks: [UInt32: [String]]
  private let ranges: [UInt32: RangeRow]

  init(
    _ context: CatalogueContext, labels: [UInt32: [String]], checks: [UInt32: [String]], ranges: [UInt32: RangeRow]
  ) {
    self.context = context
    self.labels = labels
    self.checks = checks
    self.ranges = ranges
  }

  func object(_ row: borrowing RowReader) -> SchemaObject? {
    let number = row.number(0)
    guard let kind = Self.kind(row.letter(3)), let schema = row.text(1), let name = row.text(2) else { return nil }
    var attributes = context.ownership(owner: row.number(4), grants: row.text(5), isSet: row.flag(6), kind: "T")
    switch kind {
    case .enumType: attributes[.labels] = .list(labels[number] ?? [])
    case .rangeType: attributes.merge(ranges[number]?.attributes(name: name, schema: schema) ?? [:]) { own, _ in own }
    default: addDomain(row, to: &attributes)
    }
    return context.object(
      ObjectIdentity(kind: kind, name: [schema, name]), parent: ObjectIdentity(kind: .schema, name: [schema]),
      key: CatalogueKey(catalogue: .type, object: number), attributes)
  }

  private func addDomain(_ row: borrowing RowReader, to attributes: inout [Attribute: Value]) {
    attributes.set(.type, text: row.text(7))
    attributes[.nullable] = .flag(!row.flag(8))
    attributes.set(.default, sql: row.text(9))
    attributes.set(.collation, text: row.text(10))
    attributes.set(.checks, members: checks[row.number(0)] ?? [])
  }

  private static func kind(_ letter: Character) -> ObjectKind? {
    switch letter {
    case "e": .enumType
    case "d": .domain
    case "r": .rangeType
    default: nil
    }
  }
}

/// What a range type is made of, in the order of `ranges.sql`.
struct RangeRow: Sendable {
  private let subtype: String?
  private let operatorClass: String?
  private let collation: String?
  private let canonical: String?
  private let difference: String?

  init(_ row: borrowing RowReader) {
    subtype = row.text(1)
    operatorClass = row.text(2)
    collation = row.text(3)
    canonical = row.text(4)
    difference = row.text(5)
    multirange = row.text(6)
  }
  private let multirange: String?

  func attributes(name: String, schema: String) -> [Attribute: Value] {
    var attributes: [Attribute: Value] = [:]
    attributes.set(.subtype, text: subtype)
    attributes.set(.collation, text: collation)
    let parts = [
      operatorClass.map { "SUBTYPE_OPCLASS = \($0)" }, canonical.map { "CANONICAL = \($0)" },
      difference.map { "SUBTYPE_DIFF = \($0)" }, multirange.map { "MULTIRANGE_TYPE_NAME = \($0)" },
    ]
    attributes[.definition] = .sql(parts.compactMap(\.self).joined(separator: ", "))
    return attributes
  }
}
