import Foundation
import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("the table of what each tool does")
struct ToolBehaviourTests {
  @Test("describes every tool of the catalogue, once")
  func isComplete() {
    let described = BehaviourCatalog.all.map(\.tool)
    #expect(Set(described).count == described.count)
    #expect(Set(ToolCatalog.all.map(\.name)).subtracting(described).isEmpty)
    for behaviour in BehaviourCatalog.all {
      for aspect in ToolBehaviour.Aspect.allCases {
        #expect(!behaviour[aspect].words.isEmpty && !behaviour[aspect].source.isEmpty, "\(behaviour.tool) \(aspect)")
      }
    }
  }

  @Test("stands in the documentation as it stands here")
  func agreesWithThePage() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/SchemagateModel/Documentation.docc/Tools.md").standardized
    guard ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(ToolPage.text.utf8).write(to: file)
      Issue.record("Tools.md was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(written == ToolPage.text, "SCHEMAGATE_RECORD=1 writes Tools.md anew")
  }

  private static let planned = [
    "dbmate", "diesel", "golang-migrate", "sqlx", "goose", "flyway", "prisma", "files", "pop", "supabase",
  ]

  @Test("says what the plans do", arguments: ToolCatalog.all.map(\.name))
  func agreesWithThePlans(name: String) throws {
    let behaviour = try #require(BehaviourCatalog.behaviour(of: name))
    let trial = PlanTrial(tool: try ToolCatalog.tool(named: name))
    let edited: PlanTrial.Outcome = behaviour.edited.act == .refuses ? .refused : .idle
    #expect(try trial.outcome(base: [1, 2], head: [1, 2], editing: 2) == edited)
    #expect(try trial.outcome(base: [1, 2], head: [1, 2], editing: 2, onlyComment: true) == edited)
    let middle = try trial.outcome(base: [1, 2, 3], head: [1, 3])
    let newest = try trial.outcome(base: [1, 2], head: [1])
    switch behaviour.removed.act {
    case .refuses: #expect(middle == .refused && (newest == .refused || name == "flyway"))
    case .refusesIfNewest: #expect(middle == .idle && newest == .refused)
    case .refusesIfParent: #expect(middle == .refused && newest == .idle)
    case .unnoticed: #expect(middle == .idle && newest == .idle)
    case .runs, .skips: Issue.record("a removed migration can't run or be skipped")
    }
    let lower: [ToolBehaviour.Act: PlanTrial.Outcome] = [.runs: .ran, .skips: .skipped, .refuses: .refused]
    #expect(try trial.outcome(base: [1, 3], head: [1, 2, 3]) == lower[behaviour.lower.act])
    #expect(try trial.outcome(base: [1], head: [1, 2]) == .ran)
  }

  @Test("follows what the configuration says of late versions", arguments: planned)
  func outOfOrder(name: String) throws {
    let trial = PlanTrial(tool: try ToolCatalog.tool(named: name))
    let expected: [(OutOfOrder, PlanTrial.Outcome)] = [(.run, .ran), (.skip, .skipped), (.refuse, .refused)]
    for (option, outcome) in expected {
      #expect(try trial.outcome(base: [1, 3], head: [1, 2, 3], outOfOrder: option) == outcome, "\(option)")
    }
  }

