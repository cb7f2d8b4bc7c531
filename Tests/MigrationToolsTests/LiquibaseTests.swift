import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("Liquibase")
struct LiquibaseTests {
  private let tool = LiquibaseTool()
  private let target = TargetDefinition.test("liquibase", in: "db/changelog")
  private let header = "--liquibase formatted sql\n"

  private func history(_ texts: [String: String], _ engine: EngineKind = .postgresql) -> MigrationHistory {
    tool.history(of: .test("liquibase", engine), in: FileTree(texts: texts))
  }

  private func one(_ text: String) -> MigrationHistory { history(["m/a.sql": header + text]) }

  @Test("follows the changelog's includes, in its order, and cuts files into change sets")
  func shop() throws {
    let history = tool.history(of: target, in: try CaseFolder("liquibase", "shop").files)
    #expect(
      history.ids == [
        "db/changelog/changes/002-users.sql::create-users::ann",
        "db/changelog/changes/002-users.sql::index-users::ann", "posts.sql::1 2::Bob B",
      ])
    #expect(history.problems.isEmpty && history.migrations.map(\.kind) == [.versioned, .versioned, .repeatable])
    #expect(history.migrations.map { $0.up?.transaction } == [.file, TransactionScope.none, .file])
    guard case .sql(let pieces) = history.migrations[0].up?.body else { return #expect(Bool(false)) }
    #expect(pieces.map(\.line) == [5, 9] && pieces[1].text == "INSERT INTO users VALUES (1, 'shop; ${nobody}')")
    #expect(history.migrations[0].down?.pieces == ["DROP TABLE users"])
    guard case .sql(let down) = history.migrations[1].down?.body else { return #expect(Bool(false)) }
    #expect(down.map(\.line) == [15] && down[0].text == "DROP INDEX users_name")
    #expect(history.migrations[2].down?.pieces == [] && history.migrations[2].up?.pieces.count == 1)
  }

  @Test("reads a JSON changelog whatever stands beside its includes, and says where it can't")
  func json() {
    let entries = #"{"preConditions": [{"dbms": {"type": "postgresql"}}]}, {"include": {"file": "db/changelog/a.sql"}}"#
    let root = "db/changelog/db.changelog-master.json"
    let sql = header + "--changeset ann:1\nCREATE TABLE a (id int);\n"
    let good = ["db/changelog/a.sql": sql, root: "{\"databaseChangeLog\": [\(entries)]}"]
    let history = tool.history(of: target, in: FileTree(texts: good))
    #expect(history.ids == ["db/changelog/a.sql::1::ann"] && history.problems.isEmpty)
    let broken = tool.history(of: target, in: FileTree(texts: good.merging([root: "{\"databaseChangeLog\": ["]) { $1 }))
    guard case .unreadable(let place, _) = broken.problems.first else { return #expect(Bool(false)) }
    #expect(place.path == root && tool.plan(for: broken, applied: .empty, target: target).refusal != nil)
  }

  @Test("notes a change set after its transaction")
  func bookkeeping() throws {
    let history = tool.history(of: target, in: try CaseFolder("liquibase", "shop").files)
    let plan = tool.plan(for: history, applied: history.first(2), target: target)
    #expect(plan.steps.map(\.migration.rawValue) == ["posts.sql::1 2::Bob B"] && plan.prepare.count == 2)
    let row = try #require(plan.steps[0].bookkeeping.after.last)
    #expect(
      row.hasPrefix("INSERT INTO \"public\".\"databasechangelog\"") && row.contains("'1 2', 'Bob B', 'posts.sql'"))
    let down = tool.revert(history.migrations[0], in: history, target: target)
    #expect(down?.bookkeeping.after.first?.contains("AUTHOR = 'ann'") == true)
    #expect(tool.bookkeeping(of: target).map(\.parts) == [["databasechangelog"], ["databasechangeloglock"]])
  }

  @Test("refuses a change set that was edited, unless it says that this is meant")
  func edited() {
    let base = one("--changeset a:1\nSELECT 1;\n--changeset a:2\nSELECT 1;\n")
    let spaced = one("--changeset a:1\nSELECT\n  1;\n--changeset a:2\nSELECT 1;\n")
    #expect(tool.plan(for: spaced, applied: base, target: target).refusal == nil)
    let changed = one("--changeset a:1\nSELECT 2;\n--changeset a:2\nSELECT 1;\n")
    #expect(tool.plan(for: changed, applied: base, target: target).refusal?.migration == "m/a.sql::1::a")
    let valid = one("--changeset a:1\n--validCheckSum: any\nSELECT 2;\n--changeset a:2\nSELECT 1;\n")
    #expect(tool.plan(for: valid, applied: base, target: target).refusal == nil)
    let again = one("--changeset a:1 runOnChange:true\nSELECT 2;\n--changeset a:2 runAlways:true\nSELECT 1;\n")
    #expect(tool.plan(for: again, applied: base, target: target).steps.count == 2)
    #expect(tool.plan(for: again, applied: again, target: target).steps.map(\.migration) == ["m/a.sql::2::a"])
  }

  @Test("runs late change sets, doesn't mind vanished ones, and refuses a key that is there twice")
  func others() {
    let base = one("--changeset a:1\nSELECT 1;\n--changeset a:3\nSELECT 3;\n")
    let late = one("--changeset a:2\nSELECT 2;\n--changeset a:3\nSELECT 3;\n")
    let plan = tool.plan(for: late, applied: base, target: target)
    #expect(plan.steps.map(\.migration) == ["m/a.sql::2::a"] && plan.refusal == nil)
    let twice = one("--changeset a:1\nSELECT 1;\n--changeset a:1\nSELECT 3;\n")
    #expect(tool.plan(for: twice, applied: .empty, target: target).refusal?.reason.contains("twice") == true)
  }

  @Test(
    "cuts where Liquibase cuts, also where that is wrong",
    arguments: [
      ("SELECT ';'; SELECT 2", nil, ["SELECT ';'", "SELECT 2"]),
      ("SELECT 1 -- a;\n, 2;\n-- only a comment;\n", nil, ["SELECT 1 -- a;\n, 2"]),
      (
        "CREATE TRIGGER t BEGIN SELECT 1; SELECT 2; END; SELECT 3", nil,
        [
          "CREATE TRIGGER t BEGIN SELECT 1; SELECT 2; END", "SELECT 3",
        ]
      ),
      ("AS $$ SELECT 1; $$", nil, ["AS $$ SELECT 1", "$$"]),
      ("BEGIN IF a THEN b; END IF; c; END;", nil, ["BEGIN IF a THEN b; END IF", "c", "END"]),
      ("BEGIN TRANSACTION; SELECT 1; END TRANSACTION;", nil, ["BEGIN TRANSACTION", "SELECT 1", "END TRANSACTION"]),
      ("SELECT 1\ngo\nSELECT 2\n/\nSELECT 4/2", nil, ["SELECT 1", "SELECT 2", "SELECT 4/2"]),
      ("SELECT 1; SELECT 2 // SELECT 3 //", "//", ["SELECT 1; SELECT 2", "SELECT 3"]),
    ] as [(String, String?, [String])])
  func cutting(text: String, delimiter: String?, pieces: [String]) {
    let found = LiquibaseStatements(endDelimiter: delimiter).statements(of: SourceText(path: nil, text: text))
    #expect(found.map(\.text) == pieces)
  }

  @Test("leaves what only Liquibase can decide to Liquibase")
  func programs() {
    let texts = [
      "m/changelog.xml": """
      <databaseChangeLog><!-- <include file="old.sql"/> -->
        <changeSet id="1" author="a"><createTable tableName="t"/></changeSet>
        <includeAll path="more" relativeToChangelogFile="true"/>
        <include file="gone.sql"/>
      </databaseChangeLog>
      """,
      "m/more/b.sql": header
        + "--changeset a:2\n--preconditions onFail:MARK_RAN\n--precondition-sql-check expectedResult:0 x\nSELECT 1;",
      "m/more/a.sql": "SELECT 1; SELECT 2;",
    ]
    let history = history(texts)
    #expect(history.ids == ["m/changelog.xml::1::a", "m/more/a.sql::raw::includeAll", "m/more/b.sql::2::a"])
    #expect(history.migrations[0].up?.body == .program(language: "Liquibase XML"))
    #expect(history.migrations[1].up?.pieces == ["SELECT 1; SELECT 2;"])
    guard case .program = history.migrations[2].up?.body else { return #expect(Bool(false)) }
    #expect(history.problems.count == 1)
  }

  @Test("reads JSON changelogs, and skips ignored lines and change sets")
  func more() {
    let texts = [
      "m/changelog.json": """
      {"databaseChangeLog": [{"include": {"file": "a.sql", "relativeToChangelogFile": true}},
        {"changeSet": {"id": 7, "author": "a", "changes": [{"sql": {"sql": "x"}}]}}]}
      """,
      "m/a.sql": header + "--changeset a:1 ignore:true\nSELECT 1;\n--changeset a:2\n--ignoreLines:1\nnoise\nSELECT 2;",
    ]
    let history = history(texts)
    #expect(history.ids == ["m/a.sql::2::a", "m/changelog.json::7::a"])
    #expect(history.migrations[0].up?.pieces == ["SELECT 2"])
    #expect(one("--changeset without author\nSELECT 1;").problems.count == 1)
  }

  @Test("finds a root changelog, its other folders, and folders without one")
  func detection() throws {
    let found = try #require(tool.detect(in: try CaseFolder("liquibase", "shop").listing).first)
    #expect(found.target.migrations == ["db/changelog"] && found.confidence == .configuration)
    let texts = [
      "app/changelog.xml": "<include file=\"sql/a.sql\"/>", "sql/a.sql": header + "--changeset a:1\nSELECT 1;",
      "liquibase.properties": "url: jdbc:mariadb://x/y", "other/1.sql": header,
    ]
    let targets = tool.detect(in: FileTree(texts: texts).listing).map(\.target)
    #expect(
      targets.map(\.migrations) == [["app", "sql"], ["other"]] && targets.map(\.engine) == [.mariadb, .mariadb])
  }
}
