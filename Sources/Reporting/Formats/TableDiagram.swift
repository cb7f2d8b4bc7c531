import SchemagateModel

/// The changed tables and their neighbours as a Mermaid diagram; what doesn't fit on a screen is left out, and said.
struct TableDiagram {
  let tables: [TableReport]

  private static let mostTables = 12
  private static let mostColumns = 12

  /// The diagram, folded; nothing where no table changes.
  var sections: [Markdown] {
    guard !changed.isEmpty else { return [] }
    let title = Count.of(changed.count, "changed table", "changed tables")
    return [Markdown.details("Diagram of \(html: title)", [Markdown.fence(lines, language: "mermaid")] + leftOut)]
  }

  private var changed: [TableReport] { tables.filter { $0.change != .none } }

  /// Changed tables first, then the neighbours; drawn in the order in which the report has them.
  private var shown: [TableReport] {
    let ranked = changed + tables.filter { $0.change == .none }
    let names = Set(ranked.prefix(Self.mostTables).map(\.name))
    return tables.filter { names.contains($0.name) }
  }

  private var leftOut: [Markdown] {
    let names = Set(shown.map(\.name))
    let rest = tables.filter { !names.contains($0.name) }.map(\.name)
    guard !rest.isEmpty else { return [] }
    let listed = rest.prefix(10).map { "\(code: $0)" as Markdown }
    let more: Markdown = rest.count > 10 ? " and \(rest.count - 10) more" : ""
    return ["Not drawn: \(Markdown.joined(listed, separator: ", "))\(more)."]
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
    let columns = columns(table)
    let hidden = table.columns.count - columns.count
    let more = hidden > 0 ? ["    … … \"\(Count.of(hidden, "more column", "more columns"))\""] : []
    let body = columns.map { "    " + DiagramColumn(column: $0, table: table.change).line } + more
    return body.isEmpty ? ["  \(number)[\"\(title)\"]"] : ["  \(number)[\"\(title)\"] {"] + body + ["  }"]
  }

  /// In the server's order, those that matter most to a reviewer.
  private func columns(_ table: TableReport) -> [ColumnReport] {
    let ranks = table.columns.map { DiagramColumn(column: $0, table: table.change).rank }
    // A neighbour is there to show what refers to what.
    let limit = table.change == .none ? ranks.filter { $0 == 1 }.count : Self.mostColumns
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

/// A column's line in a diagram.
struct DiagramColumn {
  let column: ColumnReport
  let table: TableReport.Change

  /// Changed columns before keys before the rest.
  var rank: Int { remark != nil ? 0 : keys.isEmpty ? 2 : 1 }

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
