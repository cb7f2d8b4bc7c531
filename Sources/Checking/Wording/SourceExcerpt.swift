import SchemagateModel

/// The lines of a script around the place of an error, with a caret under it.
struct SourceExcerpt {
  private let lines: [(number: Int, text: String)]
  private let index: Int
  private let column: Int?

  private static let width = 140

  /// `nil` where the place isn't in any of the texts.
  init?(_ location: SourceLocation, statement: String?, in pieces: [SourceText]) {
    guard let line = location.line else { return nil }
    for piece in pieces where piece.path == location.path {
      let texts = piece.text.split(separator: "\n", omittingEmptySubsequences: false)
      let index = line - piece.line
      guard texts.indices.contains(index), let own = Self.lines(of: statement, in: piece.text, or: index) else {
        continue
      }
      let shown = max(own.lowerBound, index - 3)...max(index, min(own.upperBound, index + 2))
      lines = shown.filter(texts.indices.contains).map { ($0 + piece.line, String(texts[$0])) }
      self.index = index - shown.lowerBound
      let column = location.column.map { index == 0 ? $0 - piece.column + 1 : $0 }
      self.column = Self.isStart(column, of: texts[index]) && index == own.lowerBound ? nil : column
      return
    }
    return nil
  }

  /// Which lines of a text a statement takes; `nil` where it isn't part of the text. One that isn't known takes `line`.
  private static func lines(of statement: String?, in text: String, or line: Int) -> ClosedRange<Int>? {
    guard let statement, !statement.isEmpty else { return line...line }
    guard let range = text.firstRange(of: statement) else { return nil }
    let first = text[..<range.lowerBound].count { $0 == "\n" }
    return first...(first + statement.count { $0 == "\n" })
  }

  private static func isStart(_ column: Int?, of line: Substring) -> Bool {
    guard let column else { return true }
    return column - 1 <= line.prefix(while: \.isWhitespace).unicodeScalars.count
  }

  var text: String {
    let gutter = lines.map { String($0.number).count }.max() ?? 1
    return lines.enumerated().flatMap { offset, line -> [String] in
      let number = String(line.number)
      let margin = String(repeating: " ", count: gutter - number.count) + number + " | "
      let (shown, caret) = window(line.text, at: offset == index ? column : nil)
      let mark = caret.map { String(repeating: " ", count: gutter) + " | " + String(repeating: " ", count: $0) + "^" }
      return [margin + shown] + (mark.map { [$0] } ?? [])
    }.joined(separator: "\n")
  }

  /// A long line is cut around the caret, so that it stays under what it points at.
  private func window(_ line: String, at column: Int?) -> (String, caret: Int?) {
    let scalars = Array(line.unicodeScalars)
    let place = column.map { min(max($0 - 1, 0), scalars.count) }
    let first = scalars.count <= Self.width ? 0 : max(0, (place ?? 0) - Self.width / 2)
    let last = min(scalars.count, first + Self.width)
    let shown = (first > 0 ? "…" : "") + Self.text(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    let caret = place.map { (first > 0 ? 1 : 0) + Self.text(scalars[first..<$0]).unicodeScalars.count }
    return (shown, caret)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).replacing("\t", with: "  ").replacing("\r", with: "")
  }
}
