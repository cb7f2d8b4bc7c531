import SchemagateModel

/// Counts lines and columns forward through a text, so that all its pieces together cost one pass.
struct PlaceWalker {
  private let source: SourceText
  private let bytes: [UInt8]
  private var offset = 0
  private var line: Int
  private var column: Int

  init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
    line = source.line
    column = source.column
  }

  /// The text at `range`, which must not begin before an earlier one.
  mutating func text(_ range: Range<Int>) -> SourceText {
    advance(to: range.lowerBound)
    let text = String(decoding: bytes[range], as: UTF8.self)
    return SourceText(path: source.path, line: line, column: column, text: text)
  }

  private mutating func advance(to end: Int) {
    while offset < end {
      if bytes[offset] == Byte.newline {
        line += 1
        column = 1
      } else if bytes[offset] & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
  }
}
