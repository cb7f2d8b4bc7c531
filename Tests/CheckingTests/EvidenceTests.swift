import Checking
import SchemagateModel
import TestSupport
import Testing

@Suite("evidence adds to the message")
struct EvidenceTests {
  private let script = "-- what for\n\nALTER TABLE orders\n\tADD COLUMN total numeric,\n\tADD CHECK (totall > 0);\n"

  /// Migration 3 with a text for its up part, and for its down part further down in the same file.
  private func shop(_ rehearsal: Rehearsal, up: String) -> Evidence {
    Evidence.shop(rehearsal: rehearsal).with { evidence in
      let path = "db/3.sql"
      let down = SourceText(path: path, line: 9, text: "\n\nDROP TABLE orders;")
      evidence.head = MigrationHistory(
        migrations: evidence.base.migrations + [
          Migration(
            id: "3", name: "", path: path,
            up: MigrationScript(
              path: path, body: .sql([SourceText(path: path, text: up)]), transaction: .file, contentID: "u"),
            down: MigrationScript(path: path, body: .sql([down]), transaction: .file, contentID: "d"))
        ])
    }
  }

  private func rejection(line: Int, column: Int, statement: String?) -> Rehearsal {
    let rejection = Rejection(
      cause: .migration, message: "column `totall` does not exist", hint: "Perhaps you meant `total`.", code: "42703",
      location: SourceLocation(path: "db/3.sql", line: line, column: column), statement: statement)
    return .shop(upgrade: [.record("3", .rejected(rejection), [])])
  }

  @Test("a rejection shows the statement's lines, and a caret under what the server points at")
  func caret() {
    let statement = "ALTER TABLE orders\n\tADD COLUMN total numeric,\n\tADD CHECK (totall > 0)"
    let found = shop(rejection(line: 5, column: 13, statement: statement), up: script).findings(
      of: "migration-rejected")
    #expect(found.map(\.message) == ["The database rejects `3.sql`: column 'totall' does not exist (42703)"])
    #expect(
      found.first?.evidence == """
        hint: Perhaps you meant `total`.
        3 | ALTER TABLE orders
        4 |   ADD COLUMN total numeric,
        5 |   ADD CHECK (totall > 0);
          |              ^
        """)
  }

  @Test("the beginning of a statement needs no caret, and a long line is cut around its own")
  func windows() {
    let plain = shop(rejection(line: 3, column: 1, statement: nil), up: script).findings(of: "migration-rejected")
    #expect(plain.first?.evidence == "hint: Perhaps you meant `total`.\n3 | ALTER TABLE orders")
    let long = String(repeating: "x", count: 200) + "HERE" + String(repeating: "y", count: 200)
    let cut = shop(rejection(line: 1, column: 201, statement: nil), up: long).findings(of: "migration-rejected")
    let lines = cut.first?.evidence?.split(separator: "\n").map(String.init) ?? []
    #expect(lines.count == 3)
    #expect(lines.last?.count == lines.dropFirst().first?.prefix { $0 != "H" }.count.advanced(by: 1))
  }

  @Test("a finding points at the line that made the change, and at where the down part begins")
  func places() {
    let drop = "-- total is dropped\nALTER TABLE orders\n  ADD COLUMN x int,\n  DROP COLUMN total;"
    let lost = changes(SchemaTable.orders, SchemaTable.ordersWithoutTotal)
    let undeclared = shop(.shop(upgrade: [.applied("3", lost)]), up: drop).findings(of: "change-undeclared")
    #expect(undeclared.map(\.location) == [SourceLocation(path: "db/3.sql", line: 4)])
    let unnamed = shop(.shop(upgrade: [.applied("3", lost)]), up: "\n-- x\nSELECT tidy();").findings(
      of: "change-undeclared")
    #expect(unnamed.map(\.location?.line) == [3])
    let record = RollbackRecord(migration: "3", down: .residue(lost), reapply: .same)
    let residue = shop(.shop(rollbacks: [record]), up: drop).findings(of: "rollback-residue")
    #expect(residue.map(\.location) == [SourceLocation(path: "db/3.sql", line: 11)])
    #expect(
      residue.map(\.message) == ["The down part of `3.sql` doesn't bring column `public.orders.total` back"])
  }

  @Test("of a set, only what came and what went is shown")
  func sets() {
    let grants = SchemaChange(
      verb: .alter, identity: .table("orders"), parent: nil,
      attributes: [
        AttributeChange(
          attribute: .grants, base: .set(of: ["shop=SELECT", "old=SELECT"]),
          head: .set(of: ["shop=SELECT", "anon=SELECT"]))
      ], consequence: .widensAccess)
    let found = Evidence.shop(steps: [.applied("3", [grants])]).findings(of: "change-undeclared")
    #expect(found.map(\.evidence) == ["  table public.orders\n-   grants: old=SELECT\n+   grants: anon=SELECT"])
    #expect(
      found.map(\.message)
        == ["`3.up.sql` alters table `public.orders` (grants) without declaring it: somebody gains access"])
  }

  @Test("of an altered definition, only the lines that changed are shown")
  func definitions() {
    let view = SchemaChange(
      verb: .alter, identity: ObjectIdentity(kind: .view, name: ["public", "open"]), parent: nil,
      attributes: [
        AttributeChange(
          attribute: .definition, base: .sql("SELECT id\nFROM orders\nWHERE a;"),
          head: .sql("SELECT id\nFROM orders\nWHERE b;"))
      ], consequence: .breaksUse)
    let found = Evidence.shop(steps: [.applied("3", [view])]).findings(of: "change-undeclared")
    #expect(found.map(\.evidence) == ["  view public.open\n-     WHERE a;\n+     WHERE b;"])
  }
}
