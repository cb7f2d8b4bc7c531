/// A type's name in one spelling, apart from its sizes: `varchar(20)` is `character varying` with 20.
struct TypeSpelling {
  let name: String
  let sizes: [Int]
  /// The labels of MySQL's `enum` and `set`.
  let members: [String]
  let isArray: Bool
  let isUnsigned: Bool

  var isUnboundedText: Bool { !isArray && (name == "text" || name == "character varying" && sizes.isEmpty) }

  init(_ text: String) {
    var rest = text
    isArray = rest.hasSuffix("[]")
    while rest.hasSuffix("[]") { rest.removeLast(2) }
    let parts = rest.split(separator: "(", maxSplits: 1)
    let inside = parts.count > 1 ? parts[1].prefix(upTo: parts[1].lastIndex(of: ")") ?? parts[1].endIndex) : ""
    members = Self.quoted(inside)
    sizes = inside.split(separator: ",").compactMap { Int($0.trimmed) }
    let behind = parts.count > 1 ? parts[1].suffix(from: inside.endIndex).dropFirst().trimmed : ""
    let words = [parts.first?.trimmed ?? "", behind].joined(separator: " ").lowercased().split(separator: " ")
    isUnsigned = words.contains("unsigned")
    let bare = words.filter { $0 != "unsigned" && $0 != "zerofill" }.joined(separator: " ")
    name = Self.synonyms[bare] ?? bare
  }

  /// `'a','it''s'`
  private static func quoted(_ text: Substring) -> [String] {
    text.matches(of: #/'((?:[^']|'')*)'/#).map { String($0.output.1).replacing("''", with: "'") }
  }

  private static let synonyms = [
    "varchar": "character varying", "char": "character", "bpchar": "character", "int2": "smallint", "int": "integer",
    "int4": "integer", "int8": "bigint", "decimal": "numeric", "float4": "real", "float8": "double precision",
    "bool": "boolean", "timestamp without time zone": "timestamp", "timestamp with time zone": "timestamptz",
    "varbit": "bit varying", "float": "real", "double": "double precision",
  ]
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