  @Test("knows what has no version to be raised")
  func ranking() {
    let ranks = Dictionary(uniqueKeysWithValues: BehaviourCatalog.all.map { ($0.tool, $0.ranking) })
    #expect(ranks["alembic"] == .graph && ranks["django"] == .graph)
    for tool in ["sqitch", "liquibase", "drizzle", "command"] { #expect(ranks[tool] == .list, "\(tool)") }
    for tool in Self.planned { #expect(ranks[tool] == .versions, "\(tool)") }
  }

  @Test("takes two spellings of one version for one where the tool does", arguments: planned)
  func versionEquality(name: String) throws {
    let trial = PlanTrial(tool: try ToolCatalog.tool(named: name))
    let twins = trial.history(of: ["1", "01"])
    let isNumeric = ["golang-migrate", "sqlx", "goose", "flyway", "files"].contains(name)
    #expect(twins.problems.contains { if case .duplicateVersion = $0 { true } else { false } } == isNumeric)
  }

  @Test("Flyway's versions are equal by value, part by part")
  func flywayEquality() throws {
    let trial = PlanTrial(tool: FlywayTool())
    for other in ["1.1", "01.1", "1_01", "1.1.0"] {
      let paths = trial.history(of: ["1_1", other]).problems.compactMap { problem -> Int? in
        if case .duplicateVersion(_, let paths) = problem { paths.count } else { nil }
      }
      #expect(paths == [2], "\(other)")
    }
    #expect(trial.history(of: ["1_1", "1.10"]).problems == [])
  }
}

@Suite("how far a migration was edited")
struct EditReadingTests {
  @Test("comments and white space are told from code", arguments: [EngineKind.postgresql, .sqlite, .mariadb])
  func extent(engine: EngineKind) {
    let old = "CREATE TABLE a (id int, name text DEFAULT 'x--y');"
    #expect(
      Self.extent(old, "-- new\nCREATE TABLE a (\n  id int, /* key */\n  name text DEFAULT 'x--y'\n);\n", engine)
        == .commentsOnly)
    #expect(Self.extent(old, "CREATE TABLE a (id int, name text DEFAULT 'x-- y');", engine) == .code)
    #expect(Self.extent(old, "-- CREATE TABLE a (id int, name text DEFAULT 'x--y');", engine) == .code)
    #expect(Self.extent("SELECT 'a' 'b';", "SELECT 'a''b';", engine) == .code)
    #expect(Self.extent("SELECT 1;", "SELECT 1;;", engine) == .commentsOnly)
  }

  @Test("another transaction, and the text of a routine, are more than a comment")
  func counts() {
    #expect(Self.extent("SELECT 1;", "SELECT 1; -- x", .postgresql, scope: .none) == .code)
    let body = { (text: String) in "CREATE FUNCTION f() RETURNS int AS $$ \(text) SELECT 1 $$ LANGUAGE sql;" }
    #expect(Self.extent(body(""), body("/* why */"), .postgresql) == .code)
    let program = MigrationScript.Body.program(language: "Go")
    #expect(Self.extent(program, program, .postgresql) == .program)
  }

  private static func extent(
    _ old: String, _ new: String, _ engine: EngineKind, scope: TransactionScope = .file
  ) -> EditExtent? {
    extent(.sql([SourceText(path: "a", text: old)]), .sql([SourceText(path: "a", text: new)]), engine, scope: scope)
  }

  private static func extent(
    _ old: MigrationScript.Body, _ new: MigrationScript.Body, _ engine: EngineKind, scope: TransactionScope = .file
  ) -> EditExtent? {
    func history(_ body: MigrationScript.Body, _ scope: TransactionScope, _ content: String) -> MigrationHistory {
      let script = MigrationScript(path: "a", body: body, transaction: scope, contentID: content)
      return MigrationHistory(migrations: [Migration(id: "1", name: "", path: "a", up: script, down: nil)])
    }
    let (base, head) = (history(old, .file, "old"), history(new, scope, "new"))
    return extents(of: HistoryDelta(edited: ["1"]), from: base, to: head, engine: engine)["1"]
  }
}

/// Small histories in a tool's own layout, and what it plans for them.
private struct PlanTrial {
  enum Outcome {
    case refused
    case skipped
    case ran
    case idle
  }

  let tool: any MigrationTool

  /// Where the tool's history is a graph, each migration follows on the one before it, as on the day it was written.
  func outcome(
    base: [Int], head: [Int], editing edited: Int? = nil, onlyComment: Bool = false, outOfOrder: OutOfOrder? = nil
  ) throws -> Outcome {
    var target = self.target
    target.tool.outOfOrder = outOfOrder
    let parents = base + head.filter { !base.contains($0) && $0 > (base.last ?? 0) }
    let parent = { (version: Int) -> Int? in
      parents.contains(version) ? parents.last { $0 < version } : head.last { $0 < version }
    }
    let (old, new) = (
      base.map { Part(version: "\($0)", parent: parent($0)) },
      head.map { head in
        Part(version: "\(head)", parent: parent(head), edit: head != edited ? "" : onlyComment ? " -- why" : " + 1")
      }
    )
    let sums = tool.name == "atlas" && (edited != nil || head.count < base.count) ? old : new
    let applied = history(of: old, sums: old)
    let wanted = history(of: new, sums: sums)
    try #require(applied.migrations.count == base.count && wanted.migrations.count == head.count)
    let plan = tool.plan(for: wanted, applied: applied, target: target)
    if plan.refusal != nil { return .refused }
    return !plan.skipped.isEmpty ? .skipped : plan.steps.isEmpty ? .idle : .ran
  }

  struct Part {
    let version: String
    var parent: Int?
    var edit = ""
  }

  func history(of versions: [String]) -> MigrationHistory {
    let parts = versions.map { Part(version: $0) }
    return history(of: parts, sums: parts)
  }

  private func history(of parts: [Part], sums: [Part]) -> MigrationHistory {
    var files = texts(of: parts)
    if tool.name == "atlas" { files["m/atlas.sum"] = sum(of: texts(of: sums)) }
    return tool.history(of: target, in: FileTree(texts: files))
  }

  private var target: TargetDefinition {
    switch tool.name {
    case "sqitch": .test("sqitch", in: "deploy")
    case "django": .test("django", in: "shop/migrations")
    case "alembic": .test("alembic", in: "m/versions")
    case "command":
      TargetDefinition(
        name: "test", engine: .postgresql, migrations: ["m"], tool: ToolSettings(name: "command", up: "run {id}"))
    case _: .test(tool.name)
    }
  }

