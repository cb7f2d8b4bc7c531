import SchemagateModel

/// A table's box at its place.
struct DiagramBoxDrawing {
  let box: DiagramBox
  let place: DiagramLayout.Place

  var html: HTML {
    """
    <g class="box \(box.sign.style)">
    <rect class="paper" x="\(raw: place.x)" y="\(raw: place.y)" width="\(raw: box.width)" height="\(raw: box.height)" rx="6"/>
    <path class="top" d="M\(raw: place.x) \(raw: place.y + DiagramBox.header) v\(raw: 6 - DiagramBox.header) \
    a6 6 0 0 1 6 -6 h\(raw: box.width - 12) a6 6 0 0 1 6 6 v\(raw: DiagramBox.header - 6) z"/>
    \(title)
    \(HTML.joined(box.rows.enumerated().map { row($1, at: $0) } + hidden))
    <rect class="frame" x="\(raw: place.x)" y="\(raw: place.y)" width="\(raw: box.width)" height="\(raw: box.height)" rx="6"/>
    </g>
    """
  }

  private var title: HTML {
    let sign: HTML =
      box.sign == .none
      ? ""
      : "<text class=\"sign\" x=\"\(raw: place.x + 12)\" y=\"\(raw: place.y + 20)\">\(box.sign.symbol)</text>"
    let start = place.x + (box.sign == .none ? 12 : 30)
    return "\(sign)<text class=\"name\" x=\"\(raw: start)\" y=\"\(raw: place.y + 20)\">\(text: box.title)</text>"
  }

  private func row(_ row: DiagramBox.Row, at index: Int) -> HTML {
    let top = place.y + DiagramBox.header + index * DiagramBox.row
    let baseline = top + 15
    let band: HTML =
      row.sign == .none
      ? ""
      : """
      <rect class="band" x="\(raw: place.x)" y="\(raw: top)" width="\(raw: box.width)" height="\(raw: DiagramBox.row)"/>\
      <text class="sign" x="\(raw: place.x + 8)" y="\(raw: baseline)">\(row.sign.symbol)</text>
      """
    return """
      <g class="row \(row.sign.style)">\(tooltip(row))\(band)\
      <text class="key" x="\(raw: place.x + 22)" y="\(raw: baseline)">\(row.key)</text>\
      <text x="\(raw: place.x + DiagramBox.nameStart)" y="\(raw: baseline)">\(text: row.name)</text>\
      <text class="type" x="\(raw: place.x + box.width - 10)" y="\(raw: baseline)" text-anchor="end">\(text: row.type)</text></g>
      """
  }

  /// The whole of what the row may have cut, and both sides of what changed.
  private func tooltip(_ row: DiagramBox.Row) -> HTML {
    let (base, head) = (row.column.base?.type, row.column.head?.type)
    let types = [base, head == base ? nil : head].compactMap { $0 }.joined(separator: " → ")
    let word: HTML = row.sign == .none ? "" : " (\(row.sign.word))"
    return "<title>\(text: row.column.name) \(text: types)\(word)</title>"
  }

  private var hidden: [HTML] {
    guard box.hidden > 0 else { return [] }
    let y = place.y + DiagramBox.header + box.rows.count * DiagramBox.row + 15
    return [
      "<text class=\"type\" x=\"\(raw: place.x + DiagramBox.nameStart)\" y=\"\(raw: y)\">\(text: DiagramBox.more(box.hidden))</text>"
    ]
  }
}
