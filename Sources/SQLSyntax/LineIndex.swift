package import SchemagateModel

/// Finds the line and column of an offset in a text, for servers that report errors by offset.
package struct LineIndex: Sendable {
  private let source: SourceText
  private let bytes: [UInt8]

  /// An index into `source`; places are counted on from the source's own line and column.
  package init(_ source: SourceText) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  /// The place of a code point, counted from 1 as PostgreSQL's error position is; one beyond the end is the end's.
  package func location(ofCodePoint position: Int) -> TextPlace {
    var remaining = position
    let offset = bytes.firstIndex { byte in
      if byte & 0xC0 != 0x80 { remaining -= 1 }
      return remaining <= 0
    }
    return location(ofByte: offset ?? bytes.count)
  }

  /// The place of a UTF-8 byte, counted from 0 as SQLite's error offset is; one beyond the end is the end's.
  package func location(ofByte offset: Int) -> TextPlace {
    var line = source.line
    var column = source.column
    for byte in bytes.prefix(max(0, offset)) {
      if byte == Byte.newline {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return TextPlace(path: source.path, line: line, column: column)
  }
}

/// A place in a text; line and column (in code points) count from 1.
package struct TextPlace: Hashable, Sendable {
  /// `nil` for text that stands in no file.
  package let path: String?
  package let line: Int
  package let column: Int

  /// The place as the report has it; `nil` for text that stands in no file.
  package var sourceLocation: SourceLocation? {
    path.map { SourceLocation(path: $0, line: line, column: column) }
  }
}
