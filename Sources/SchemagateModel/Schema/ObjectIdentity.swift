/// What makes an object itself: its kind and its qualified name.
package struct ObjectIdentity: Hashable, Sendable, Codable, Comparable {
  package let kind: ObjectKind
  /// Qualified from the outside in, unquoted: `["public", "users", "email"]` for a PostgreSQL column,
  /// `["users", "email"]` for a SQLite one. A routine's last part carries its argument types: `f(integer, text)`.
  /// For a kind that lives in a table, the object's own name alone: its table is `table`.
  package let name: [String]
  /// The qualified name of the table that the object lives in, for the kinds where a declaration says `on TABLE`.
  package let table: [String]?

  package init(kind: ObjectKind, name: [String], table: [String]? = nil) {
    self.kind = kind
    self.name = name
    self.table = table
  }

  /// By kind, then by the table's name, then by name; text in byte order.
  package static func < (left: Self, right: Self) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    if left.table != right.table { return precedes(left.table ?? [], right.table ?? []) }
    return precedes(left.name, right.name)
  }

  private static func precedes(_ left: [String], _ right: [String]) -> Bool {
    for (mine, other) in zip(left, right) {
      // The outer parts are mostly the same.
      if mine.utf8.elementsEqual(other.utf8) { continue }
      return mine.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return left.count < right.count
  }
}
