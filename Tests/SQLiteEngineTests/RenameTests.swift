import EngineInterface
import SchemaDiffing
import SchemagateModel
import Testing

@Suite("what SQLite renames")
struct RenameTests {
  /// The changes that `script` makes to a database that `start` has made, as `verb kind name`.
  private func changes(_ start: String, then script: String) async throws -> [String] {
    try await withScratch { database in
      _ = try await database.run(start)
      let before = try await database.introspect()
      if case .rejected(let rejection, _) = try await database.run(script) { throw Refused(rejection: rejection) }
      let changes = SchemaDiff.changes(
        from: before, to: try await database.introspect(), matchingServerIdentity: true)
      return changes.map { change in
        let other = change.newIdentity ?? change.possibleRename
        let to = other.map { " to \($0.name.joined(separator: "."))" } ?? ""
        return "\(change.verb.rawValue) \(change.identity.kind.rawValue) "
          + change.identity.name.joined(separator: ".") + to
      }
    }
  }

  private let sends = "CREATE TABLE sends (id INTEGER PRIMARY KEY, key TEXT NOT NULL);"

  @Test(
    "a column keeps its rows under its new name, however the statement is spelled",
    arguments: [
      "ALTER TABLE sends RENAME COLUMN key TO akey", "alter table main.\"Sends\" rename [key] to `akey`;",
      "ALTER TABLE sends RENAME key TO k; ALTER TABLE sends RENAME COLUMN k TO akey;",
    ])
  func columns(script: String) async throws {
    #expect(try await changes(sends, then: script) == ["rename column sends.key to sends.akey"])
  }

  @Test("a table takes its columns along")
  func tables() async throws {
    #expect(
      try await changes(sends, then: "ALTER TABLE sends RENAME TO mails") == ["rename table sends to mails"])
    let both = "ALTER TABLE sends RENAME TO mails; ALTER TABLE mails RENAME COLUMN key TO akey;"
    #expect(
      try await changes(sends, then: both)
        == ["rename table sends to mails", "rename column sends.key to mails.akey"])
  }

  @Test("a dropped column and a new one of the same shape are two changes, and may be one")
  func dropAndAdd() async throws {
    let start = "CREATE TABLE sends (id INTEGER PRIMARY KEY, key TEXT);"
    let script = "ALTER TABLE sends DROP COLUMN key; ALTER TABLE sends ADD COLUMN akey TEXT;"
    #expect(
      Set(try await changes(start, then: script)) == [
        "drop column sends.key to sends.akey", "add column sends.akey to sends.key",
      ])
  }

  @Test("a table that is rebuilt with another name, or with another name for a column, may be renamed")
  func rebuiltElsewhere() async throws {
    let rebuilt = "CREATE TABLE mails (id INTEGER PRIMARY KEY, key TEXT NOT NULL); DROP TABLE sends;"
    let tables = try await changes(sends, then: rebuilt).filter { $0.contains(" table ") }
    #expect(Set(tables) == ["drop table sends to mails", "add table mails to sends"])
    let column =
      "CREATE TABLE n (id INTEGER PRIMARY KEY, akey TEXT NOT NULL); DROP TABLE sends; ALTER TABLE n RENAME TO sends;"
    #expect(
      Set(try await changes(sends, then: column))
        == ["drop column sends.key to sends.akey", "add column sends.akey to sends.key"])
  }

  @Test("a table that is rebuilt under its own name isn't renamed")
  func rebuilt() async throws {
    let away = "ALTER TABLE sends RENAME TO old; \(sends) INSERT INTO sends SELECT * FROM old; DROP TABLE old;"
    #expect(try await changes(sends, then: away) == [])
    let back =
      "CREATE TABLE new (id INTEGER PRIMARY KEY, key TEXT NOT NULL); DROP TABLE sends; ALTER TABLE new RENAME TO sends;"
    #expect(try await changes(sends, then: back) == [])
  }

  @Test("a new table under the old name of another is told from it")
  func replaced() async throws {
    let script = "ALTER TABLE sends RENAME TO archive; \(sends)"
    #expect(
      Set(try await changes(sends, then: script)).isSuperset(of: ["rename table sends to archive", "add table sends"]))
  }

  @Test("a rename that was rolled back changes nothing")
  func rolledBack() async throws {
    let script = "BEGIN; ALTER TABLE sends RENAME COLUMN key TO akey; ROLLBACK;"
    #expect(try await changes(sends, then: script) == [])
  }
}
