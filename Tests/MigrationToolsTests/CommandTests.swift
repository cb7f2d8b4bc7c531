import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("command: a team's own tool")
struct CommandTests {
  private let tool = CommandTool()

  private func target(
    up: String = "bin/migrate up {id}", down: String? = "bin/migrate down {id}", list: String? = nil,
    all: String? = nil,
    runner: String? = nil
  ) -> TargetDefinition {
    TargetDefinition(
      name: "shop", engine: .sqlite, migrations: ["db"],
      tool: ToolSettings(
        name: "command", table: "notes", up: up, down: down,
        program: ProgramSettings(
          runner: runner, url: "sqlite3:{database}", environment: ["A": "1"], list: list, all: all)))
  }

  private func words(_ script: MigrationScript?) -> [String]? {
    if case .command(let call) = script?.body { return call.words }
    return nil
  }

  @Test("takes its history from the files: the digits in front, in their order, downs beside their ups")
  func files() throws {
    let files = FileTree(texts: [
      "db/10_b.rb": "b", "db/9_a.rb": "a", "db/9_a.down.rb": "d", "db/README.md": "", "db/schema.rb": "",
      "db/x/1_n.rb": "",
    ])
    let target = target(up: "bin/migrate up {id} {name} '{path}' --file={file}", runner: "uv run")
    let history = tool.history(of: target, in: files)
    #expect(history.migrations.map(\.id) == ["9", "10"])
    #expect(history.problems == [.ignored(path: "db/schema.rb", why: "it has no number, as the others have")])
    #expect(
      words(history.migrations[1].up) == ["uv", "run", "bin/migrate", "up", "10", "b", "db/10_b.rb", "--file=10_b.rb"])
    #expect(history.migrations[0].down?.path == "db/9_a.down.rb" && history.migrations[1].down?.path == "db/10_b.rb")
    guard case .command(let call) = history.migrations[0].up?.body else {
      Issue.record("no command")
      return
    }
    #expect(call.environment == ["A": "1", "DATABASE_URL": "sqlite3:{database}"])
    #expect(tool.bookkeeping(of: target) == [NamePattern(parts: ["notes"])])
  }

  @Test("keeps a hostile name in one word, and refuses one that would be an option or a placeholder")
  func hostileNames() {
    let files = FileTree(texts: ["db/1_a; rm -rf $HOME '{id}.rb": "", "db/2_{url}.rb": "", "db/3_ok.rb": ""])
    let history = tool.history(of: target(up: "run {id} {path}"), in: files)
    #expect(history.migrations.map(\.id) == ["1", "3"])
    #expect(words(history.migrations.first?.up) == ["run", "1", "db/1_a; rm -rf $HOME '{id}.rb"])
    #expect(history.problems.count == 1)
    let option = tool.history(of: target(up: "run {id}"), in: FileTree(texts: ["db/-rf.rb": ""]))
    #expect(option.migrations.isEmpty && option.problems.count == 1)
  }

  @Test("takes the listing's order and keys where there is one")
  func listing() throws {
    var files = FileTree(texts: ["db/b.ts": "b", "db/a.ts": "a"])
    let target = target(down: nil, list: "bin/migrate list")
    #expect(tool.listing(of: target)?.words == ["bin/migrate", "list"])
    #expect(!tool.history(of: target, in: files).problems.isEmpty)
    files.listed = ["b", "k7\tdb/a.ts", "", "gone"]
    let history = tool.history(of: target, in: files)
    #expect(history.migrations.map(\.id) == ["b", "k7", "gone"])
    #expect(history.migrations.map(\.path) == ["db/b.ts", "db/a.ts", "db"])
    #expect(history.migrations[0].up?.contentID == files.files["db/b.ts"]?.contentID)
    #expect(!tool.hasDowns(of: target) && history.migrations.allSatisfy { $0.down == nil })
  }

  @Test("plans what isn't applied, with the one command that runs all of it")
  func plan() {
    let target = target(all: "bin/migrate up")
    let base = tool.history(of: target, in: FileTree(texts: ["db/2_b.rb": ""]))
    let head = tool.history(of: target, in: FileTree(texts: ["db/2_b.rb": "", "db/1_a.rb": "", "db/3_c.rb": ""]))
    let plan = tool.plan(for: head, applied: base, target: target)
    #expect(plan.steps.map(\.migration) == ["1", "3"] && plan.together?.words == ["bin/migrate", "up"])
    #expect(tool.plan(for: base, applied: base, target: target).together == nil)
    #expect(tool.revert(head.migrations[2], in: head, target: target)?.direction == .down)
  }

  @Test("has to leave something in the database when it applies a migration, since it may connect elsewhere")
  func proof() throws {
    func proof(_ script: MigrationScript?) -> ProgramCall.Proof? {
      if case .command(let call) = script?.body { return call.proof }
      return nil
    }
    let target = target(all: "bin/migrate up")
    let history = tool.history(of: target, in: FileTree(texts: ["db/1_a.rb": ""]))
    let plan = tool.plan(for: history, applied: MigrationHistory(migrations: []), target: target)
    #expect(plan.together?.proof?.holds == ["anything"])
    #expect(proof(history.migrations[0].up) == plan.together?.proof && proof(history.migrations[0].down) == nil)
  }

  @Test("says where a command of the configuration can't be read")
  func brokenCommand() {
    let history = tool.history(of: target(up: "run 'x"), in: FileTree(texts: ["db/1_a.rb": ""]))
    #expect(history.migrations.isEmpty && history.problems.count == 1)
  }
}
