/// What kind of value a column holds, whatever its engine calls it.
enum TypeFamily: Hashable {
  case integer, boolean, number, real, text, binary, moment, uuid, json, other

  private static let words: [(TypeFamily, [String])] = [
    (.boolean, ["bool", "boolean", "tinyint(1)"]),
    (.integer, ["int", "integer", "bigint", "smallint", "tinyint", "mediumint", "serial", "bigserial"]),
    (.number, ["numeric", "decimal", "money"]), (.real, ["real", "float", "double"]),
    (
      .text,
      ["text", "varchar", "char", "character", "citext", "clob", "longtext", "mediumtext", "tinytext", "enum", "set"]
    ),
    (.binary, ["bytea", "blob", "binary", "varbinary", "longblob", "mediumblob", "tinyblob"]),
    (.moment, ["timestamp", "date", "time", "datetime", "year"]), (.uuid, ["uuid"]), (.json, ["json", "jsonb"]),
  ]

  /// A type that isn't known fits any other: an enum of the server's own, an array, a domain.
  init(_ type: String) {
    let name = type.lowercased()
    let word = name.prefix { $0.isLetter }
    let isList = name.hasSuffix("]")
    self = isList ? .other : Self.words.first { $0.1.contains(name) || $0.1.contains(String(word)) }?.0 ?? .other
  }

  private static let alike: Set<Set<TypeFamily>> = [
    [.boolean, .integer], [.uuid, .text], [.uuid, .binary], [.json, .text], [.number, .real],
  ]
  /// SQLite has no type of its own for moments.
  private static let alikeOnSQLite: Set<Set<TypeFamily>> = [[.moment, .text], [.moment, .integer], [.json, .binary]]

  func fits(_ other: TypeFamily, onSQLite: Bool) -> Bool {
    self == other || self == .other || other == .other || Self.alike.contains([self, other])
      || (onSQLite && Self.alikeOnSQLite.contains([self, other]))
  }
}
