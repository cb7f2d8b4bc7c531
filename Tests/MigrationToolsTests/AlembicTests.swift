import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("Alembic")
struct AlembicTests {
  private let tool = AlembicTool()

  private static func target(_ folder: String = "alembic/versions", _ engine: EngineKind = .postgresql)
    -> TargetDefinition
  {
    .test("alembic", engine, in: folder)
  }

  private func shop() throws -> (target: TargetDefinition, history: MigrationHistory) {
    let files = try CaseFolder("alembic", "shop").files
    let target = try #require(tool.detect(in: files.listing).first?.target)
    return (target, tool.history(of: target, in: files))
  }

  /// An environment with these revision files.
  private func history(_ revisions: [String: String], ini: String = "") -> MigrationHistory {
    var texts = ["alembic.ini": "[alembic]\nscript_location = alembic\n" + ini, "alembic/env.py": ""]
    for (name, text) in revisions { texts["alembic/versions/\(name).py"] = text }
    return tool.history(of: Self.target(), in: FileTree(texts: texts))
  }

  private func revision(_ id: String, after parents: String, _ more: String = "") -> String {
    "revision = '\(id)'\ndown_revision = \(parents)\n\(more)\ndef upgrade():\n    op.f()\ndef downgrade():\n    op.g()\n"
  }

  @Test("finds the environment by its ini file, the engine by the address in it")
  func detection() throws {
    let (target, _) = try shop()
    #expect(target.migrations == ["app/migrations/versions"])
    #expect(target.engine == .postgresql && target.tool.program.config == "alembic.ini")
    #expect(target.assumptions == ["engine postgresql: the ini file's address begins with `postgresql+psycopg`"])
  }

  @Test("reads literal assignments in every way in which Python writes them")
  func literals() throws {
    let (_, history) = try shop()
    #expect(history["2c3d"]?.parents == ["1a2b"])
    #expect(history["0e1f"]?.parents == ["1a2b"])
    #expect(history["9f9f"]?.parents == ["2c3d", "0e1f"])
    #expect(history["7777"]?.dependencies == ["0e1f"])
    #expect(history.migrations.map(\.name).sorted() == ["customers", "email", "invoices", "ledger", "merge_of_both"])
    #expect(history.problems == [.headsDiverged(heads: ["7777", "9f9f"])])
  }

  @Test("takes a down that only raises for none")
  func downs() throws {
    let (_, history) = try shop()
    let withDowns = history.migrations.filter { $0.down != nil }.map(\.id)
    #expect(Set(withDowns) == ["1a2b", "2c3d", "9f9f", "7777"])
  }

  @Test("takes what comes before the tips in alembic_version for applied")
  func applied() throws {
    let (_, history) = try shop()
    #expect((tool as any MigrationTool).applied([["2c3d"], ["lost"], [nil]], in: history) == ["1a2b", "2c3d", "lost"])
    #expect(Set((tool as any MigrationTool).applied([["7777"]], in: history)) == ["1a2b", "0e1f", "7777"])
  }

  @Test("an edit of one direction is an edit of that direction only")
  func edits() {
    let old = history(["a": revision("a", after: "None")])
    let new = history(["a": revision("a", after: "None").replacing("op.g()", with: "op.h()")])
    #expect(delta(from: old, to: new) == HistoryDelta(downEdited: ["a"]))
    let up = history(["a": revision("a", after: "None").replacing("op.f()", with: "op.h()")])
    #expect(delta(from: old, to: up) == HistoryDelta(edited: ["a"]))
  }

