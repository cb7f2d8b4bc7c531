import SchemagateModel

/// A table as a box: its name, then the columns that matter here.
struct DiagramBox {
  let table: TableReport
  let rows: [Row]
  /// Columns that the box has no room for.
  let hidden: Int
  let width: Int
  let height: Int

  struct Row {
    let column: ColumnReport
    let sign: ChangeSign
    let key: HTML
    let name: String
    let type: String
  }

  static let header = 30
  static let row = 22
  private static let nameLength = 30
  private static let typeLength = 24
  /// Where a row's name begins: after the sign and the key.
  static let nameStart = 48

  /// `linked` are the columns at which lines end: they are always shown; unchanged ones up to `most` columns.
  init(_ table: TableReport, linked: Set<String>, most: Int) {
    self.table = table
    let rows = table.columns.map(Self.row)
    let kept = Self.kept(rows, of: table, linked: linked, most: most)
    self.rows = kept
    hidden = rows.count - kept.count
    let widest = kept.map { TextWidth.of($0.name) + TextWidth.of($0.type) + Self.nameStart + 28 }.max() ?? 0
    let sign = table.change == .none ? 0 : 22
    let more = hidden > 0 ? TextWidth.of(Self.more(hidden)) + Self.nameStart + 14 : 0
    width = max(150, widest, more, TextWidth.of(Self.title(of: table)) * 11 / 10 + 24 + sign)
    height = Self.header + (kept.count + (hidden > 0 ? 1 : 0)) * Self.row + 6
  }

  var title: String { Self.title(of: table) }
  var sign: ChangeSign { ChangeSign(table.change) }

  /// The middle of a column's row, from the box's top; of the header where the column isn't shown.
  func port(of column: String?) -> Int {
    guard let column, let index = rows.firstIndex(where: { $0.column.name == column }) else { return Self.header / 2 }
    return Self.header + index * Self.row + Self.row / 2
  }

  /// Where lines to this table end: at its primary key.
  var target: Int { port(of: rows.first { ($0.column.head ?? $0.column.base)?.isPrimaryKey ?? false }?.column.name) }

  /// A row's words for the columns that the box has no room for.
  static func more(_ count: Int) -> String { "… \(Count.of(count, "more column", "more columns"))" }

  private static func title(of table: TableReport) -> String { VisibleText.line(table.name, limit: 44) }

  private static func row(_ column: ColumnReport) -> Row {
    let shape = column.head ?? column.base
    let key: HTML =
      shape?.isPrimaryKey == true ? "PK" : shape?.isForeignKey == true ? "FK" : shape?.isUnique == true ? "UQ" : ""
    return Row(
      column: column, sign: ChangeSign(column), key: key, name: VisibleText.line(column.name, limit: nameLength),
      type: VisibleText.line(shape?.type ?? "", limit: typeLength))
  }

  /// Of a neighbour, the keys that the lines need; of a changed table, as many columns as there is room for.
  private static func kept(_ rows: [Row], of table: TableReport, linked: Set<String>, most: Int) -> [Row] {
    func isNeeded(_ row: Row) -> Bool { row.sign != .none || row.key == "PK" || linked.contains(row.column.name) }
    let needed = rows.filter(isNeeded)
    let room = table.change == .none ? 0 : max(0, most - needed.count)
    var free = room
    let shown = rows.filter { row in
      if isNeeded(row) { return true }
      free -= 1
      return free >= 0
    }
    return Array(shown.prefix(40))
  }
}

/// How wide a text is in the diagram's font, in which every letter is as wide as the next.
enum TextWidth {
  static func of(_ text: String) -> Int {
    let cells = text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
    return (cells * 73 + 9) / 10
  }
}
