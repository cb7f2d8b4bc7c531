import SchemagateModel
import Testing

@testable import PostgreSQLEngine

@Suite("The cause of a refusal")
struct RefusalCauseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let text: String
    var statement: String?
    let kind: MissingPiece.Kind?
    var name: String?
    /// The setup line or the advice.
    var mends: String?
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(
      code: "0A000", text: "extension \"postgis\" is not available", kind: .extension, name: "postgis",
      mends: "apt-get install postgresql-15-postgis-3"),
    Case(
      code: "0A000", text: "extension \"vector\" is not available", kind: .extension, name: "vector",
      mends: "apt-get install postgresql-15-pgvector"),
    Case(
      code: "58P01",
      text:
        "could not open extension control file \"/usr/share/postgresql/12/extension/pgcrypto.control\": No such file or directory",
      kind: .extension, name: "pgcrypto", mends: "apt-get install postgresql-contrib"),
    Case(code: "42704", text: "role \"a\"\"b\" does not exist", kind: .role, name: "a"),
    Case(code: "42704", text: "role \"public\" does not exist", statement: "GRANT anon TO PUBLIC", kind: nil),
    Case(
      code: "42704", text: "role \"anon\" does not exist", kind: .role, name: "anon", mends: "CREATE ROLE \"anon\";"),
    Case(
      code: "42704", text: "type \"citext\" does not exist", kind: .extension, name: "citext",
      mends: "CREATE EXTENSION IF NOT EXISTS \"citext\";"),
    Case(code: "42704", text: "type \"public.geometry\" does not exist", kind: .extension, name: "postgis"),
    Case(code: "42704", text: "type \"mood\" does not exist", kind: nil),
    Case(
      code: "42704", text: "operator class \"gin_trgm_ops\" does not exist for access method \"gin\"", kind: .extension,
      name: "pg_trgm"),
    Case(
      code: "42704", text: "collation \"de_DE.utf8\" for encoding \"UTF8\" does not exist", kind: .collation,
      name: "de_DE.utf8"),
    Case(
      code: "42704", text: "text search configuration \"german_hunspell\" does not exist", kind: .other,
      name: "german_hunspell"),
    Case(
      code: "42704", text: "language \"plpython3u\" does not exist", kind: .extension, name: "plpython3u",
      mends: "apt-get install postgresql-plpython3-15"),
    Case(
      code: "42704", text: "unrecognized configuration parameter \"transaction_timeout\"", kind: .serverVersion,
      name: "transaction_timeout"),
    Case(code: "42704", text: "unrecognized configuration parameter \"app.tenant\"", kind: nil),
    Case(code: "42704", text: "index \"i\" does not exist", kind: nil),
    Case(
      code: "3F000", text: "schema \"auth\" does not exist", kind: .schema, name: "auth",
      mends: "CREATE SCHEMA \"auth\";"),
    Case(code: "3F000", text: "schema \"billing\" does not exist", kind: nil),
    Case(code: "42883", text: "function uuid_generate_v4() does not exist", kind: .extension, name: "uuid-ossp"),
    Case(
      code: "42883", text: "function public.digest(text, unknown) does not exist", kind: .extension, name: "pgcrypto"),
    Case(code: "42883", text: "function f(integer) does not exist", kind: nil),
    Case(code: "42501", text: "permission denied to create role", kind: .privilege),
    Case(code: "42501", text: "must be owner of table t", kind: .privilege),
    Case(
      code: "42501", text: "must be member of role \"anon\"", kind: .privilege,
      mends: "GRANT \"anon\" TO \"schemagate_app\";"),
    Case(
      code: "42501", text: "permission denied to create extension \"dblink\"",
      statement: "CREATE EXTENSION IF NOT EXISTS dblink",
      kind: .extension, name: "dblink"),
    Case(
      code: "42501", text: "permission denied to create extension \"dblink\"", statement: "CREATE EXTENSION dblink",
      kind: .privilege),
    Case(code: "42883", text: "function auth.uid() does not exist", kind: .function),
    Case(code: "42P01", text: "relation \"auth.users\" does not exist", kind: .other),
    Case(code: "XX000", text: "pg_cron can only be loaded via shared_preload_libraries", kind: .extension),
    Case(code: "42P01", text: "relation \"t\" does not exist", kind: nil),
    Case(code: "42P01", text: "relation \"app.t\" does not exist", kind: nil),
    Case(code: "42601", text: "syntax error at or near \"TABEL\"", kind: nil),
    Case(code: "23502", text: "null value in column \"x\" of relation \"t\" violates not-null constraint", kind: nil),
    Case(code: "0A000", text: "cannot alter type of a column used by a view or rule", kind: nil),
    Case(code: "", text: "", kind: nil),
  ]

  @Test(arguments: cases)
  func isToldFromTheServersMessage(_ example: Case) {
    let message = ServerMessage(code: example.code, text: example.text)
    let cause = RefusalCause(message: message, statement: example.statement, majorVersion: 15).cause
    guard let kind = example.kind else {
      #expect(cause == .migration)
      return
    }
    guard case .environment(let piece) = cause else {
      Issue.record("the author's fault: \(example.text)")
      return
    }
    #expect(piece.kind == kind)
    #expect(example.name.map { piece.name == $0 } ?? true)
    #expect(example.mends.map { $0 == piece.setup || $0 == piece.advice } ?? true)
    #expect(piece.setup != nil || piece.advice != nil)
  }
}
