import SchemagateModel

/// The changed tables and their neighbours as a Mermaid diagram; what doesn't fit on a screen is left out, and said.
/// A box alone, and a column that has nothing to do with its table's relations, are better read in the diff: they get no
/// diagram.
struct TableDiagram {
  let tables: [TableReport]

  private static let mostTables = 12
  private static let mostColumns = 12

  /// The diagram, folded; nothing where it would show less than the diff.
  var sections: [Markdown] {
    guard showsRelations else { return [] }
    let title = Count.of(changed.count, "changed table", "changed tables")
    return [Markdown.details("Diagram of \(html: title)", [Markdown.fence(lines, language: "mermaid")] + leftOut)]
  }

  private var changed: [TableReport] { tables.filter { $0.change != .none } }

  /// Whether relations come or go, or several tables that hang together change.
  private var showsRelations: Bool {
    let names = Set(shown.map(\.name))
    let isJoined = shown.contains { table in
      table.references.contains { $0.table != table.name && names.contains($0.table) }
    }
    return isJoined && (changed.contains(where: \.changesRelations) || changed.count(where: \.changesColumns) > 1)
  }

  /// Changed tables first, then the neighbours; drawn in the order in which the report has them.
  private var shown: [TableReport] {
    let ranked = changed + tables.filter { $0.change == .none }
    let names = Set(ranked.prefix(Self.mostTables).map(\.name))
    return tables.filter { names.contains($0.name) }
  }

  private var leftOut: [Markdown] {
    let names = Set(shown.map(\.name))
    let rest = tables.filter { !names.contains($0.name) }.map(\.name)
    let cut = shown.filter { $0.change != .none && columns($0).count < $0.columns.count }
    let listed = rest.prefix(10).map { "\(code: $0)" as Markdown }
    let more: [Markdown] = rest.count > 10 ? ["\(rest.count - 10) more tables"] : []
    let hidden = cut.map { table -> Markdown in
      let count = table.columns.count - columns(table).count
      return "\(text: Count.of(count, "column", "columns")) of \(code: table.name)"
    }
    let all = listed + more + hidden
    return all.isEmpty ? [] : ["Not drawn: \(Markdown.joined(all, separator: ", "))."]
  }

  private var lines: [String] {
    let shown = shown
    let numbers = Dictionary(shown.enumerated().map { ($1.name, "t\($0 + 1)") }) { first, _ in first }
    return ["erDiagram"] + shown.flatMap { entity($0, numbers[$0.name] ?? "t0") }
      + shown.flatMap { table in
        table.references.compactMap { reference in
          guard let from = numbers[table.name], let to = numbers[reference.table] else { return nil }
          return edge(reference, from, to)
        }
      }
  }

  private func entity(_ table: TableReport, _ number: String) -> [String] {
    let title = MermaidText.label(table.name) + Self.mark(table)
    let body = columns(table).map { "    " + DiagramColumn(column: $0, table: table.change).line }
    return body.isEmpty ? ["  \(number)[\"\(title)\"]"] : ["  \(number)[\"\(title)\"] {"] + body + ["  }"]
  }

  /// In the server's order, those that matter most to a reviewer.
  private func columns(_ table: TableReport) -> [ColumnReport] {
    let ranks = table.columns.map { DiagramColumn(column: $0, table: table.change).rank }
    // What stays as it is is there to show what refers to what.
    let isWhole = table.change == .added || table.change == .dropped
    let limit = isWhole ? Self.mostColumns : ranks.count { $0 < 2 }
    let chosen = ranks.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }.prefix(
      min(limit, Self.mostColumns))
    let places = Set(chosen.map(\.offset))
    return table.columns.enumerated().filter { places.contains($0.offset) }.map(\.element)
  }

  private func edge(_ reference: ReferenceReport, _ from: String, _ to: String) -> String {
    let ends = (reference.isUnique ? "|o" : "}o", reference.isOptional ? "o|" : "||")
    let columns = MermaidText.remark(reference.columns.joined(separator: ", "))
    let label = columns + (reference.change.word.map { " (\($0))" } ?? "")
    return "  \(from) \(ends.0)--\(ends.1) \(to) : \"\(label)\""
  }

  private static func mark(_ table: TableReport) -> String {
    if let former = table.renamedFrom { return " (was \(MermaidText.label(DottedName.lastPart(of: former))))" }
    return table.change.word.map { " (\($0))" } ?? ""
  }
}

extension TableReport {
  /// Whether the table itself, a key or a reference comes, goes or becomes another.
  fileprivate var changesRelations: Bool {
    guard change == .altered, renamedFrom == nil else { return change != .none }
    return references.contains { $0.change != .none }
      || columns.contains { column in
        DiagramColumn(column: column, table: change).isChanged
          && [column.base, column.head].contains { $0.map { $0.isPrimaryKey || $0.isForeignKey } ?? false }
      }
  }

  fileprivate var changesColumns: Bool {
    changesRelations || columns.contains { DiagramColumn(column: $0, table: change).isChanged }
  }
}

/// A column's line in a diagram.
struct DiagramColumn {
  let column: ColumnReport
  let table: TableReport.Change

  /// Changed columns before keys before the rest.
  var rank: Int { remark != nil ? 0 : keys.isEmpty ? 2 : 1 }

  var isChanged: Bool { remark != nil }

  var line: String {
    let name = MermaidText.word(column.name)
    let type = MermaidText.word(Self.short(shape?.type ?? ""))
    let marks = keys.isEmpty ? "" : " " + keys.joined(separator: ", ")
    return "\(type) \(name)\(marks)" + (remark.map { " \"\(MermaidText.remark($0))\"" } ?? "")
  }

  private var shape: ColumnReport.Shape? { column.head ?? column.base }

  private var keys: [String] {
    guard let shape else { return [] }
    return [shape.isPrimaryKey ? "PK" : nil, shape.isForeignKey ? "FK" : nil, shape.isUnique ? "UK" : nil]
      .compactMap { $0 }
  }

  /// What happened to the column, in words; `nil` where nothing did.
  private var remark: String? {
    // What came or went with its table needs no word of its own.
    guard let base = column.base else { return table == .added ? nil : "added" }
    guard let head = column.head else { return table == .dropped ? nil : "dropped" }
    let parts = [
      column.renamedFrom.map { "was \($0)" },
      base.type == head.type ? nil : "was \(Self.short(base.type))",
      base.nullable == head.nullable ? nil : head.nullable ? "may be null now" : "not null now",
      base.default == head.default ? nil : head.default == nil ? "default dropped" : "default changed",
      base.isPrimaryKey == head.isPrimaryKey && base.isForeignKey == head.isForeignKey
        && base.isUnique == head.isUnique ? nil : "keys changed",
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The names that people use for PostgreSQL's longest types.
  private static func short(_ type: String) -> String {
    [
      ("timestamp with time zone", "timestamptz"), ("timestamp without time zone", "timestamp"),
      ("time without time zone", "time"), ("character varying", "varchar"), ("double precision", "double"),
    ].reduce(type) { $0.replacing($1.0, with: $1.1) }
  }
}

extension TableReport.Change {
  /// `nil` for what the branch leaves as it is.
  fileprivate var word: String? {
    switch self {
    case .added: "added"
    case .dropped: "dropped"
    case .altered: "changed"
    case .none: nil
    }
  }
}
