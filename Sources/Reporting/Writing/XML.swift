/// One element of an XML 1.0 document. Whatever its texts hold, a reader finds them as text: what XML forbids or a
/// reader would not see is spelled out.
struct XML {
  private let name: String
  private let attributes: [(name: String, value: String)]
  private let text: String?
  private let children: [XML]

  /// An attribute without a value is left out.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], children: [XML]) {
    self.init(name, attributes, text: nil, children: children)
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil) {
    self.init(name, attributes, text: text, children: [])
  }

  private init(_ name: String, _ attributes: KeyValuePairs<String, String?>, text: String?, children: [XML]) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
    self.text = text
    self.children = children
  }

  /// The element as a document's only one.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + lines(indent: "") }

  private func lines(indent: String) -> String {
    let start =
      indent + "<" + name
      + attributes.map { " \($0.name)=\"\(Self.escaped($0.value, inAttribute: true))\"" }
      .joined()
    if let text { return start + ">" + Self.escaped(text, inAttribute: false) + "</\(name)>\n" }
    guard !children.isEmpty else { return start + "/>\n" }
    return start + ">\n" + children.map { $0.lines(indent: indent + "  ") }.joined() + indent + "</\(name)>\n"
  }

  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    text.replacing("\r\n", with: "\n").unicodeScalars.map { escaped($0, inAttribute: inAttribute) }.joined()
  }

  /// A bare line break in an attribute would be read as a space.
  private static func escaped(_ scalar: Unicode.Scalar, inAttribute: Bool) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"" where inAttribute: "&quot;"
    case "\n": inAttribute ? "&#10;" : "\n"
    case "\t": inAttribute ? "&#9;" : "\t"
    case _ where VisibleText.isHidden(scalar): "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: String(scalar)
    }
  }
}
