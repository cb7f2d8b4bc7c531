/// The way through the page: each target and its parts.
struct PageContents {
  let targets: [TargetSection]

  private static let most = 60

  var html: HTML {
    guard !targets.isEmpty else { return "" }
    let items = targets.prefix(Self.most).map(item)
    return """
      <nav aria-label="Contents">
      \(HTML.list(items, of: "contents"))
      \(HTML.more(targets.count - Self.most, "target", "targets"))
      </nav>
      """
  }

  /// The parts are listed where the targets are few; with many, their names alone are what one looks for.
  private func item(_ section: TargetSection) -> HTML {
    let parts = section.parts.map { part -> HTML in
      "<a href=\"#\(section.anchor)-\(part.anchor)\">\(part.title)</a>\(count(part))"
    }
    let inner = targets.count <= 8 ? HTML.list(parts, of: "parts") : ""
    return "<a class=\"target\" href=\"#\(section.anchor)\">\(section.mark) \(text: section.target.name)</a>\(inner)"
  }

  private func count(_ part: PagePart) -> HTML {
    part.count.map { " <span class=\"count\">\($0)</span>" } ?? ""
  }
}

/// A titled part of a target's section.
struct PagePart {
  /// The end of its id; letters only.
  let anchor: HTML
  let title: HTML
  /// How many there are of what it shows.
  let count: Int?
  let body: [HTML]

  init(_ anchor: HTML, _ title: HTML, count: Int? = nil, _ body: [HTML]) {
    self.anchor = anchor
    self.title = title
    self.count = count
    self.body = body.filter { !$0.isEmpty }
  }

  /// As a section with its heading; `prefix` is the target's anchor.
  func html(in prefix: HTML) -> HTML {
    let id: HTML = "\(prefix)-\(anchor)"
    let number: HTML = count.map { " <span class=\"count\">\($0)</span>" } ?? ""
    return """
      <section class="part" aria-labelledby="\(id)">
      <h3 id="\(id)">\(title)\(number)</h3>
      \(HTML.joined(body))
      </section>
      """
  }
}
