/// The comment lines at the top of a file, set apart by an empty line, which hold directives for the whole file
/// (sql/migrate/dir.go, `LocalFile.comments`, `directive`).
struct AtlasHeader {
  private let lines: [Substring]

  init(_ text: String) {
    let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let comments = all.prefix { $0.hasPrefix("--") || $0.hasPrefix("#") }
    let next = all.dropFirst(comments.count).first
    lines = next.map { $0.trimmed.isEmpty } ?? true ? Array(comments) : []
  }

  /// What stands behind `atlas:name` in each of the lines; empty where nothing does.
  func values(_ name: String) -> [String] {
    lines.compactMap { Self.directive($0, named: name) }
  }

  /// The directive in the first line of `text`.
  static func directive(_ text: some StringProtocol, named name: String) -> String? {
    let line = text.prefix { !$0.isNewline }
    guard let match = String(line).firstMatch(of: /^[ -~]*?atlas:(\w+)(?: +(.+))?/), match.output.1 == name else {
      return nil
    }
    return match.output.2.map { $0.trimmed } ?? ""
  }
}
