import SchemagateModel

/// A column on both sides: type, nullability, default, keys, and whatever else differs.
struct SideColumn {
  let column: ColumnReport
  /// What the changes say of it beyond its shape.
  let others: [ChangeReport.AttributeReport]

  /// What a shape holds already.
  static let shaped: Set<Attribute> = [.type, .nullable, .default]

  var sign: ChangeSign {
    let sign = ChangeSign(column)
    return sign == .none && !others.isEmpty ? .altered : sign
  }

  var row: SideRow {
    let former: HTML = column.renamedFrom.map { " <span class=\"faint\">was \(code: $0)</span>" } ?? ""
    return SideRow(
      title: "\(code: column.name)\(former)", sign: sign,
      base: side(column.base, other: column.head, style: "del", others.map(\.base)),
      head: side(column.head, other: column.base, style: "ins", others.map(\.head)))
  }

  private func side(_ shape: ColumnReport.Shape?, other: ColumnReport.Shape?, style: HTML, _ values: [String?]) -> HTML
  {
    guard let shape else { return SideRow.absent }
    let pieces = zip(Self.pieces(shape), other.map(Self.pieces) ?? Self.pieces(shape)).compactMap {
      own, other -> HTML? in
      guard !own.isEmpty else { return nil }
      return own == other ? own : "<\(style)>\(own)</\(style)>"
    }
    let extra = zip(others, values).compactMap { attribute, value -> HTML? in
      value.map { "<\(style)>\(text: attribute.name.rawValue) \(code: $0)</\(style)>" }
    }
    return HTML.joined(pieces + extra, separator: " ")
  }

  /// Always as many, so that both sides' pieces can be compared; an empty one says nothing.
  private static func pieces(_ shape: ColumnReport.Shape) -> [HTML] {
    [
      "\(code: shape.type)", shape.nullable ? "null" : "not null", shape.default.map { "default \(code: $0)" } ?? "",
      shape.isPrimaryKey ? "<abbr title=\"primary key\">PK</abbr>" : "",
      shape.isForeignKey ? "<abbr title=\"foreign key\">FK</abbr>" : "",
      shape.isUnique && !shape.isPrimaryKey ? "<abbr title=\"unique\">UQ</abbr>" : "",
    ]
  }
}
