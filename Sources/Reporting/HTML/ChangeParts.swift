import SchemagateModel

/// The net changes: drawn, side by side, and as a list.
struct ChangeParts {
  let target: TargetReport
  let anchor: HTML

  private static let open = 40
  private static let most = 1000
  private static let comparisons = 200

  var diagram: PagePart {
    PagePart("diagram", "Diagram", [DiagramFigure(tables: target.tables, anchor: anchor).html])
  }

  var comparison: PagePart {
    let all = SchemaComparison.all(of: target)
    let shown = all.prefix(Self.comparisons).enumerated().map { index, comparison in
      comparison.html(isOpen: index < 8)
    }
    return PagePart(
      "sides", "Side by side", count: all.count,
      shown + [HTML.more(all.count - Self.comparisons, "object", "objects")])
  }

  var list: PagePart {
    let groups = ChangeGroup.groups(target.changes)
    guard !groups.isEmpty else { return PagePart("changes", "Schema changes", []) }
    let rest = groups.dropFirst(Self.open).prefix(Self.most)
    let folded =
      rest.isEmpty ? "" : HTML.details("\(text: Count.of(rest.count, "more", "more"))", [table(Array(rest))])
    return PagePart(
      "changes", "Schema changes", count: groups.count,
      [
        table(Array(groups.prefix(Self.open))), folded,
        HTML.more(groups.count - Self.open - Self.most, "change", "changes"), diff,
      ])
  }

  private func table(_ groups: [ChangeGroup]) -> HTML {
    HTML.table(
      "Schema changes", ["Object", "Change", "What", "Consequence", "Declared", "Migration"], groups.map(row))
  }

  private func row(_ group: ChangeGroup) -> [HTML] {
    let change = group.change
    let on: HTML = change.on.map { " on \(code: $0)" } ?? ""
    let renamed: HTML = change.to.map { " to \(code: $0)" } ?? ""
    let makers = change.migrations.prefix(3).map { "\(code: $0.rawValue)" as HTML }
    let more: [HTML] = change.migrations.count > 3 ? ["\(change.migrations.count - 3) more"] : []
    return [
      "\(code: change.name)\(on)\(renamed)",
      "<span class=\"nowrap\">\(ChangeSign(change.verb).html)\(text: change.verb.rawValue) \(text: change.kind.rawValue)</span>",
      ChangeWords.differences(of: group), ChangeWords.consequence(change.consequence),
      change.declared ? "declared" : "", HTML.joined(makers + more, separator: "<br>"),
    ]
  }

  private var diff: HTML {
    let lines = DiffText.lines(target.changes)
    guard !lines.isEmpty else { return "" }
    let limit = 2000
    let more = lines.count > limit ? ["  … \(Count.of(lines.count - limit, "more line", "more lines"))"] : []
    return HTML.details("As a diff", [HTML.block(lines.prefix(limit) + more, isDiff: true)])
  }
}
