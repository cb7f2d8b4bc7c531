import SQLSyntax
import SchemagateModel

/// A `COPY … FROM STDIN` with its data below it, as tools that split files send it: statement first, then the data.
struct CopyText {
  let statement: String
  let data: [UInt8]

  /// `nil` for any other text.
  init?(_ text: SourceText) {
    guard Self.beginsWithCopy(text.text) else { return nil }
    let statements = SQLSplitter(dialect: .postgresql).statements(of: text)
    guard statements.count == 1, let copy = statements.first, copy.text.utf8.suffix(2).elementsEqual("\\.".utf8) else {
      return nil
    }
    let whole = Array(text.text.utf8)
    guard let semicolon = Self.endOfStatement(whole), let end = Self.endOfData(whole) else { return nil }
    guard semicolon < end else { return nil }
    statement = String(decoding: whole[...semicolon], as: UTF8.self)
    data = Array(whole[(semicolon + 1)..<end].drop { $0 != UInt8(ascii: "\n") }.dropFirst())
  }

  private static func beginsWithCopy(_ text: String) -> Bool {
    text.drop { $0.isWhitespace }.prefix(4).lowercased() == "copy"
  }

  /// The first semicolon with nothing but spaces between it and the end of its line.
  private static func endOfStatement(_ bytes: [UInt8]) -> Int? {
    var semicolon: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n"), let semicolon { return semicolon }
      if byte == UInt8(ascii: ";") { semicolon = index } else if byte > UInt8(ascii: " ") { semicolon = nil }
    }
    return nil
  }

  private static func endOfData(_ bytes: [UInt8]) -> Int? {
    bytes.lastIndex(of: UInt8(ascii: "\\"))
  }
}
