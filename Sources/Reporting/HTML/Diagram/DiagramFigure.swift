import SchemagateModel

/// The changed tables and their neighbours as a picture, with its legend and its text for who doesn't see it.
struct DiagramFigure {
  let tables: [TableReport]
  let anchor: HTML

  var html: HTML {
    guard tables.contains(where: { $0.change != .none }) else { return "" }
    let selection = DiagramSelection(tables)
    let sheet = DiagramSheet(selection.tables)
    return """
      <figure>
      <div class="scroll sheet" role="region" aria-label="Diagram" tabindex="0">
      \(svg(sheet))
      </div>
      <figcaption>\(legend)\(leftOut(selection))</figcaption>
      </figure>
      """
  }

  private func svg(_ sheet: DiagramSheet) -> HTML {
    """
    <svg width="\(raw: sheet.width)" height="\(raw: sheet.height)" \
    viewBox="0 0 \(raw: sheet.width) \(raw: sheet.height)" role="img" \
    aria-labelledby="\(anchor)-svg-title \(anchor)-svg-desc">
    <title id="\(anchor)-svg-title">The changed tables and their neighbours</title>
    <desc id="\(anchor)-svg-desc">\(description(sheet))</desc>
    \(HTML.joined(lines(sheet)))
    \(HTML.joined(boxes(sheet)))
    </svg>
    """
  }

  private func description(_ sheet: DiagramSheet) -> HTML {
    let tables = sheet.graph.boxes.map { "\(text: $0.title) \($0.sign.word)" as HTML }
    let links = sheet.graph.links.map { link -> HTML in
      "\(text: sheet.graph.boxes[link.child].title) refers to \(text: sheet.graph.boxes[link.parent].title)"
    }
    return "\(HTML.joined(tables + links, separator: "; "))."
  }

  private func lines(_ sheet: DiagramSheet) -> [HTML] {
    sheet.graph.links.enumerated().compactMap { index, link in
      guard let layout = sheet.layouts.first(where: { $0.places[link.child] != nil }),
        let child = layout.places[link.child], let parent = layout.places[link.parent]
      else { return nil }
      let goesRight = parent.left > child.left
      let bends = (layout.bends[index] ?? []).sorted { goesRight ? $0.left < $1.left : $0.left > $1.left }
      return DiagramLine(link: link, graph: sheet.graph, child: child, parent: parent, bends: bends).html
    }
  }

  private func boxes(_ sheet: DiagramSheet) -> [HTML] {
    sheet.graph.boxes.enumerated().compactMap { index, box in
      sheet.layouts.lazy.compactMap { $0.places[index] }.first.map { DiagramBoxDrawing(box: box, place: $0).html }
    }
  }

  private var legend: HTML {
    """
    <span class="key"><span class="sign add">+</span> added</span> \
    <span class="key"><span class="sign del">−</span> dropped</span> \
    <span class="key"><span class="sign alt">~</span> changed</span> \
    <span class="key">A line is a foreign key: its fork stands at the many rows, its bar at the one, its ring where \
    there may be none.</span>
    """
  }

  private func leftOut(_ selection: DiagramSelection) -> HTML {
    let changed = selection.changedLeftOut
    let neighbours = selection.neighboursLeftOut
    guard changed + neighbours > 0 else { return "" }
    let parts = [
      changed > 0 ? Count.of(changed, "changed table", "changed tables") : nil,
      neighbours > 0 ? Count.of(neighbours, "neighbour", "neighbours") : nil,
    ].compactMap { $0 }
    return
      "<p>Left out of the picture: \(text: parts.joined(separator: " and ")). Side by side, below, are all that changed.</p>"
  }
}
