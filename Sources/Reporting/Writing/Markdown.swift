/// Markdown that is safe to post. Its literals are ours; text from elsewhere only gets in through `\(text:)` and
/// `\(code:)`, which escape it: there is no interpolation of a plain string.
package struct Markdown: Hashable, Sendable, ExpressibleByStringInterpolation {
  package private(set) var source: String

  package init(stringLiteral value: String) { source = value }
  package init(stringInterpolation interpolation: Interpolation) { source = interpolation.source }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { source += literal }
    package mutating func appendInterpolation(_ other: Markdown) { source += other.source }
    package mutating func appendInterpolation(_ number: Int) { source += Count.grouped(number) }
    /// Prose: one line, nothing in it acts as Markdown, HTML, a mention or a reference.
    package mutating func appendInterpolation(text: String) { source += MarkdownEscape.text(text) }
    /// A name or a piece of SQL: inline code.
    package mutating func appendInterpolation(code: String) { source += MarkdownEscape.code(code) }
    /// A sentence in which backquotes mark names.
    package mutating func appendInterpolation(sentence: String) { source += MarkdownEscape.sentence(sentence) }
    /// For `<summary>`, where Markdown isn't read: HTML.
    package mutating func appendInterpolation(html: String) { source += MarkdownEscape.html(html) }
  }

  /// Several pieces with `separator` between them.
  static func joined(_ parts: [Markdown], separator: Markdown) -> Markdown {
    var result: Markdown = ""
    result.source = parts.map(\.source).joined(separator: separator.source)
    return result
  }

  /// A link where there is a page, else the label alone. `url` must come from `SourceLink`, which encodes it.
  static func link(_ label: Markdown, _ url: String?) -> Markdown {
    guard let url else { return label }
    var result = label
    result.source = "[\(label.source)](\(url))"
    return result
  }

  /// A fenced block; the fence is longer than any run of backquotes inside.
  static func fence(_ lines: [String], language: Markdown = "") -> Markdown {
    let visible = lines.flatMap { VisibleText.block($0, lines: 400) }
    let longest = visible.map { MarkdownEscape.longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    // GitLab looks for commands (`/close`) outside of fences, and takes any three backquotes for a fence's end.
    let harmless = longest < 3 ? visible : visible.map { $0.hasPrefix("/") ? " " + $0 : $0 }
    var result: Markdown = ""
    result.source = ([fence + language.source] + harmless + [fence]).joined(separator: "\n")
    return result
  }

  /// Something that stays closed until a reader opens it.
  static func details(_ summary: Markdown, _ body: [Markdown]) -> Markdown {
    "<details><summary>\(summary)</summary>\n\n\(joined(body.filter { !$0.source.isEmpty }, separator: "\n\n"))\n\n</details>"
  }

  /// A table whose cells can't break out; columns without any value are left out.
  static func table(_ titles: [Markdown], _ rows: [[Markdown]]) -> Markdown {
    let shown = titles.indices.filter { column in rows.contains { !$0[column].source.isEmpty } }
    let lines = [titles, titles.map { _ in "---" }] + rows
    return joined(
      lines.map { cells in "| \(joined(shown.map { cells[$0].asCell }, separator: " | ")) |" }, separator: "\n")
  }

  private var asCell: Markdown {
    var cell = self
    cell.source = source.replacing("\n", with: " ").replacing("|", with: "&#124;")
    return cell
  }
}
