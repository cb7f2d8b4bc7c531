package import SchemagateModel

/// The tables that a branch changes and their neighbours, as reports show them.
package struct TableReporting {
  /// A table that everything refers to has hundreds of neighbours; nobody looks at more.
  private static let mostNeighbours = 200

  private let base: SchemaTables
  private let head: SchemaTables
  private let moves: ObjectMoves
  private let pairs: TablePairs
  private let shown: Set<Int>

  /// Empty where base's schema or head's wasn't built, or no table changes; sorted by name.
  static func reports(_ rehearsal: Rehearsal?) -> [TableReport] {
    guard let rehearsal, let changes = rehearsal.netChanges, !changes.isEmpty, let base = rehearsal.baseSchema,
      let head = rehearsal.headSchema
    else { return [] }
    return reports(changes, from: base, to: head)
  }

  /// The tables that `changes`, those from `base` to `head`, touch, and their neighbours; sorted by name.
  package static func reports(_ changes: [SchemaChange], from base: Schema, to head: Schema) -> [TableReport] {
    TableReporting(changes, from: base, to: head).reports
  }

  private init(_ changes: [SchemaChange], from base: Schema, to head: Schema) {
    (self.base, self.head) = (SchemaTables(base), SchemaTables(head))
    moves = ObjectMoves(changes)
    let pairs = TablePairs(base: self.base, head: self.head, changes: changes, moves: moves)
    let neighbours = pairs.neighbours(base: self.base, head: self.head)
      .sorted { Self.precedes(pairs.all[$0].name, pairs.all[$1].name) }
    self.pairs = pairs
    shown = pairs.changed.union(neighbours.prefix(Self.mostNeighbours))
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// A table that was dropped comes before one that took its name.
  private var reports: [TableReport] {
    let ordered = shown.sorted { one, other in
      let (left, right) = (pairs.all[one], pairs.all[other])
      return left.name == right.name ? left.head == nil : Self.precedes(left.name, right.name)
    }
    return ordered.map(report)
  }

  private func report(_ place: Int) -> TableReport {
    let pair = pairs.all[place]
    let isNeighbour = !pairs.changed.contains(place)
    let columns = TableColumns(pair, base: base, head: head, moves: moves).reports
    let references = references(of: pair)
    return TableReport(
      name: pair.name, renamedFrom: pair.formerName, change: isNeighbour ? .none : pair.change,
      columns: isNeighbour ? columns.filter(\.isKey) : columns,
      references: references.filter { !isNeighbour || $0.isShown }.map(\.report))
  }

  private struct Reference {
    let report: ReferenceReport
    /// Whether the table that it refers to is in the report.
    let isShown: Bool
  }

  /// Base's in their order, then those that only head has.
  private func references(of pair: TablePair) -> [Reference] {
    let old = pair.base.flatMap { base.foreignKeys[$0] } ?? []
    let new = pair.head.flatMap { head.foreignKeys[$0] } ?? []
    let kept = old.map { key in
      moves.ownName(key.object.identity).flatMap { name in new.first { $0.object.identity.name.last == name } }
    }
    let former = zip(old, kept).map { key, successor in
      guard let successor else { return reference(key, of: pair.base, in: base, .dropped) }
      return reference(successor, of: pair.head, in: head, moves.isChanged(key.object.identity) ? .altered : .none)
    }
    let known = Set(kept.compactMap { $0?.object.identity })
    return former
      + new.filter { !known.contains($0.object.identity) }.map { reference($0, of: pair.head, in: head, .added) }
  }

  private func reference(
    _ key: TableForeignKey, of table: [String]?, in side: SchemaTables, _ change: TableReport.Change
  ) -> Reference {
    let keys = side.keys(of: table ?? [])
    let isOptional = side.columns(of: table ?? []).contains {
      key.columns.contains($0.identity.name.last ?? "") && keys.isNullable($0)
    }
    let target = key.target.flatMap { change == .dropped ? pairs.byBase[$0] : pairs.byHead[$0] }
    return Reference(
      report: ReferenceReport(
        name: key.name, columns: key.columns, table: target.map { pairs.all[$0].name } ?? key.targetName,
        isOptional: isOptional, isUnique: keys.areUnique(key.columns), change: change),
      isShown: target.map(shown.contains) ?? false)
  }
}

extension TablePair {
  /// The change of a table that isn't as it was.
  fileprivate var change: TableReport.Change {
    if base == nil { return .added }
    return head == nil ? .dropped : .altered
  }
}

extension ColumnReport {
  fileprivate var isKey: Bool {
    [base, head].contains { $0.map { $0.isPrimaryKey || $0.isUnique || $0.isForeignKey } ?? false }
  }
}
