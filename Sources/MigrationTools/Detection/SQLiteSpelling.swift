internal import SQLSyntax
internal import SchemagateModel

/// SQL that every engine reads, but that only SQLite's users write: `INTEGER PRIMARY KEY` without anything that counts,
/// and no column type outside SQLite's own five.
enum SQLiteSpelling {
  static let guess = EngineGuess(
    engine: .sqlite,
    reason: "engine sqlite is assumed: its SQL has `INTEGER PRIMARY KEY` and only SQLite's own types "
      + "(set `engine:` otherwise)")

  /// Whether some text has such a key, and no text has a word or a type that points elsewhere.
  static func isTypical(of texts: [String]) -> Bool {
    let splitter = SQLSplitter(dialect: .sqlite)
    let words = texts.map { splitter.vocabulary(of: SourceText(path: nil, text: $0)) }
    return words.contains(where: hasRowKey) && !words.contains(where: pointsElsewhere)
  }

  private static func hasRowKey(_ words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: ["INTEGER", "PRIMARY", "KEY"]) }
  }

  private static func pointsElsewhere(_ words: [String]) -> Bool {
    words.indices.contains { index in
      if foreignWords.contains(words[index]) || words[index] == "[]" { return true }
      if words[index...].starts(with: ["NOW", "("]) { return true }
      if words[index...].starts(with: ["ALTER", "COLUMN"]) { return true }
      return isColumnType(words, index) && foreignTypes.contains(words[index])
    }
  }

  /// `( name TYPE`, `, name TYPE`, `ADD name TYPE`, `COLUMN name TYPE`: a column may well be called `date`.
  private static func isColumnType(_ words: [String], _ index: Int) -> Bool {
    index >= 2 && ["(", ",", "ADD", "COLUMN"].contains(words[index - 2])
  }

  /// Unquoted, these are no names that people give to columns.
  private static let foreignWords: Set<String> = [
    "IDENTITY", "GRANT", "REVOKE", "PROCEDURE", "FUNCTION", "EXTENSION", "SEQUENCE", "DOMAIN", "TABLESPACE", "CHARSET",
  ]

  private static let foreignTypes: Set<String> = [
    "BIGINT", "BIGSERIAL", "BIT", "BOOL", "BOOLEAN", "BYTEA", "CHAR", "CHARACTER", "CITEXT", "DATE", "DECIMAL",
    "DOUBLE", "ENUM", "FLOAT", "INET", "INT", "INTERVAL", "JSON", "JSONB", "MEDIUMINT", "MONEY", "SERIAL", "SMALLINT",
    "TIME", "TIMESTAMP", "TIMESTAMPTZ", "TINYINT", "UUID", "VARBINARY", "VARCHAR", "XML", "YEAR",
  ]
}
