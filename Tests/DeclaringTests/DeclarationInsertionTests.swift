import SchemagateModel
import Testing

@testable import Declaring

@Suite("Writing declarations into a migration")
struct DeclarationInsertionTests {
  private func inserting(_ text: String, _ engine: EngineKind = .postgresql) -> String? {
    DeclarationInsertion(text, dialect: engine).inserting(["-- X"])
  }

  @Test(
    "puts them below the tool's marks and directly above the first statement",
    arguments: [
      ("DROP TABLE t;\n", "-- X\nDROP TABLE t;\n"),
      ("-- no-transaction\nDROP TABLE t;", "-- no-transaction\n-- X\nDROP TABLE t;"),
      ("-- why\n\nDROP TABLE t;\n", "-- why\n\n-- X\nDROP TABLE t;\n"),
      (
        "-- migrate:up\n-- note\nDROP TABLE t;\n-- migrate:down\nSELECT 1;\n",
        "-- migrate:up\n-- note\n-- X\nDROP TABLE t;\n-- migrate:down\nSELECT 1;\n"
      ),
      (
        "-- +goose Up\n-- +goose StatementBegin\nDROP TABLE t;\n-- +goose StatementEnd\n",
        "-- +goose Up\n-- X\n-- +goose StatementBegin\nDROP TABLE t;\n-- +goose StatementEnd\n"
      ),
      ("/* a\n b */ DROP TABLE t;\n", "/* a\n b */ \n-- X\nDROP TABLE t;\n"),
      ("-- a\r\nDROP TABLE t;\r\n", "-- a\r\n-- X\r\nDROP TABLE t;\r\n"),
      ("\u{FEFF}DROP TABLE t;\n", "\u{FEFF}-- X\nDROP TABLE t;\n"),
      ("  DROP TABLE t;\n", "-- X\n  DROP TABLE t;\n"),
      ("/* ü */ DROP TABLE t;\n", "/* ü */ \n-- X\nDROP TABLE t;\n"),
    ])
  func places(before: String, after: String) {
    #expect(inserting(before).map { Array($0.utf8) } == Array(after.utf8))
  }

  @Test("gives up where there is no statement", arguments: ["", "-- only words\n", "-- migrate:up\n"])
  func nothing(text: String) {
    #expect(inserting(text) == nil)
  }
}
