import SchemagateModel

/// A sequence's numbers and the column it belongs to, in the order of `sequences.sql`.
struct SequenceRow: Sendable {
  enum Belonging: Sendable {
    case nobody
    case owned
    case identity
  }

  let number: UInt32
  let type: String
  let start: Int
  let increment: Int
  let minimum: Int
  let maximum: Int
  let cache: Int
  let cycle: Bool
  let belonging: Belonging
  let ownerTable: UInt32
  let ownerColumn: Int
  let owner: String?

  init(_ row: borrowing RowReader) {
    number = row.number(0)
    type = row.text(1) ?? ""
    start = row.integer(2) ?? 1
    increment = row.integer(3) ?? 1
    minimum = row.integer(4) ?? 1
    maximum = row.integer(5) ?? Int.max
    cache = row.integer(6) ?? 1
    cycle = row.flag(7)
    belonging =
      switch row.letter(8) {
      case "i": .identity
      case "a": .owned
      default: .nobody
      }
    ownerTable = row.number(9)
    ownerColumn = row.integer(10) ?? 0
    owner = row.text(11)
  }

  /// All that can be said of a sequence of its own.
  var attributes: [Attribute: Value] {
    [
      .type: .text(type), .start: .integer(start), .increment: .integer(increment), .minimum: .integer(minimum),
      .maximum: .integer(maximum), .cache: .integer(cache), .cycle: .flag(cycle),
    ]
  }

  /// What an identity column shows of its sequence: only what isn't as it would be by default.
  var unusualAttributes: [Attribute: Value] {
    var attributes: [Attribute: Value] = [:]
    let isRising = increment > 0
    let largest = Self.largest(type)
    let (lowest, highest) = isRising ? (1, largest) : (-largest - 1, -1)
    if increment != 1 { attributes[.increment] = .integer(increment) }
    if minimum != lowest { attributes[.minimum] = .integer(minimum) }
    if maximum != highest { attributes[.maximum] = .integer(maximum) }
    if start != (isRising ? minimum : maximum) { attributes[.start] = .integer(start) }
    if cache != 1 { attributes[.cache] = .integer(cache) }
    attributes.set(.cycle, whereTrue: cycle)
    return attributes
  }

  private static func largest(_ type: String) -> Int {
    switch type {
    case "smallint": Int(Int16.max)
    case "integer": Int(Int32.max)
    default: Int.max
    }
  }
}
