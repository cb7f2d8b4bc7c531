import SchemagateModel

/// Whether each value of one type has its own place in another. What isn't known to have is taken to lose values.
enum TypeRoom {
  static func direction(from base: String?, to head: String?) -> Direction {
    guard let base, let head else { return base == nil ? .added : .removed }
    return keepsValues(TypeSpelling(base), TypeSpelling(head)) ? .raised : .lowered
  }

  private static func keepsValues(_ base: TypeSpelling, _ head: TypeSpelling) -> Bool {
    guard base.isArray == head.isArray else { return !base.isArray ? false : head.isUnboundedText }
    if let old = textSize(base), let new = textSize(head) { return new >= old }
    if let room = textSize(head), room != textSizes["text"] { return shortTextFits(base, in: head, room: room) }
    if head.isUnboundedText { return true }
    if let bytes = integers[base.name] { return keepsInteger(base, bytes, in: head) }
    if !base.members.isEmpty { return keepsLabels(base, in: head) }
    if head.isUnsigned && !base.isUnsigned { return false }
    if base.name == "datetime", head.name == "datetime" { return (head.sizes.first ?? 0) >= (base.sizes.first ?? 0) }
    if base.name == head.name { return sizesGrow(base, head) }
    return widenings[base.name]?.contains(head.name) == true && sizesGrow(base, head)
  }

  private static func keepsInteger(_ base: TypeSpelling, _ bytes: Int, in head: TypeSpelling) -> Bool {
    if head.isUnsigned && !base.isUnsigned { return false }
    if let room = integers[head.name] { return base.isUnsigned == head.isUnsigned ? room >= bytes : room > bytes }
    switch head.name {
    case "numeric": return numericHolds(digits: digits[bytes] ?? 20, head)
    case "real": return bytes <= 2
    case "double precision": return bytes <= 4
    default: return false
    }
  }

  /// A number of at most `digits` places before the point.
  private static func numericHolds(digits: Int, _ head: TypeSpelling) -> Bool {
    guard let precision = head.sizes.first else { return true }
    return precision - (head.sizes.dropFirst().first ?? 0) >= digits
  }

  /// MySQL's `enum` and `set` keep their labels in the type.
  private static func keepsLabels(_ base: TypeSpelling, in head: TypeSpelling) -> Bool {
    if base.name == head.name { return Set(head.members).isSuperset(of: base.members) }
    guard head.name == "character varying" || head.name == "character", let size = head.sizes.first else {
      return false
    }
    let longest = base.name == "enum" ? base.members.map(\.count).max() : base.members.joined(separator: ",").count
    return size >= longest ?? 0
  }

  /// How much MySQL's sizes of text and blob hold; `nil` for anything else.
  private static func textSize(_ type: TypeSpelling) -> Int? { type.isArray ? nil : textSizes[type.name] }

  /// What isn't one of those sizes in one that isn't the usual one: by characters of up to four bytes.
  private static func shortTextFits(_ base: TypeSpelling, in head: TypeSpelling, room: Int) -> Bool {
    if room > 16 { return true }
    guard base.name == "character varying" || base.name == "character", let size = base.sizes.first else {
      return false
    }
    return size * 4 < 1 << room
  }

  private static func sizesGrow(_ base: TypeSpelling, _ head: TypeSpelling) -> Bool {
    if head.sizes.isEmpty { return head.name != "character" && head.name != "bit" || base.sizes.isEmpty }
    if base.sizes.isEmpty { return false }
    guard base.name == "numeric" else { return head.sizes[0] >= base.sizes[0] }
    let (oldScale, newScale) = (base.sizes.dropFirst().first ?? 0, head.sizes.dropFirst().first ?? 0)
    return newScale >= oldScale && head.sizes[0] - newScale >= base.sizes[0] - oldScale
  }

  /// In bytes.
  private static let integers = ["tinyint": 1, "smallint": 2, "mediumint": 3, "integer": 4, "bigint": 8]
  private static let digits = [1: 3, 2: 5, 3: 8, 4: 10, 8: 19]
  /// In bits of the length.
  private static let textSizes = [
    "tinytext": 8, "text": 16, "mediumtext": 24, "longtext": 32,
    "tinyblob": 8, "blob": 16, "mediumblob": 24, "longblob": 32,
  ]
  private static let widenings: [String: Set<String>] = [
    "character": ["character varying"], "real": ["double precision"],
    "date": ["timestamp", "timestamptz", "datetime"], "timestamp": ["timestamptz", "datetime"], "json": ["jsonb"],
    "bit": ["bit varying"], "cidr": ["inet"], "macaddr": ["macaddr8"], "boolean": ["integer"],
    "name": ["character varying"], "binary": ["varbinary"],
  ]
}
