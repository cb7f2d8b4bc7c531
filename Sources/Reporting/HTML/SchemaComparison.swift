import SchemagateModel

/// One object at base and at head, a table with everything that belongs to it.
struct SchemaComparison {
  let kind: ObjectKind
  let name: String
  let sign: ChangeSign
  let table: TableReport?
  let changes: [ChangeReport]

  private static let rows = 200

  /// The changed tables first, then tables that only the changes know, then what stands by itself.
  static func all(of target: TargetReport) -> [SchemaComparison] {
    let byTable = Dictionary(grouping: target.changes.filter { $0.tableName != nil }) { $0.tableName ?? "" }
    let tables = target.tables.filter { $0.change != .none }.map { table -> SchemaComparison in
      let names = [table.name] + [table.renamedFrom].compactMap { $0 }.filter { $0 != table.name }
      return SchemaComparison(
        kind: .table, name: table.name, sign: ChangeSign(table.change), table: table,
        changes: names.flatMap { byTable[$0] ?? [] })
    }
    let told = Set(target.tables.filter { $0.change != .none }.flatMap { [$0.name, $0.renamedFrom ?? $0.name] })
    var seen: Set<String> = []
    let rest = target.changes.compactMap { change -> SchemaComparison? in
      guard let table = change.tableName else { return SchemaComparison(change) }
      guard !told.contains(table), seen.insert(table).inserted else { return nil }
      return SchemaComparison(table, byTable[table] ?? [])
    }
    return tables + rest
  }

  private init(kind: ObjectKind, name: String, sign: ChangeSign, table: TableReport?, changes: [ChangeReport]) {
    self.kind = kind
    self.name = name
    self.sign = sign
    self.table = table
    self.changes = changes
  }

  private init(_ change: ChangeReport) {
    self.init(kind: change.kind, name: change.name, sign: ChangeSign(change.verb), table: nil, changes: [change])
  }

  /// A table of which nothing is known but its changes.
  private init(_ table: String, _ changes: [ChangeReport]) {
    let own = changes.first { $0.name == table && $0.on == nil }
    self.init(
      kind: own?.kind ?? .table, name: table, sign: own.map { ChangeSign($0.verb) } ?? .altered, table: nil,
      changes: changes)
  }

  func html(isOpen: Bool) -> HTML {
    let worst = changes.map(\.consequence).max() ?? .harmless
    let former: HTML = table?.renamedFrom.map { " <span class=\"faint\">was \(code: $0)</span>" } ?? ""
    let title: HTML =
      "<h4>\(sign.html)\(text: kind.rawValue) \(code: name)\(former) \(ChangeWords.consequence(worst))</h4>"
    let caption: HTML = "\(text: kind.rawValue) \(text: name) at base and at head"
    return HTML.details(title, [SideTable(caption: caption, groups: groups).html], isOpen: isOpen)
  }

  private var groups: [SideGroup] { [columns, own, references, parts] }

  /// Unchanged columns of a wide table are left out before any changed one is.
  private var columns: SideGroup {
    let details = Dictionary(grouping: changes.filter { $0.kind == .column }) {
      DottedName.lastPart(of: $0.to ?? $0.name)
    }
    let all = (table?.columns ?? []).map { column in
      SideColumn(
        column: column,
        others: (details[column.name] ?? []).filter { $0.verb == .alter || $0.verb == .rename }
          .flatMap(\.differences).filter { !SideColumn.shaped.contains($0.name) })
    }
    let changed = all.filter { $0.sign != .none }.count
    var room = max(0, 60 - changed)
    let shown = all.filter { column in
      if column.sign != .none { return true }
      room -= 1
      return room >= 0
    }.prefix(Self.rows)
    return SideGroup(title: "Columns", rows: shown.map(\.row), leftOut: all.count - shown.count)
  }

  /// What changed of the object itself.
  private var own: SideGroup {
    let own = changes.filter { $0.name == name || $0.to == name }.filter { $0.kind == kind || $0.kind.family == .table }
    let rows = own.filter { table == nil || $0.verb == .alter }.flatMap(SideChange.rows)
    return SideGroup(title: "\(text: kind.rawValue)", rows: rows)
  }

  /// Foreign keys that no change speaks of.
  private var references: SideGroup {
    let spoken = changes.contains { $0.kind == .foreignKey }
    let shown = (table?.references ?? []).filter { $0.change == .none || !spoken }
    return SideGroup(
      title: "Foreign keys", rows: shown.prefix(Self.rows).map(Self.row), leftOut: max(0, shown.count - Self.rows))
  }

  private static func row(_ reference: ReferenceReport) -> SideRow {
    let words: HTML = "\(code: reference.columns.joined(separator: ", ")) → \(code: reference.table)"
    let sign = ChangeSign(reference.change)
    return SideRow(
      title: reference.name.map { "\(code: $0)" } ?? "foreign key", sign: sign,
      base: sign == .added ? SideRow.absent : words, head: sign == .dropped ? SideRow.absent : words)
  }

  /// Constraints, triggers, policies, and columns where the table itself isn't known.
  private var parts: SideGroup {
    let parts = changes.filter { change in
      !(change.name == name || change.to == name) && (table == nil || change.kind != .column)
    }
    let rows = parts.prefix(Self.rows).map(SideChange.row)
    return SideGroup(title: "What belongs to it", rows: rows, leftOut: max(0, parts.count - Self.rows))
  }
}
