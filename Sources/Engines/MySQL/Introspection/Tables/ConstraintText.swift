import SchemagateModel

/// A foreign key's or a check's line in `SHOW CREATE TABLE`.
struct ConstraintText {
  private(set) var object: SchemaObject?

  init(_ cursor: DeparsedCursor, _ context: TableContext) {
    var cursor = cursor
    guard cursor.take("constraint") else { return }
    let name = cursor.takeName()
    let definition = cursor.rest
    if cursor.take("foreign", "key") {
      object = Self.object(.foreignKey, name, context, Self.foreignKey(&cursor, definition, context))
    } else if cursor.take("check") {
      object = Self.object(.checkConstraint, name, context, Self.check(&cursor, definition, context))
    }
  }

  private static func object(
    _ kind: ObjectKind, _ name: String, _ context: TableContext, _ attributes: [Attribute: Value]
  ) -> SchemaObject {
    SchemaObject(identity: context.member(kind, name), parent: context.table, attributes: attributes)
  }

  private static func foreignKey(
    _ cursor: inout DeparsedCursor, _ definition: Range<Int>, _ context: TableContext
  ) -> [Attribute: Value] {
    let columns = names(cursor.takeParenthesized(), cursor.sql)
    _ = cursor.take("references")
    var table = [cursor.takeName()]
    while cursor.take(symbol: ".") { table.append(cursor.takeName()) }
    if table.count == 2, table[0] == context.database { table.removeFirst() }
    let referenced = names(cursor.takeParenthesized(), cursor.sql)
    return [
      .definition: .sql(cursor.sql.text(definition, without: context.database)), .columns: .list(columns),
      .references: .list([table.joined(separator: ".")] + referenced),
    ]
  }

  /// MySQL's checks can be switched off; a check of MariaDB's always holds.
  private static func check(
    _ cursor: inout DeparsedCursor, _ definition: Range<Int>, _ context: TableContext
  ) -> [Attribute: Value] {
    let expression = definition.lowerBound..<cursor.takePiece().upperBound
    var attributes: [Attribute: Value] = [.definition: .sql(cursor.sql.text(expression, without: context.database))]
    if context.vendor == .mysql { attributes[.enforced] = .flag(!cursor.take("not", "enforced")) }
    return attributes
  }

  private static func names(_ range: Range<Int>?, _ sql: DeparsedSQL) -> [String] {
    var cursor = DeparsedCursor(sql, range ?? 0..<0)
    return cursor.takeList().map { sql.name($0.lowerBound) }
  }
}
