import SchemagateModel

/// An index that a `CREATE INDEX` made.
struct IndexObject {
  private let entry: Catalog.Entry
  private let isUnique: Bool
  private let columns: [String]
  /// With the word WHERE before it.
  private let predicate: String

  init(entry: Catalog.Entry, sql: String, catalog: Catalog) {
    self.entry = entry
    let index = catalog.indexes[entry.table]?.first { $0.name == entry.name }
    let columns = catalog.indexColumns[entry.name] ?? []
    isUnique = index?.isUnique ?? false
    // Only expressions and predicates have to be read from the text, and few indexes have any.
    guard index?.isPartial ?? true || columns.contains(where: { $0.name == nil }) else {
      self.columns = columns.map { Self.text(of: $0, expression: "") }
      predicate = ""
      return
    }
    let parts = Self.parts(of: sql)
    let spelling = CanonicalSQL(columns: (catalog.columns[entry.table] ?? []).map(\.name))
    let expressions = TableParser.keyColumns(parts.columns).map { spelling.expression($0.expression) }
    self.columns = columns.enumerated().map { place, column in
      Self.text(of: column, expression: expressions.indices.contains(place) ? expressions[place] : "")
    }
    predicate = parts.predicate.map { " WHERE \(spelling.expression($0))" } ?? ""
  }

  var object: SchemaObject {
    SchemaObject(
      identity: ObjectIdentity(kind: .index, name: [entry.name]),
      parent: ObjectIdentity(kind: .table, name: [entry.table]),
      attributes: [.unique: .flag(isUnique), .columns: .list(columns), .definition: .sql(definition)])
  }

  private var definition: String {
    let table = CanonicalSQL.name(entry.table)
    return "\(isUnique ? "UNIQUE " : "")ON \(table) (\(columns.joined(separator: ", ")))\(predicate)"
  }

  /// The collation is the one in force, which may be the column's own.
  private static func text(of column: Catalog.IndexColumn, expression: String) -> String {
    let collation = column.collation.uppercased() == "BINARY" ? "" : " COLLATE \(column.collation.uppercased())"
    return (column.name.map(CanonicalSQL.name) ?? expression) + collation + (column.isDescending ? " DESC" : "")
  }

  private static func parts(of sql: String) -> (columns: ArraySlice<Token>, predicate: ArraySlice<Token>?) {
    var cursor = TokenCursor(Tokenizer.tokens(of: sql)[...])
    while !cursor.isAtEnd, !cursor.isNext(symbol: "(") { _ = cursor.takeAny() }
    let columns = cursor.takeParenthesized() ?? []
    return (columns, cursor.take("where") ? cursor.rest : nil)
  }
}
