import Foundation
import SchemagateModel
import Subprocess
import Testing

@testable import MigrationTools

@Suite("Django's histories")
struct DjangoTests {
  private let tool = DjangoTool()
  private let shop: CaseFolder
  private let target: TargetDefinition

  init() throws {
    shop = try CaseFolder("django", "shop")
    target = try #require(DjangoTool().detect(in: shop.listing).first?.target)
  }

  private func history(changing changes: [String: String?] = [:]) -> MigrationHistory {
    var files = shop.files
    for (path, text) in changes {
      let new = text.map { FileTree(texts: [path: $0]) }
      files.files[path] = new?.files[path]
    }
    return tool.history(of: target, in: files)
  }

  private func migration(_ dependencies: String, more: String = "") -> String {
    "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n"
      + "    dependencies = \(dependencies)\n\(more)    operations = []\n"
  }

  @Test("stand in the order in which Django itself says that it would run them")
  func order() async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let tools = folder.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      ".build/test-tools")
    let program = "exec \(tools.path)/bin/python -B manage.py showmigrations --plan"
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", "cd \(folder.path)/Cases/django/shop && \(program)"],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let printed = result.standardOutput
    let apps: Set<Substring> = ["alerts", "money", "orders", "people", "zoo"]
    let plan = printed.split(whereSeparator: \.isNewline).compactMap { $0.split(separator: " ").last.map(String.init) }
      .filter { apps.contains($0.prefix { $0 != "." }) }
    #expect(plan.count == 10, "\(result.standardError)")
    let replaced: Set = ["orders.0001_initial", "orders.0002_total"]
    #expect(history().ids.filter { !replaced.contains($0) } == plan)
    #expect(tool.plan(for: history(), applied: .empty, target: target).steps.map(\.migration.rawValue) == plan)
  }

  @Test("are read with their labels, dependencies and transactions, whatever their files compute elsewhere")
  func reading() throws {
    let history = history()
    #expect(history.problems.isEmpty && history.migrations.count == 12)
    let rate = try #require(history["money.0002_rate"])
    #expect(rate.parents == ["money.0001_initial", "orders.0003_state"] && rate.name == "rate")
    #expect(rate.path == "payments/migrations/0002_rate.py")
    #expect(history["money.0001_initial"]?.parents == ["orders.0002_total", "zoo.0001_initial"])
    #expect(history["alerts.0001_initial"]?.parents == ["people.0001_initial"])
    #expect(history["orders.0003_state"]?.up?.transaction == TransactionScope.none)
    #expect(rate.up?.transaction == .file)
    #expect(history["orders.0001_squashed_0002_total"]?.kind == .baseline)
  }

  @Test("are found below manage.py, with the settings that it names and the engine that those name")
  func detection() throws {
    #expect(target.engine == .sqlite && target.tool.program.settings == "site_shop.settings")
    #expect(
      target.migrations
        == ["alerts", "orders", "payments", "people", "zoo"].map { "\($0)/migrations" })
    var files = shop.files
    files.files["requirements.txt"] = FileTree(texts: ["requirements.txt": "psycopg==3\n"]).files["requirements.txt"]
    let settings = try #require(files.files["site_shop/settings.py"]).text
    let both = settings + "\nif PRODUCTION:\n    DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\n"
    files.files["site_shop/settings.py"] = FileTree(texts: ["s": both]).files["s"]
    #expect(tool.detect(in: files.listing).map(\.target.engine) == [.postgresql])
    var compared = target
    compared.schema = .command("python3 manage.py migrate --run-syncdb", inputs: [])
    #expect(tool.isInput("zoo/models.py", of: compared) && mayBeInput("zoo/models.py"))
    #expect(!tool.isInput("zoo/models.py", of: target))
    #expect(!tool.isInput("zoo/views.py", of: target))
  }

  @Test("keep their target's name when an app is added in front")
  func stableName() {
    var files = shop.files
    files.files["aaa/migrations/__init__.py"] = files.files["zoo/migrations/__init__.py"]
    files.files["aaa/migrations/0001_initial.py"] = files.files["zoo/migrations/0001_initial.py"]
    #expect(detectTargets(in: shop.listing).targets.map(\.name) == ["database"])
    #expect(detectTargets(in: files.listing).targets.map(\.name) == ["database"])
  }

  @Test("call manage.py for a step, back to the migration before it, and for everything at the end")
  func calls() throws {
    let all = history()
    let plan = tool.plan(
      for: all, applied: MigrationHistory(migrations: Array(all.migrations.dropLast(2))), target: target)
    #expect(plan.steps.map(\.migration) == ["alerts.0002_left", "alerts.0003_merge"])
    let options = ["--noinput", "--no-color", "--settings=schemagate_settings"]
    #expect(
      plan.steps[0].script.call?.words
        == ["python3", "manage.py", "migrate", "alerts", "0002_left", "--skip-checks"] + options)
    #expect(plan.steps[1].script.call?.words == ["python3", "manage.py", "migrate"] + options)
    #expect(plan.together?.words == plan.steps[1].script.call?.words)
    #expect(plan.together?.proof?.holds == ["alerts.0002_left", "alerts.0003_merge"])
    #expect(plan.steps[0].script.call?.environment["SCHEMAGATE_SETTINGS"] == "site_shop.settings")
    func back(_ id: MigrationID) -> [String] {
      all[id].flatMap { tool.revert($0, in: all, target: target) }?.script.call?.words ?? []
    }
    #expect(back("money.0002_rate").dropFirst(2).prefix(3) == ["migrate", "money", "0001_initial"])
    #expect(back("money.0001_initial").dropFirst(2).prefix(3) == ["migrate", "money", "zero"])
    #expect(back("alerts.0003_merge").dropFirst(2).prefix(3) == ["migrate", "alerts", "0002_right"])
    #expect(
      back("alerts.0002_left") == ["python3", "{files}/schemagate_revert.py", "alerts", "0002_left"],
      "its sibling must stay")
  }

  @Test("stop where an app has two ends, a dependency is gone, or an applied migration waits for a new one")
  func refusals() throws {
    let path = "zoo/migrations/0002_"
    let first = "[(\"zoo\", \"0001_initial\")]"
    let forked = history(changing: [path + "a.py": migration(first), path + "b.py": migration(first)])
    #expect(forked.problems == [.headsDiverged(heads: ["zoo.0002_a", "zoo.0002_b"])])
    let refusal = tool.plan(for: forked, applied: history(), target: target).refusal
    #expect(refusal?.reason.hasSuffix("multiple leaf nodes in the migration graph: (0002_a, 0002_b in zoo)") == true)

    let lost = history(changing: ["zoo/migrations/0001_initial.py": nil])
    #expect(tool.plan(for: lost, applied: history(), target: target).refusal == nil, "`__first__` names nothing")
    let torn = history(changing: ["payments/migrations/0001_initial.py": nil])
    #expect(torn.problems.count == 2)
    #expect(tool.plan(for: torn, applied: history(), target: target).refusal?.migration == "money.0002_rate")

    let late = history(changing: [
      path + "late.py": migration(first),
      "payments/migrations/0002_rate.py": migration("[('zoo', '0002_late'), ('money', '0001_initial')]"),
    ])
    #expect(
      tool.plan(for: late, applied: history(), target: target).refusal?.reason
        == "Migration money.0002_rate is applied before its dependency zoo.0002_late")
    let empty = history(changing: [path + "a.py": "x = 1\n"])
    #expect(
      tool.plan(for: empty, applied: history(), target: target).refusal?.migration == "zoo.0002_a"
        || !empty.problems.isEmpty)
  }

  @Test("name the line of dependencies that have to be computed, without calling it Django's refusal")
  func computed() {
    let text = migration("[('zoo', '0001_initial')]", more: "    if True:\n        dependencies += EXTRA\n")
    let found = history(changing: ["zoo/migrations/0002_a.py": text])
    #expect(
      found.problems == [
        .unreadable(
          location: SourceLocation(path: "zoo/migrations/0002_a.py", line: 7),
          why: "its `dependencies` is computed, so that the file doesn't tell its place in the order")
      ])
    #expect(tool.plan(for: found, applied: history(), target: target).refusal == nil)
  }

  @Test("count a squashed migration as applied when all that it replaces are, and leave it out when some are")
  func squashed() {
    let all = history()
    let old = MigrationHistory(migrations: all.migrations.filter { $0.replaces.isEmpty })
    #expect(tool.plan(for: all, applied: old, target: target).steps.isEmpty)
    let some = MigrationHistory(migrations: [all["orders.0001_initial"], all["zoo.0001_initial"]].compactMap(\.self))
    let plan = tool.plan(for: all, applied: some, target: target)
    #expect(plan.steps.map(\.migration.rawValue).contains("orders.0002_total"))
    #expect(!plan.steps.map(\.migration.rawValue).contains("orders.0001_squashed_0002_total"))
    let gone = history(changing: ["orders/migrations/0001_initial.py": nil, "orders/migrations/0002_total.py": nil])
    #expect(gone.problems.isEmpty && tool.plan(for: gone, applied: old, target: target).steps.isEmpty)
    #expect(gone["orders.0003_state"]?.parents == ["orders.0001_squashed_0002_total", "zoo.0001_initial"])
  }
}

extension MigrationScript {
  fileprivate var call: ProgramCall? { if case .command(let call) = body { call } else { nil } }
}
