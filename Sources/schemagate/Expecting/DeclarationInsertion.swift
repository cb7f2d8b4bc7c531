import SQLSyntax
import SchemagateModel

/// Puts lines directly above the first statement of a migration's up part, and leaves every other byte as it is.
struct DeclarationInsertion {
  private let bytes: [UInt8]
  private let dialect: EngineKind

  init(_ text: String, dialect: EngineKind) {
    bytes = Array(text.utf8)
    self.dialect = dialect
  }

  /// `nil` where the up part holds no statement.
  func inserting(_ lines: [String]) -> String? {
    guard let place = place else { return nil }
    let text = lines.map { $0 + lineEnd }.joined()
    let inserted = place.isOwnLine ? text : lineEnd + text
    return String(decoding: bytes[..<place.offset] + Array(inserted.utf8) + bytes[place.offset...], as: UTF8.self)
  }

  private var lineEnd: String {
    guard let newline = bytes.firstIndex(of: UInt8(ascii: "\n")), newline > 0 else { return "\n" }
    return bytes[newline - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  private typealias Place = (offset: Int, isOwnLine: Bool)

  private var place: Place? {
    let start = upStart
    let part = SourceText(path: nil, text: String(decoding: bytes[start...], as: UTF8.self))
    guard let first = SQLSplitter(dialect: dialect).statements(of: part).first else { return nil }
    let lineStart = start + offset(ofLine: first.line, in: bytes[start...])
    let statement = lineStart + bytes[lineStart...].prefix(codePoints: first.column - 1)
    guard bytes[lineStart..<statement].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return (statement, false) }
    return (aboveMarks(lineStart, from: start), true)
  }

  /// Where the tool begins to read the up part: behind its own line, if there is one, and behind a byte order mark.
  private var upStart: Int {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let beginning = offset
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let next = min(end + 1, bytes.count)
      if ToolMark(bytes[offset..<end]) == .up { return next }
      offset = next
    }
    return beginning
  }

  /// A comment behind `StatementBegin` would become a part of the statement.
  private func aboveMarks(_ lineStart: Int, from start: Int) -> Int {
    var place = lineStart
    while place > start {
      let previous = bytes[start..<(place - 1)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
      guard ToolMark(bytes[previous..<place]) == .statementBegin else { return place }
      place = previous
    }
    return place
  }

  private func offset(ofLine line: Int, in part: ArraySlice<UInt8>) -> Int {
    var remaining = line - 1
    var offset = part.startIndex
    while remaining > 0, let newline = part[offset...].firstIndex(of: UInt8(ascii: "\n")) {
      offset = newline + 1
      remaining -= 1
    }
    return offset - part.startIndex
  }
}

/// A comment line by which a migration tool finds its way.
private enum ToolMark {
  case up
  case statementBegin

  init?(_ line: ArraySlice<UInt8>) {
    let words = String(decoding: line, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
    guard words.first?.hasPrefix("--") == true else { return nil }
    let marks = ([words[0].dropFirst(2)] + words.dropFirst()).filter { !$0.isEmpty }
    if marks.first == "migrate:up" || marks.starts(with: ["+goose", "up"]) || marks.starts(with: ["+migrate", "up"]) {
      self = .up
    } else if marks.starts(with: ["+goose", "statementbegin"]) || marks.starts(with: ["+migrate", "statementbegin"]) {
      self = .statementBegin
    } else {
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes the first code points take.
  fileprivate func prefix(codePoints: Int) -> Int {
    var remaining = codePoints
    let end = firstIndex { byte in
      if byte & 0xC0 != 0x80 { remaining -= 1 }
      return remaining < 0
    }
    return (end ?? endIndex) - startIndex
  }
}
