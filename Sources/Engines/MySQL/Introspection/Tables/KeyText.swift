import SchemagateModel

/// A key's line in `SHOW CREATE TABLE`; not a foreign key's, which is a constraint.
struct KeyText {
  let object: SchemaObject?

  /// `engine` is the table's storage engine.
  init(_ cursor: DeparsedCursor, _ context: TableContext, engine: String) {
    var cursor = cursor
    let start = cursor.position
    guard !cursor.isNext("constraint"), !cursor.isNext("foreign") else {
      object = nil
      return
    }
    let prefix = cursor.takeUntil { $0.isNext("key") || $0.isNext(symbol: "(") }
    guard cursor.take("key") else {
      object = nil
      return
    }
    let words = cursor.sql.text(prefix).uppercased()
    let isPrimary = words == "PRIMARY"
    let name = isPrimary ? "PRIMARY" : cursor.takeName()
    var attributes = KeyOptions(&cursor, usualMethod: engine.uppercased() == "MEMORY" ? "HASH" : "BTREE").attributes
    attributes[.columns] = .list(Self.columns(start..<cursor.end, cursor.sql, context))
    if !isPrimary { attributes[.unique] = .flag(words == "UNIQUE") }
    if !["PRIMARY", "UNIQUE", ""].contains(words) { attributes[.accessMethod] = .text(words) }
    object = SchemaObject(
      identity: context.member(isPrimary ? .primaryKey : .index, name), parent: context.table, attributes: attributes)
  }

  /// Names with their prefix length and direction, expressions as they stand.
  private static func columns(_ range: Range<Int>, _ sql: DeparsedSQL, _ context: TableContext) -> [String] {
    var cursor = DeparsedCursor(sql, range)
    _ = cursor.takeUntil { $0.isNext(symbol: "(") }
    guard let inside = cursor.takeParenthesized() else { return [] }
    var parts = DeparsedCursor(sql, inside)
    return parts.takeList().map { part in
      guard sql.tokens[part.lowerBound].kind == .name else { return sql.text(part, without: context.database) }
      let rest = sql.text(part.lowerBound + 1..<part.upperBound)
      return sql.name(part.lowerBound) + (rest.isEmpty || rest.hasPrefix("(") ? rest : " \(rest)")
    }
  }
}

/// What stands behind a key's columns.
private struct KeyOptions {
  private(set) var attributes: [Attribute: Value] = [:]
  private var others: [String] = []

  /// To name the method that the engine takes by itself says nothing.
  init(_ cursor: inout DeparsedCursor, usualMethod: String) {
    _ = cursor.takeUntil { $0.isNext(symbol: "(") }
    _ = cursor.takeParenthesized()
    while !cursor.isAtEnd { take(&cursor) }
    attributes.set(.options, members: others)
    if attributes[.accessMethod] == .text(usualMethod) { attributes[.accessMethod] = nil }
  }

  private mutating func take(_ cursor: inout DeparsedCursor) {
    if cursor.take("using") {
      attributes[.accessMethod] = .text(cursor.takeName().uppercased())
    } else if cursor.take("comment") {
      attributes.set(.comment, text: cursor.takeString())
    } else if cursor.take("ignored") || cursor.take("invisible") {
      attributes[.invisible] = .flag(true)
    } else if cursor.take("with", "parser") {
      others.append("parser=\(cursor.takeName())")
    } else {
      others.append(cursor.takeOption())
    }
  }
}
