import SQLSyntax
import SchemagateModel
import Testing

@Suite("Places of the offsets that servers report")
struct LineIndexTests {
  private let index = LineIndex(SourceText(path: "a.sql", line: 10, column: 4, text: "éa\nbü\n"))

  @Test(
    "PostgreSQL counts code points from 1",
    arguments: [
      (0, 10, 4), (1, 10, 4), (2, 10, 5), (3, 10, 6), (4, 11, 1), (5, 11, 2), (7, 12, 1), (99, 12, 1), (-3, 10, 4),
    ])
  func codePoints(position: Int, line: Int, column: Int) {
    #expect(index.location(ofCodePoint: position) == place(line, column))
  }

  @Test(
    "SQLite counts bytes from 0", arguments: [(-1, 10, 4), (0, 10, 4), (2, 10, 5), (4, 11, 1), (5, 11, 2), (99, 12, 1)])
  func bytes(offset: Int, line: Int, column: Int) {
    #expect(index.location(ofByte: offset) == place(line, column))
  }

  @Test("text that stands in no file has no place in the report")
  func noFile() {
    #expect(LineIndex(SourceText(path: nil, text: "a")).location(ofByte: 0).sourceLocation == nil)
    #expect(place(1, 2).sourceLocation == SourceLocation(path: "a.sql", line: 1, column: 2))
  }

  private func place(_ line: Int, _ column: Int) -> TextPlace {
    let index = LineIndex(SourceText(path: "a.sql", line: line, column: column, text: ""))
    return index.location(ofByte: 0)
  }
}
