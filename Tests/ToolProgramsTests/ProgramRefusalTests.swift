import SchemagateModel
import Testing

@testable import ToolPrograms

@Suite("what a program says when it fails")
struct ProgramRefusalTests {
  private func rejection(_ output: String, status: Int = 1, modules: [String] = []) throws -> Rejection {
    let run = ProgramRun(
      call: ProgramCall(words: ["tool", "up"]), ending: .exited(status), output: output, isWhole: true,
      holdsModule: modules.contains)
    return try #require(run.rejection)
  }

  private func lack(_ output: String, status: Int = 1, modules: [String] = []) throws -> MissingPiece? {
    if case .environment(let piece) = try rejection(output, status: status, modules: modules).cause { return piece }
    return nil
  }

  @Test("is told by the exception's own line, not by what stands around it")
  func messages() throws {
    let alchemy = """
      Traceback (most recent call last):
        File "env.py", line 3, in <module>
      sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) relation "nosuch" does not exist
      LINE 1: ALTER TABLE nosuch ADD COLUMN a integer
                          ^
      [SQL: ALTER TABLE nosuch ADD COLUMN a integer]
      (Background on this error at: https://sqlalche.me/e/20/f405)
      """
    let rejection = try rejection(alchemy)
    #expect(
      rejection.message
        == "sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) relation \"nosuch\" does not exist")
    #expect(rejection.cause == .migration && rejection.code == "exit 1")
    #expect(rejection.detail?.contains("[SQL: ALTER TABLE nosuch") == true)
    #expect(
      try self.rejection("== 1 Foo: migrating\nActiveRecord::StatementInvalid: no such table\nbin/rails:4:in `x'")
        .message
        == "ActiveRecord::StatementInvalid: no such table")
    #expect(try self.rejection("psql:-:1: ERROR:  syntax error\nbye").message == "psql:-:1: ERROR:  syntax error")
    let frames =
      "boom: Error: x\n\tfrom /usr/lib/a.rb:1:in `b'\n\tfrom db/1_a.rb:3:in `up'\n    at run (/opt/n.js:1:2)\n    at node:fs:1"
    #expect(try self.rejection(frames).detail == "boom: Error: x\n\tfrom db/1_a.rb:3:in `up'")
    let python =
      "Traceback:\n  File \"/usr/lib/a.py\", line 1, in b\n    c()\n    ^^^\n  File \"db/1.py\", line 2, in up\n    d()\nTypeError: x"
    #expect(try self.rejection(python).detail == "Traceback:\n  File \"db/1.py\", line 2, in up\n    d()\nTypeError: x")
    #expect(try self.rejection("", status: 137).code == "signal 9")
  }

  @Test(
    "tells the machine's fault from the migration's",
    arguments: [
      ("ModuleNotFoundError: No module named 'psycopg2'", "psycopg2"),
      ("Error: Cannot find module 'knex'\nRequire stack:\n- /x/knexfile.js", "knex"),
      ("<internal>: cannot load such file -- active_record (LoadError)", "active_record"),
      ("Could not find rake-13.0 in locally installed gems (Bundler::GemNotFound)", "gems"),
      ("KeyError: 'STRIPE_ACCOUNT'", "STRIPE_ACCOUNT"),
      ("django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.", "SECRET_KEY"),
      (
        "psycopg2.OperationalError: connection to server at \"localhost\" (::1), port 5432 failed: Connection refused",
        "connection"
      ),
      ("DETAIL: x\npsycopg.errors.UndefinedObject: role \"reporting\" does not exist", "reporting"),
      ("psycopg.errors.FeatureNotSupported: extension \"postgis\" is not available", "postgis"),
      ("sh: 1: bundle: not found", "program"),
      ("OSError: [Errno 28] No space left on device", "room"),
      ("sqlite3.OperationalError: database or disk is full\nmigration 3 failed", "room"),
    ])
  func lacks(output: String, name: String) throws {
    let status = output.hasPrefix("sh:") ? 127 : 1
    let piece = try #require(try lack("migrating 3\n" + output, status: status))
    #expect(piece.name == name && (piece.advice != nil || piece.setup != nil))
  }

  @Test(
    "is the migration's fault where it asks for what the repository itself doesn't have",
    arguments: [
      "ModuleNotFoundError: No module named 'shop.legacy'",
      "ImportError: cannot import name 'Order' from 'shop.models'",
      "KeyError: 'email'", "Error: Cannot find module './helpers'",
    ])
  func ownFault(output: String) throws {
    #expect(try lack(output, modules: ["shop", "shop.legacy", "shop.models"]) == nil)
  }

  @Test("names the migrations that it is at")
  func progress() {
    let call = ProgramCall(words: ["tool"], progress: #"^Running upgrade .*-> (\w+)"#)
    let output = "INFO\nRunning upgrade  -> a1, first\nRunning upgrade a1 -> b2, second\nboom"
    let run = ProgramRun(call: call, ending: .exited(1), output: output, isWhole: true)
    #expect(run.progress == ["a1", "b2"])
  }
}

@Suite("the address of a scratch database")
struct DatabaseAddressTests {
  @Test("is written as each engine's drivers read it")
  func urls() {
    func address(_ engine: EngineKind, _ host: String?, _ database: String) -> DatabaseAddress {
      DatabaseAddress(
        access: .init(
          host: host, port: host == nil ? nil : 3307, user: host == nil ? nil : "a b",
          password: host == "db" ? "p@ss" : nil, database: database),
        engine: engine)
    }
    #expect(address(.sqlite, nil, "/t/x.db").url == "sqlite:/t/x.db")
    #expect(address(.sqlite, nil, "/t/x.db").sqlalchemy == "sqlite:////t/x.db")
    #expect(address(.postgresql, "db", "shop").url == "postgresql://a%20b:p%40ss@db:3307/shop")
    #expect(address(.postgresql, "/s", "shop").url == "postgresql://a%20b@/shop?host=%2Fs&port=3307")
    #expect(address(.mysql, "/s/my.sock", "shop").url == "mysql://a%20b@localhost/shop?socket=%2Fs%2Fmy.sock")
    #expect(address(.mariadb, "/s/my.sock", "shop").sqlalchemy.hasSuffix("?unix_socket=%2Fs%2Fmy.sock"))
  }
}
