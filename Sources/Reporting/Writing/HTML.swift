/// HTML that is safe to open. Its literals are ours; text from elsewhere only gets in through the labelled
/// interpolations, which escape it: there is no interpolation of a plain string.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  fileprivate(set) var source: String

  init(stringLiteral value: String) { source = value }
  init(stringInterpolation interpolation: Interpolation) { source = interpolation.source }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: String) { source += literal }
    mutating func appendInterpolation(_ other: HTML) { source += other.source }
    /// A number for readers, its digits in groups.
    mutating func appendInterpolation(_ number: Int) { source += Count.grouped(number) }
    /// A number for the browser: a coordinate, a part of an id.
    mutating func appendInterpolation(raw number: Int) { source += String(number) }
    /// One line of text, in an element or between the double quotes of an attribute.
    mutating func appendInterpolation(text: String) { source += HTMLEscape.text(text) }
    /// A name or a piece of SQL.
    mutating func appendInterpolation(code: String) { source += HTMLEscape.code(code) }
    /// A sentence in which backquotes mark names.
    mutating func appendInterpolation(sentence: String) { source += HTMLEscape.sentence(sentence) }
  }

  /// Text that is ours though it is no literal, such as the style sheet.
  init(ours source: String) { self.source = source }

  var isEmpty: Bool { source.isEmpty }

  /// Several pieces with `separator` between them.
  static func joined(_ parts: some Sequence<HTML>, separator: HTML = "\n") -> HTML {
    var result: HTML = ""
    result.source = parts.lazy.map(\.source).joined(separator: separator.source)
    return result
  }

  /// A link where there is a page, else the label alone. `url` must come from `SourceLink`, which encodes it.
  static func link(_ label: HTML, _ url: String?) -> HTML {
    guard let url else { return label }
    return "<a href=\"\(text: url)\">\(label)</a>"
  }
}
