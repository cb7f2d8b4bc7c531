/// The elements that pages are made of.
extension HTML {
  /// Something that stays closed until a reader opens it.
  static func details(_ summary: HTML, _ body: [HTML], isOpen: Bool = false) -> HTML {
    let open: HTML = isOpen ? " open" : ""
    return "<details\(open)><summary>\(summary)</summary>\n\(joined(body.filter { !$0.isEmpty }))\n</details>"
  }

  /// Lines in the font of code; those of a `diff` are coloured by their first sign.
  static func block(_ lines: [String], isDiff: Bool = false) -> HTML {
    let pieces = lines.map { line -> HTML in
      let text: HTML = "\(line: line)\n"
      guard isDiff else { return text }
      if line.hasPrefix("+") { return "<span class=\"add\">\(text)</span>" }
      return line.hasPrefix("-") ? "<span class=\"del\">\(text)</span>" : text
    }
    return "<pre>\(joined(pieces, separator: ""))</pre>"
  }

  /// A list without numbers; nothing where there is no item.
  static func list(_ items: [HTML], of kind: HTML = "plain") -> HTML {
    guard !items.isEmpty else { return "" }
    return "<ul class=\"\(kind)\">\n\(joined(items.map { "<li>\($0)</li>" }))\n</ul>"
  }

  /// A table whose first column names the rows; columns without any value are left out. It scrolls by itself where the
  /// page is narrow.
  static func table(_ caption: HTML, _ titles: [HTML], _ rows: [[HTML]]) -> HTML {
    let shown = titles.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    let head = shown.map { "<th scope=\"col\">\(titles[$0])</th>" as HTML }
    let body = rows.map { cells -> HTML in
      "<tr>\(joined(shown.map { cell(cells[$0], isFirst: $0 == 0) }, separator: ""))</tr>"
    }
    return """
      <div class="scroll" role="region" aria-label="\(caption)" tabindex="0"><table>
      <caption class="hidden">\(caption)</caption>
      <thead><tr>\(joined(head, separator: ""))</tr></thead>
      <tbody>
      \(joined(body))
      </tbody></table></div>
      """
  }

  private static func cell(_ content: HTML, isFirst: Bool) -> HTML {
    isFirst ? "<th scope=\"row\">\(content)</th>" : "<td>\(content)</td>"
  }

  /// For ears only: what eyes see by a colour or a sign.
  static func hidden(_ words: HTML) -> HTML { "<span class=\"hidden\">\(words)</span>" }

  /// `… and 12 more`; nothing where nothing was left out.
  static func more(_ count: Int, _ one: String, _ many: String) -> HTML {
    count > 0 ? "<p class=\"more\">… and \(text: Count.of(count, "more \(one)", "more \(many)"))</p>" : ""
  }
}

extension HTML.Interpolation {
  /// One line of a block: longer than prose may be, and never wrapped by us.
  mutating func appendInterpolation(line: String) { appendLiteral(HTMLEscape.text(line, limit: 4000)) }
}
