import SchemagateModel

/// Whether each value of one type has its own place in another. What isn't known to have is taken to lose values.
enum TypeRoom {
  static func direction(from base: String?, to head: String?) -> Direction {
    guard let base, let head else { return base == nil ? .added : .removed }
    return keepsValues(Spelling(base), Spelling(head)) ? .raised : .lowered
  }

  private static func keepsValues(_ base: Spelling, _ head: Spelling) -> Bool {
    guard base.isArray == head.isArray else { return !base.isArray ? false : head.isUnboundedText }
    if head.isUnboundedText { return true }
    if let old = integers.firstIndex(of: base.name) {
      if let new = integers.firstIndex(of: head.name) { return new >= old }
      return head.name == "numeric" ? numericHolds(digits: [5, 10, 19][old], head) : keepsInteger(old, in: head.name)
    }
    if base.name == head.name { return sizesGrow(base, head) }
    return widenings[base.name]?.contains(head.name) == true && sizesGrow(base, head)
  }

  /// A number of at most `digits` places before the point.
  private static func numericHolds(digits: Int, _ head: Spelling) -> Bool {
    guard let precision = head.sizes.first else { return true }
    return precision - (head.sizes.dropFirst().first ?? 0) >= digits
  }

  private static func keepsInteger(_ rank: Int, in name: String) -> Bool {
    switch name {
    case "real": rank == 0
    case "double precision": rank <= 1
    default: false
    }
  }

  private static func sizesGrow(_ base: Spelling, _ head: Spelling) -> Bool {
    if head.sizes.isEmpty { return head.name != "character" && head.name != "bit" || base.sizes.isEmpty }
    if base.sizes.isEmpty { return false }
    guard base.name == "numeric" else { return head.sizes[0] >= base.sizes[0] }
    let (oldScale, newScale) = (base.sizes.dropFirst().first ?? 0, head.sizes.dropFirst().first ?? 0)
    return newScale >= oldScale && head.sizes[0] - newScale >= base.sizes[0] - oldScale
  }

  private static let integers = ["smallint", "integer", "bigint"]
  private static let widenings: [String: Set<String>] = [
    "character": ["character varying"], "real": ["double precision"], "date": ["timestamp", "timestamptz"],
    "timestamp": ["timestamptz"], "json": ["jsonb"], "bit": ["bit varying"],
    "cidr": ["inet"], "macaddr": ["macaddr8"], "boolean": ["integer"], "name": ["character varying"],
  ]
}

/// A type's name in one spelling, apart from its sizes: `varchar(20)` is `character varying` with 20.
private struct Spelling {
  let name: String
  let sizes: [Int]
  let isArray: Bool

  var isUnboundedText: Bool { !isArray && (name == "text" || name == "character varying" && sizes.isEmpty) }

  init(_ text: String) {
    var text = text.lowercased()
    isArray = text.hasSuffix("[]")
    while text.hasSuffix("[]") { text.removeLast(2) }
    let parts = text.split(separator: "(", maxSplits: 1)
    let inside = parts.count > 1 ? parts[1].prefix { $0 != ")" } : ""
    sizes = inside.split(separator: ",").compactMap { Int($0.trimmed) }
    let behind = parts.count > 1 ? parts[1].drop { $0 != ")" }.dropFirst().trimmed : ""
    let bare = [parts.first?.trimmed ?? "", behind].filter { !$0.isEmpty }.joined(separator: " ")
    name = Self.synonyms[bare] ?? bare
  }

  private static let synonyms = [
    "varchar": "character varying", "char": "character", "bpchar": "character", "int2": "smallint", "int": "integer",
    "int4": "integer", "int8": "bigint", "decimal": "numeric", "float4": "real", "float8": "double precision",
    "bool": "boolean", "timestamp without time zone": "timestamp", "timestamp with time zone": "timestamptz",
    "varbit": "bit varying",
  ]
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
