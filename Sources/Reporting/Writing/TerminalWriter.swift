/// Lines for a terminal. Foreign text loses everything that a terminal would obey; our own colours are used only where
/// the reader wants them.
struct TerminalWriter {
  let color: Bool
  private(set) var lines: [String] = []

  enum Style: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case bad = "1;31"
    case good = "32"
    case doubtful = "33"
  }

  init(color: Bool) { self.color = color }

  var text: String { lines.map { LogText.inert($0) + "\n" }.joined() }

  mutating func line(_ parts: (String, Style)..., indent: Int = 0) {
    let words = parts.map { styled(VisibleText.line($0, limit: 600), $1) }.joined()
    lines.append(String(repeating: " ", count: indent) + words)
  }

  mutating func blank() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Several lines, each behind a bar.
  mutating func quote(_ text: String, indent: Int, limit: Int = 40) {
    for line in VisibleText.block(text, lines: limit) {
      lines.append(String(repeating: " ", count: indent) + styled("|", .faint) + (line.isEmpty ? "" : " " + line))
    }
  }

  /// Columns of equal width; a column without any value is left out.
  mutating func table(_ rows: [[String]], indent: Int) {
    let cells = rows.map { $0.map { VisibleText.line($0, limit: 60) } }
    let widths = (cells.first ?? []).indices.map { column in cells.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    for row in cells {
      let padded = zip(row, widths).filter { $0.1 > 0 }.map { cell, width in
        cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
      }
      let line = padded.joined(separator: "  ")
      lines.append(String(repeating: " ", count: indent) + line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    color && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
