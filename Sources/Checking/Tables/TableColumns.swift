import SchemagateModel

/// The columns of one table at both sides.
struct TableColumns {
  private let base: [SchemaObject]
  private let head: [SchemaObject]
  private let baseKeys: TableKeys?
  private let headKeys: TableKeys?
  private let moves: ObjectMoves

  init(_ pair: TablePair, base: SchemaTables, head: SchemaTables, moves: ObjectMoves) {
    self.base = pair.base.map(base.columns) ?? []
    self.head = pair.head.map(head.columns) ?? []
    baseKeys = pair.base.map(base.keys)
    headKeys = pair.head.map(head.keys)
    self.moves = moves
  }

  /// In head's order; what only base has follows what it followed there.
  var reports: [ColumnReport] {
    var former: [String: SchemaObject] = [:]
    var gone: [String?: [SchemaObject]] = [:]
    var previous: String?
    let names = Set(head.compactMap(\.identity.name.last))
    for column in base {
      guard let name = moves.ownName(column.identity), names.contains(name) else {
        gone[previous, default: []].append(column)
        continue
      }
      former[name] = column
      previous = name
    }
    return (gone[nil] ?? []).map(dropped)
      + head.flatMap { column in
        let name = column.identity.name.last
        return [report(column, former: name.flatMap { former[$0] })] + (gone[name] ?? []).map(dropped)
      }
  }

  private func report(_ column: SchemaObject, former: SchemaObject?) -> ColumnReport {
    let name = column.identity.name.last ?? ""
    let formerName = former?.identity.name.last
    return ColumnReport(
      name: name, renamedFrom: formerName == name ? nil : formerName,
      base: former.flatMap { baseKeys?.shape(of: $0) }, head: headKeys?.shape(of: column))
  }

  private func dropped(_ column: SchemaObject) -> ColumnReport {
    ColumnReport(name: column.identity.name.last ?? "", base: baseKeys?.shape(of: column), head: nil)
  }
}
