import SchemagateModel

/// A line on access as each format shows it; what no server was asked says so.
enum AccessText {
  static func markdown(_ line: AccessReport) -> Markdown {
    "- 🔑 \(sentence: Spoken.opening(line.words))\(text: untried(line))"
  }

  static func plain(_ line: AccessReport) -> String { Spoken.plain(line.words) + untried(line) }

  private static func untried(_ line: AccessReport) -> String {
    line.proved ? "" : " (from the catalogue, not tried)"
  }
}
