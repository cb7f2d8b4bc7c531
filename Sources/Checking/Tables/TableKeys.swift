import SchemagateModel

/// What a table's keys say about its columns, at one side.
struct TableKeys {
  let primary: [String]
  let foreign: [TableForeignKey]
  /// Sets of columns that no two rows have in common, the primary key's left out.
  private let unique: [Set<String>]
  /// Whether the primary key keeps NULL out where the columns themselves don't say so.
  private let primaryIsNeverNull: Bool

  init(
    table: SchemaObject?, columns: Set<String>, primary: SchemaObject?, unique: [SchemaObject],
    foreign: [TableForeignKey]
  ) {
    let reader = KeyColumns(known: columns)
    self.primary = primary.flatMap(reader.columns) ?? []
    self.unique = unique.compactMap { reader.columns(of: $0).map(Set.init) }
    self.foreign = foreign
    // SQLite lets NULL into any other primary key.
    let isRowID = primary?.attributes[.options]?.members.contains("rowid alias") ?? false
    primaryIsNeverNull = isRowID || table?.attributes[.withoutRowID] == .flag(true)
  }

  func shape(of column: SchemaObject) -> ColumnReport.Shape {
    let name = column.identity.name.last ?? ""
    return ColumnReport.Shape(
      type: column.attributes[.type]?.description ?? "", nullable: isNullable(column),
      default: column.attributes[.default]?.description, isPrimaryKey: primary.contains(name),
      isUnique: unique.contains([name]), isForeignKey: foreign.contains { $0.columns.contains(name) })
  }

  func isNullable(_ column: SchemaObject) -> Bool {
    let isKept = primaryIsNeverNull && primary.contains(column.identity.name.last ?? "")
    return !isKept && column.attributes[.nullable] != .flag(false)
  }

  /// Whether no two rows have the same values in these columns.
  func areUnique(_ columns: [String]) -> Bool {
    let columns = Set(columns)
    return ([Set(primary)] + unique).contains { !$0.isEmpty && $0.isSubset(of: columns) }
  }
}

/// Reads the columns of keys and indexes as the engines spell them.
private struct KeyColumns {
  let known: Set<String>

  /// `nil` where the key covers something else than whole columns of every row: an expression, a prefix, a condition.
  func columns(of key: SchemaObject) -> [String]? {
    let definition = key.attributes[.definition]?.description ?? ""
    if key.identity.kind == .index, definition.contains(" WHERE ") { return nil }
    guard let parts = key.attributes[.columns]?.members ?? Self.parts(of: definition) else { return nil }
    let columns = parts.compactMap(column)
    return columns.count == parts.count ? columns : nil
  }

  /// A plain name, or a quoted one, before a collation or a direction.
  private func column(_ text: String) -> String? {
    if known.contains(text) { return text }
    let name = text.hasPrefix("\"") ? Self.unquoted(text) : String(text.prefix { $0 != " " })
    return known.contains(name) ? name : nil
  }

  private static func unquoted(_ text: String) -> String {
    let parts = text.dropFirst().replacing("\"\"", with: "\u{0}").prefix { $0 != "\"" }
    return String(parts.replacing("\u{0}", with: "\""))
  }

  /// PostgreSQL's own words: `CREATE UNIQUE INDEX name ON table USING btree (a, b DESC) INCLUDE (c)`.
  private static func parts(of definition: String) -> [String]? {
    guard let found = definition.firstMatch(of: #/USING \w+ \(([^()]*)\)/#) else { return nil }
    return found.output.1.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}