  @Test(
    "says which file Alembic can't read, and why",
    arguments: [
      ("revision = make()\ndown_revision = None\n", 1, "isn't written out"),
      ("revision = 'b'\ndown_revision = f'{x}'\n", 2, "isn't written out"),
      ("revision = 'b'\n", nil, "no `down_revision"), ("x = 1\n", nil, "no `revision"),
      ("revision = 'b-c'\ndown_revision = None\n", 1, "allows no `-`"),
      ("revision = 'b'\n\ndown_revision = 'b'\n", 3, "self-loop"),
      ("revision = 'b'\ndown_revision = 'lost'\n", 2, "KeyError"),
      ("revision = 'b'\ndown_revision = 'a'\ndepends_on = ['a', 'lost']\n", 2, "KeyError"),
    ] as [(String, Int?, String)])
  func unreadable(text: String, line: Int?, why: String) throws {
    let history = history(["a": revision("a", after: "None"), "zz": text + "def upgrade(): pass\n"])
    guard case .unreadable(let location, let reason) = try #require(history.problems.first) else {
      return #expect(Bool(false), "\(history.problems)")
    }
    #expect(location == SourceLocation(path: "alembic/versions/zz.py", line: line))
    #expect(reason.contains(why))
    #expect(tool.plan(for: history, applied: .empty, target: Self.target()).refusal != nil)
  }

  @Test("takes the id of a very old file from its name")
  func legacyName() {
    #expect(history(["12ab": "down_revision = None\ndef upgrade(): pass\n"]).ids == ["12ab"])
  }

  @Test("sees circles and revisions that two files claim")
  func circles() throws {
    let circle = history([
      "a": revision("a", after: "None"), "b": revision("b", after: "'c'"), "c": revision("c", after: "'b'"),
    ])
    #expect(circle.problems.count == 1 && circle.ids == ["a", "b", "c"])
    let twice = history(["a": revision("a", after: "None"), "a_again": revision("a", after: "None")])
    let paths = ["alembic/versions/a.py", "alembic/versions/a_again.py"]
    #expect(twice.problems.contains(.duplicateVersion(id: "a", paths: paths)))
    #expect(tool.plan(for: twice, applied: .empty, target: Self.target()).refusal?.migration == "a")
  }

  @Test("keeps to the folder itself unless it is told to look inside")
  func recursive() {
    let inner = ["a": revision("a", after: "None"), "2024/b": revision("b", after: "'a'")]
    #expect(history(inner).ids == ["a"])
    #expect(
      history(inner).problems.contains {
        if case .ignored("alembic/versions/2024/b.py", _) = $0 { true } else { false }
      })
    #expect(history(inner, ini: "recursive_version_locations = true\n").ids == ["a", "b"])
  }

  @Test("refuses two new heads, as `upgrade head` does, and runs them where base has several already")
  func heads() {
    let one = history(["a": revision("a", after: "None")])
    let two = history([
      "a": revision("a", after: "None"), "b": revision("b", after: "'a'"), "c": revision("c", after: "'a'"),
    ])
    let plan = tool.plan(for: two, applied: one, target: Self.target())
    #expect(plan.refusal?.reason.hasPrefix("Multiple head revisions are present for given argument 'head'") == true)
    let more = history([
      "a": revision("a", after: "None"), "b": revision("b", after: "'a'"), "c": revision("c", after: "'a'"),
      "d": revision("d", after: "'c'"),
    ])
    let next = tool.plan(for: more, applied: two, target: Self.target())
    #expect(next.steps.map(\.migration) == ["d"] && next.together?.words.last == "heads")
  }

  @Test("goes by the graph: what was put in below an applied revision never runs")
  func putInBelow() {
    let base = history(["a": revision("a", after: "None"), "c": revision("c", after: "'a'")])
    let head = history([
      "a": revision("a", after: "None"), "b": revision("b", after: "'a'"), "c": revision("c", after: "'b'"),
    ])
    let plan = tool.plan(for: head, applied: base, target: Self.target())
    #expect(plan.steps.isEmpty && plan.skipped == ["b"] && plan.refusal == nil)
    let merged = history([
      "a": revision("a", after: "None"), "b": revision("b", after: "'a'"), "c": revision("c", after: "'a'"),
      "d": revision("d", after: "('b', 'c')"),
    ])
    let late = tool.plan(for: merged, applied: base, target: Self.target())
    #expect(late.steps.map(\.migration) == ["b", "d"] && late.together?.words.last == "head")
    let gone = tool.plan(for: history(["a": revision("a", after: "None")]), applied: base, target: Self.target())
    #expect(gone.refusal?.reason.contains("Can't locate revision identified by 'c'") == true)
  }

  @Test("calls the program with the project's own ini file, the address and the places in it replaced")
  func calls() throws {
    let (_, history) = try shop()
    let script = try #require(history["9f9f"]?.down)
    guard case .command(let call) = script.body else { return #expect(Bool(false)) }
    #expect(call.words == ["alembic", "-c", "{files}/alembic.ini", "downgrade", "9f9f@2c3d"])
    #expect(call.driver == "psycopg" && call.directory.isEmpty)
    let ini = try #require(call.files["alembic.ini"])
    #expect(ini.contains("script_location = {copy}/app/migrations\n"))
    #expect(ini.contains("\nsqlalchemy.url = {sqlalchemy}\n") && !ini.contains("localhost"))
    #expect(ini.contains("format = %(levelname)-5.5s [%(name)s] %(message)s"))
    #expect(call.environment["DATABASE_URL"] == "{sqlalchemy}")
    #expect(script.transaction == .run)
  }

  @Test(
    "reads off env.py how much stands in one transaction",
    arguments: [
      ("", EngineKind.postgresql, TransactionScope.run), ("", .sqlite, .none), ("", .mariadb, .none),
      ("context.configure(transaction_per_migration=True)", .postgresql, .file),
      ("context.configure(transactional_ddl = True)", .sqlite, .run),
    ])
  func transactions(text: String, engine: EngineKind, scope: TransactionScope) {
    #expect(AlembicEnvironment(text).transaction(on: engine) == scope)
  }

  @Test(
    "takes the driver from the address, from env.py, then from what the project requires",
    arguments: [
      ("postgresql+asyncpg://u@h/d", "", "psycopg2", "asyncpg"), (nil, "", "psycopg2-binary==2.9", "psycopg2"),
      (nil, "url = 'postgresql+psycopg://'", "", "psycopg"), (nil, "async_engine_from_config()", "", "asyncpg"),
      (nil, "create_async_engine()", "psycopg[binary]>=3", "psycopg"),
      ("driver://user:pass@localhost/dbname", "", "", nil),
      ("sqlite:///x.db", "", "", nil),
    ] as [(String?, String, String, String?)])
  func drivers(url: String?, environment: String, requirements: String, driver: String?) {
    let choice = AlembicDriver.choice(
      for: .postgresql, url: url, environment: AlembicEnvironment(environment), requirements: [requirements])
    #expect(choice == driver)
  }

  @Test(
    "finds the places that a configuration names",
    arguments: [
      ("alembic.ini", "[alembic]\nscript_location = db", ["db/versions"]),
      ("srv/alembic.ini", "[alembic]\nscript_location = %(here)s/db", ["srv/db/versions"]),
      ("srv/alembic.ini", "[alembic]\nscript_location = app:db", ["srv/src/app/db/versions"]),
      ("srv/alembic.ini", "[alembic]\nscript_location = srv/db", ["srv/db/versions"]),
      (
        "alembic.ini", "[alembic]\nroot = a\nscript_location=db\nversion_locations = %(root)s/x %(here)s/db/y",
        ["a/x", "db/y"]
      ),
      ("pyproject.toml", "[tool.alembic]\nscript_location = \"%(here)s/db\" # there\n[tool.x]\n", ["db/versions"]),
      (
        "pyproject.toml",
        "[tool.alembic]\nscript_location = 'db'\nversion_locations = [\n  \"db/x\", # one\n  'db/y',\n]\n",
        ["db/x", "db/y"]
      ),
    ])
  func places(path: String, text: String, versions: [String]) {
    let present: Set = ["db/env.py", "srv/db/env.py", "srv/src/app/db/env.py"]
    let files = AlembicProject.Files(exists: present.contains) { $0 == path ? text : nil }
    #expect(AlembicProject(config: path, files: files)?.versions == versions)
  }
}
