import SchemagateModel

/// Texts as SARIF wants them.
enum SARIFText {
  /// The name that stands for the repository's root.
  static let root = "%SRCROOT%"

  /// A plain-text message: brackets would begin a link, and a number in braces would be a placeholder (3.11.5, 3.11.6).
  static func message(_ text: String, limit: Int = 8000) -> JSONValue {
    let lines = VisibleText.block(text, lines: 60, width: 1000).joined(separator: "\n")
    let cut = lines.count > limit ? lines.prefix(limit - 1) + "…" : lines
    let escaped = cut.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    return .record([("text", .text(escaped.replacing(/\{(\d+)\}/) { "{{\($0.1)}}" }))])
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .notice: "note"
    }
  }

  /// A rule's name where it stands for the rule.
  static func id(_ rule: String) -> String { VisibleText.line(rule, limit: 200) }
}
