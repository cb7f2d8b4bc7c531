import SchemagateModel

/// An index that a `CREATE INDEX` made.
struct IndexObject {
  let entry: Catalog.Entry
  let sql: String
  let catalog: Catalog

  var object: SchemaObject {
    SchemaObject(
      identity: ObjectIdentity(kind: .index, name: [entry.name]),
      parent: ObjectIdentity(kind: .table, name: [entry.table]),
      attributes: [.unique: .flag(isUnique), .columns: .list(columns), .definition: .sql(definition)])
  }

  private var isUnique: Bool {
    catalog.indexes[entry.table]?.first { $0.name == entry.name }?.isUnique ?? false
  }

  private var spelling: CanonicalSQL { CanonicalSQL(columns: (catalog.columns[entry.table] ?? []).map(\.name)) }

  private var definition: String {
    let head = "\(isUnique ? "UNIQUE " : "")ON \(CanonicalSQL.name(entry.table)) (\(columns.joined(separator: ", ")))"
    return predicate.map { "\(head) WHERE \(spelling.expression($0))" } ?? head
  }

  private var columns: [String] {
    let texts = TableParser.keyColumns(parts.columns)
    return (catalog.indexColumns[entry.name] ?? []).enumerated().map { place, column in
      let expression = texts.indices.contains(place) ? spelling.expression(texts[place].expression) : ""
      let name = column.name.map(CanonicalSQL.name) ?? expression
      return name + collation(of: column) + (column.isDescending ? " DESC" : "")
    }
  }

  /// What differs from the column's own collation.
  private func collation(of column: Catalog.IndexColumn) -> String {
    column.collation.uppercased() == "BINARY" ? "" : " COLLATE \(column.collation.uppercased())"
  }

  private var predicate: ArraySlice<Token>? { parts.predicate }

  private var parts: (columns: ArraySlice<Token>, predicate: ArraySlice<Token>?) {
    var cursor = TokenCursor(Tokenizer.tokens(of: sql)[...])
    while !cursor.isAtEnd, !cursor.isNext(symbol: "(") { _ = cursor.takeAny() }
    let columns = cursor.takeParenthesized() ?? []
    return (columns, cursor.take("where") ? cursor.rest : nil)
  }
}
