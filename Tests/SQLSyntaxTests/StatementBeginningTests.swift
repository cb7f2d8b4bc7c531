import SQLSyntax
import SchemagateModel
import Testing

@Suite("how a statement begins, as a trace shows it")
struct StatementBeginningTests {
  @Test(
    "stands on one line without comments, and without the values that it writes",
    arguments: [
      ("ALTER TABLE t -- why\n  ADD COLUMN a  varchar(40) NOT NULL", "ALTER TABLE t ADD COLUMN a varchar(40) NOT NULL"),
      ("INSERT INTO \"t\" (a, b) VALUES (1, 'secret')", "INSERT INTO \"t\" (a, b) …"),
      ("WITH x AS (SELECT 1) INSERT INTO t VALUES ('secret')", "WITH x AS (SELECT …) INSERT INTO t …"),
      ("INSERT INTO t (a) SELECT b || 'secret', 3.25 FROM u", "INSERT INTO t (a) SELECT b || '…', … FROM u"),
      ("UPDATE t SET a = E'it\\'s', b = 4711 WHERE id = 3", "UPDATE t SET a = '…', b = … WHERE id = …"),
      ("VALUES (1, 'secret')", "VALUES …"),
      ("CREATE ROLE app LOGIN PASSWORD 'secret'", "CREATE ROLE app LOGIN PASSWORD '…'"),
      (
        "CREATE FUNCTION f() RETURNS text AS $x$ SELECT 'secret' $x$ LANGUAGE sql",
        "CREATE FUNCTION f() RETURNS text AS $$…$$ LANGUAGE sql"
      ),
      ("COPY t (a) FROM STDIN;\nsecret\n\\.\n", "COPY t (a) FROM STDIN"),
    ])
  func postgresql(statement: String, shown: String) {
    #expect(beginning(statement, .postgresql) == shown)
  }

  @Test(
    "leaves out what another server takes for a string",
    arguments: [
      ("UPDATE `t` SET a = \"secret\"", "UPDATE `t` SET a = '…'", EngineKind.mariadb),
      ("INSERT t SET a = 'secret'", "INSERT t …", .mysql),
      ("REPLACE INTO t VALUE (1)", "REPLACE INTO t …", .mysql),
      ("UPDATE \"t\" SET \"a\" = \"secret\"", "UPDATE \"t\" SET \"a\" = '…'", .sqlite),
    ])
  func others(statement: String, shown: String, engine: EngineKind) {
    #expect(beginning(statement, engine) == shown)
  }

  @Test("is cut where it is long")
  func long() {
    let shown = beginning("CREATE TABLE t (\(String(repeating: "a int, ", count: 100_000)) b int)", .postgresql)
    #expect(shown.count == 201 && shown.hasSuffix("…"))
  }

  private func beginning(_ statement: String, _ engine: EngineKind) -> String {
    SQLSplitter(dialect: engine).beginning(of: SourceText(path: nil, text: statement))
  }
}
