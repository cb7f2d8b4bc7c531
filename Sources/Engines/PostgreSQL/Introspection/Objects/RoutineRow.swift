import SchemagateModel

/// A function, procedure or aggregate, in the order of `routines.sql`.
struct RoutineRow {
  private let context: CatalogueContext
  private let aggregates: [UInt32: String]

  init(_ context: CatalogueContext, aggregates: [UInt32: String]) {
    self.context = context
    self.aggregates = aggregates
  }

  func object(_ row: borrowing RowReader) -> SchemaObject {
    let letter = row.letter(3)
    let kind: ObjectKind = letter == "a" ? .aggregate : letter == "p" ? .procedure : .function
    let schema = row.text(1) ?? ""
    var attributes = context.ownership(owner: row.number(4), grants: row.text(5), isSet: row.flag(6), kind: "f")
    add(row, isWindow: letter == "w", to: &attributes)
    if kind == .aggregate {
      attributes.set(.definition, sql: aggregates[row.number(0)])
    } else {
      attributes.set(.definition, sql: row.text(10))
    }
    return context.object(
      ObjectIdentity(kind: kind, name: [schema, row.text(2) ?? ""]),
      parent: ObjectIdentity(kind: .schema, name: [schema]),
      key: CatalogueKey(catalogue: .routine, object: row.number(0)), attributes)
  }

  private func add(_ row: borrowing RowReader, isWindow: Bool, to attributes: inout [Attribute: Value]) {
    attributes.set(.arguments, text: row.text(7))
    attributes.set(.returns, text: row.text(8))
    attributes.set(.language, text: row.text(9))
    attributes.set(.volatility, text: Self.volatility(row.letter(11)))
    attributes.set(.parallel, text: Self.parallel(row.letter(12)))
    attributes.set(.leakproof, whereTrue: row.flag(13))
    attributes.set(.nullInput, text: row.flag(14) ? "returns null" : "called")
    attributes.set(.cost, text: row.text(15))
    attributes.set(.rows, text: row.text(16) == "0" ? nil : row.text(16))
    attributes[.securityDefiner] = .flag(row.flag(17))
    attributes.set(.settings, members: row.members(18))
    let support = row.text(19).map { ["support=\($0)"] } ?? []
    attributes.set(.options, members: support + (isWindow ? ["window"] : []) + row.members(20))
  }

  private static func volatility(_ letter: Character) -> String {
    switch letter {
    case "i": "immutable"
    case "s": "stable"
    default: "volatile"
    }
  }

  private static func parallel(_ letter: Character) -> String {
    switch letter {
    case "s": "safe"
    case "r": "restricted"
    default: "unsafe"
    }
  }
}
