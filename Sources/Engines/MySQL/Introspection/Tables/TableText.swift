import SchemagateModel

/// What `SHOW CREATE TABLE` says of a table. Everything in it ends up in some object: what isn't known by name is an option.
struct TableText {
  private let sql: DeparsedSQL
  private let context: TableContext
  private let options: TableOptions
  private let items: [Range<Int>]

  init(_ text: String, context: TableContext) {
    sql = DeparsedSQL(text)
    self.context = context
    var cursor = DeparsedCursor(sql)
    _ = cursor.takeUntil { $0.isNext(symbol: "(") }
    var inside = DeparsedCursor(sql, cursor.takeParenthesized() ?? 0..<0)
    items = inside.takeList()
    options = TableOptions(cursor, context)
  }

  /// The table and all that is in it.
  func objects() -> [SchemaObject] {
    var table = options.attributes
    var members: [SchemaObject] = []
    var periods: [String] = []
    var position = 0
    let engine = table[.engine]?.description ?? ""
    for item in items {
      let cursor = DeparsedCursor(sql, item)
      if sql.tokens[item.lowerBound].kind == .name {
        position += 1
        members.append(ColumnText(cursor, context, options.characters).object(position: position))
      } else if let member = KeyText(cursor, context, engine: engine).object ?? ConstraintText(cursor, context).object {
        members.append(member)
      } else {
        periods.append(sql.text(item, without: context.database))
      }
    }
    table.set(.options, members: options.others + periods)
    return [SchemaObject(identity: context.table, parent: nil, attributes: table)] + members
  }
}

/// What the texts of a table's parts have in common.
struct TableContext: Sendable {
  let table: ObjectIdentity
  /// The name of the database, which is taken out of every text.
  let database: String
  let vendor: EngineKind
  /// The collation that each character set has by itself.
  let collations: [String: String]

  /// The identity of a part that is named within the table.
  func member(_ kind: ObjectKind, _ name: String) -> ObjectIdentity {
    kind.livesInTable
      ? ObjectIdentity(kind: kind, name: [name], table: table.name)
      : ObjectIdentity(kind: kind, name: table.name + [name])
  }
}
