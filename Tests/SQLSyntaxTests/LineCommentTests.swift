import SQLSyntax
import SchemagateModel
import Testing

@Suite("Line comments at the top level")
struct LineCommentTests {
  @Test(
    "are those that the server would see as comments",
    arguments: [
      (EngineKind.postgresql, "-- a\nSELECT 1; -- b\r\nSELECT '-- c', $$\n-- d\n$$ /* -- e */;", ["-- a", "-- b"]),
      (.postgresql, "ALTER TABLE t\n  -- a\n  DROP b;\nCREATE TABLE c (\n  -- d\n  e int);", ["-- a", "-- d"]),
      (.postgresql, "COPY t FROM STDIN;\n-- a\n\\.\n-- b", ["-- b"]),
      (.postgresql, "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n-- a\nSELECT 1; END;\n-- b", ["-- b"]),
      (.sqlite, "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n-- a\nSELECT 1; END; -- b", ["-- b"]),
      (.sqlite, "# a\n-- b", ["-- b"]),
      (.mysql, "# a\n--b\n-- c", ["# a", "-- c"]),
    ])
  func areTopLevel(_ engine: EngineKind, _ sql: String, _ comments: [String]) {
    let found = SQLSplitter(dialect: engine).lineComments(of: SourceText(path: nil, text: sql))
    #expect(found.map(\.text) == comments)
  }

  @Test("carry their place")
  func places() {
    let source = SourceText(path: "a.sql", line: 2, text: "SELECT 'é'; -- a\n  -- b")
    #expect(
      SQLSplitter(dialect: .sqlite).lineComments(of: source) == [
        SourceText(path: "a.sql", line: 2, column: 13, text: "-- a"),
        SourceText(path: "a.sql", line: 3, column: 3, text: "-- b"),
      ])
  }
}