  private func texts(of parts: [Part]) -> [String: String] {
    var texts = Dictionary(uniqueKeysWithValues: parts.map { file($0, "SELECT 1\($0.edit)\n;\n") })
    switch tool.name {
    case "drizzle":
      let entries = parts.map { "{\"idx\": 0, \"when\": \($0.version)0, \"tag\": \"\($0.version)_a\"}" }
      texts["m/meta/_journal.json"] =
        "{\"version\": \"7\", \"dialect\": \"postgresql\", \"entries\": [\(entries.joined(separator: ","))]}"
    case "sqitch":
      let lines = parts.map { "c\($0.version) 2026-01-01T12:00:00Z Ada <ada@example.com> # Why.\n" }
      texts["sqitch.plan"] = "%syntax-version=1.0.0\n%project=shop\n\n\(lines.joined())"
      texts["sqitch.conf"] = "[core]\n\tengine = pg\n"
    case "alembic":
      texts["alembic.ini"] = "[alembic]\nscript_location = m\n"
      texts["m/env.py"] = ""
    case "django":
      texts["manage.py"] = "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')\n"
      texts["shop/migrations/__init__.py"] = ""
    case _: break
    }
    return texts
  }

  private func file(_ part: Part, _ sql: String) -> (String, String) {
    let version = part.version
    return switch tool.name {
    case "dbmate": ("m/\(version)_a.sql", "-- migrate:up\n\(sql)-- migrate:down\n")
    case "diesel": ("m/\(version)_a/up.sql", sql)
    case "prisma": ("m/\(version)_a/migration.sql", sql)
    case "goose": ("m/\(version)_a.sql", "-- +goose Up\n\(sql)")
    case "flyway": ("m/V\(version)__a.sql", sql)
    case "atlas", "drizzle", "supabase": ("m/\(version)_a.sql", sql)
    case "liquibase": ("m/\(version).sql", "--liquibase formatted sql\n--changeset ada:\(version)\n\(sql)")
    case "sqitch": ("deploy/c\(version).sql", sql)
    case "command": ("m/\(version)_a.rb", sql)
    case "alembic": ("m/versions/\(version)_a.py", Self.revision(part))
    case "django": ("shop/migrations/000\(version)_a.py", Self.django(part))
    case _: ("m/\(version)_a.up.sql", sql)
    }
  }

  private static func revision(_ part: Part) -> String {
    let parent = part.parent.map { "'\($0)'" } ?? "None"
    let body = "def upgrade():\n    op.f(1)#\(part.edit)\ndef downgrade():\n    op.g()\n"
    return "revision = '\(part.version)'\ndown_revision = \(parent)\n\(body)"
  }

  private static func django(_ part: Part) -> String {
    let parents = part.parent.map { "[('shop', '000\($0)_a')]" } ?? "[]"
    return "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n"
      + "    dependencies = \(parents)\n    operations = []  #\(part.edit)\n"
  }

  /// An `atlas.sum` as Atlas would write it for these files.
  private func sum(of texts: [String: String]) -> String {
    let entries = AtlasSum(folder: "m", files: FileTree(texts: texts)).computed
    return (["h1:" + AtlasSum.total(entries)] + entries.map { "\($0.name) h1:\($0.hash)" }).joined(separator: "\n")
      + "\n"
  }
}

/// The table as a page.
private enum ToolPage {
  static var text: String {
    let tools = BehaviourCatalog.all
    let titles = ToolBehaviour.Aspect.allCases.map(\.rawValue)
    let rows = tools.map { tool in
      "| \(tool.tool) | " + ToolBehaviour.Aspect.allCases.map { tool[$0].words }.joined(separator: " | ") + " |"
    }
    return """
      # What each tool does

      What a migration tool does on a database that has applied base's history, as schemagate knows it. The rules and the
      rehearsal follow this table, and tests hold it and the plans together: they give each tool the same small
      histories in its own files.

      A tool that reads a file only at its turn (dbmate, pop, diesel's two folders of one version) leaves the pending
      migrations before a broken file applied. The rehearsal stops before the first of them, and doesn't show that state.

      ## Overview

      `edited`, `removed` and `lower version` are about a merged migration whose file has changed or is gone, and about a
      new one that stands before one that is applied.

      | tool | \(titles.joined(separator: " | ")) |
      |---|\(titles.map { _ in "---" }.joined(separator: "|"))|
      \(rows.joined(separator: "\n"))

      ## Sources

      A file and function of the tool's own repository, or a page of its documentation.

      \(tools.map(sources).joined(separator: "\n\n"))

      """
  }

  private static func sources(_ tool: ToolBehaviour) -> String {
    let lines = ToolBehaviour.Aspect.allCases.map { "- \($0.rawValue): \(tool[$0].source)" }
    return "### \(tool.tool)\n\n" + lines.joined(separator: "\n")
  }
}
