import SchemagateModel

/// The server's address of an object: the catalogue that holds it, its number there, and a column's number.
struct CatalogueKey: Hashable, Sendable {
  let catalogue: Catalogue
  let object: UInt32
  var column = 0

  /// The same in one word, as `SchemaObject` keeps it.
  var serverIdentity: String {
    column == 0 ? "\(catalogue.rawValue):\(object)" : "\(catalogue.rawValue):\(object):\(column)"
  }
}

/// The catalogues of our objects, under the numbers that every PostgreSQL gives them.
enum Catalogue: UInt32, Sendable {
  case defaultPrivileges = 826
  case type = 1247
  case routine = 1255
  case relation = 1259
  case role = 1260
  case database = 1262
  case server = 1417
  case userMapping = 1418
  case foreignDataWrapper = 2328
  case accessMethod = 2601
  case cast = 2605
  case constraint = 2606
  case conversion = 2607
  case language = 2612
  case schema = 2615
  case operatorClass = 2616
  case `operator` = 2617
  case rule = 2618
  case trigger = 2620
  case operatorFamily = 2753
  case `extension` = 3079
  case policy = 3256
  case statistics = 3381
  case collation = 3456
  case eventTrigger = 3466
  case transform = 3576
  case textSearchDictionary = 3600
  case textSearchParser = 3601
  case textSearchConfiguration = 3602
  case textSearchTemplate = 3764
  case subscription = 6100
  case publication = 6104
}

extension RowReader {
  /// A catalogue number; 0 for NULL. Read from the bytes, since there are tens of thousands of them.
  func number(_ column: Int) -> UInt32 {
    bytes(column).reduce(0) { $0 &* 10 &+ UInt32($1 &- UInt8(ascii: "0")) }
  }

  /// A value of type `"char"`, or a word's first letter; 0 for NULL and for nothing.
  func letter(_ column: Int) -> Character {
    bytes(column).first.map { Character(UnicodeScalar($0)) } ?? "\0"
  }

  /// The parts of an array that the query joined by line breaks, as a set; `nil` for none.
  func members(_ column: Int, prefix: String = "") -> [String] {
    guard let text = text(column), !text.isEmpty else { return [] }
    return text.split(separator: "\n").map { prefix + $0 }
  }

  /// The parts of an array, as `members`; the mark that a query puts in the place of a secret shows as `…`.
  func options(_ column: Int) -> [String] {
    members(column).map { $0.hasSuffix("\u{1}") ? $0.dropLast() + HiddenValues.mark : $0 }
  }

  /// Numbers that the query joined by spaces.
  func numbers(_ column: Int) -> [Int] {
    text(column)?.split(separator: " ").compactMap { Int($0) } ?? []
  }
}

extension [Attribute: Value] {
  /// Sets a text where there is one.
  mutating func set(_ attribute: Attribute, text: String?) {
    if let text { self[attribute] = .text(text) }
  }

  /// Sets SQL where there is some.
  mutating func set(_ attribute: Attribute, sql: String?) {
    if let sql { self[attribute] = .sql(sql) }
  }

  /// Sets a set where it has members.
  mutating func set(_ attribute: Attribute, members: [String]) {
    if !members.isEmpty { self[attribute] = .set(of: members) }
  }

  /// Sets a flag where it holds.
  mutating func set(_ attribute: Attribute, whereTrue flag: Bool) {
    if flag { self[attribute] = .flag(true) }
  }
}
