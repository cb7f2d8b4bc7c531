import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing
import ToolPrograms

@testable import MigrationTools
@testable import Rehearsing

@Suite(
  "a rehearsal leaves what the tool's own program leaves, by the server's own dump", .serialized,
  .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
struct RealProgramTests {
  @Test("of Alembic on PostgreSQL, up and one back", .enabled(if: TestEngines.includes(.postgresql)))
  func alembic() async throws {
    let settings = ToolSettings(name: "alembic", program: ProgramSettings(config: "alembic.ini"))
    let target = TargetDefinition(name: "shop", engine: .postgresql, migrations: ["db/versions"], tool: settings)
    let project = try PythonProject("postgresql/alembic-heads-diverge", target: target, tool: AlembicTool())
    try await Lent.server(.postgresql) { server in
      try await server.withScratchDatabase(ScratchRequest()) { theirs in
        try await server.withScratchDatabase(ScratchRequest()) { ours in
          let access = try await theirs.programAccess()
          try project.write("alembic.ini", replacing: "postgresql://shop@localhost/shop", by: Self.address(access))
          let (left, right) = (Dump(access: access), Dump(access: try await ours.programAccess()))
          try project.run(["alembic", "upgrade", "head"])
          try await project.migrate(ours)
          let top = try left.postgresql()
          #expect(try top == right.postgresql())
          #expect(top.contains { $0.contains("email character varying(80)") } && top.contains { $0.contains("'b2'") })
          try project.run(["alembic", "downgrade", "-1"])
          try await project.revert(ours)
          let below = try left.postgresql()
          #expect(try below == right.postgresql() && below != top)
        }
      }
    }
  }

  @Test("of Django on SQLite")
  func django() async throws {
    let settings = ToolSettings(
      name: "django", program: ProgramSettings(config: "manage.py", settings: "site_shop.settings"))
    let target = TargetDefinition(name: "shop", engine: .sqlite, migrations: ["orders/migrations"], tool: settings)
    let project = try PythonProject("sqlite/django", target: target, tool: DjangoTool())
    try await Lent.server(.sqlite) { server in
      try await server.withScratchDatabase(ScratchRequest()) { ours in
        try project.run(["python3", "manage.py", "migrate"])
        try await project.migrate(ours)
        let left = try Dump(access: ProgramAccess(database: project.path + "/production")).sqlite()
        #expect(try left == Dump(access: try await ours.programAccess()).sqlite())
        #expect(left.contains { $0.contains("\"state\" integer NULL") } && left.contains("orders|0003_fill"))
      }
    }
  }

  /// The scenario `sqlite/alembic-models` shows what our own comparison finds there.
  @Test("Alembic's own comparison sees neither the check constraint nor the index on an expression that models declare")
  func alembicCheck() throws {
    let target = TargetDefinition(
      name: "shop", engine: .sqlite, migrations: ["db/versions"], tool: ToolSettings(name: "alembic"))
    let project = try PythonProject("sqlite/alembic-models", target: target, tool: AlembicTool())
    try project.run(["alembic", "upgrade", "head"])
    try project.run(["alembic", "check"])
  }

  private static func address(_ access: ProgramAccess) -> String {
    "postgresql+psycopg2://\(access.user ?? "")@/\(access.database)?host=\(access.host ?? "")&port=\(access.port ?? 5432)"
  }
}

/// The files of a scenario, once for the tool itself and once for us.
private struct PythonProject: Sendable {
  private let own = try? TemporaryFolder()
  private let copy: PrivateFolder
  private let files: FileTree
  private let target: TargetDefinition
  private let tool: any MigrationTool

  init(_ scenario: String, target: TargetDefinition, tool: any MigrationTool) throws {
    (self.target, self.tool) = (target, tool)
    copy = try PrivateFolder(environment: ProcessInfo.processInfo.environment)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/\(scenario)")
    var found: [String: FileTree.File] = [:]
    for layer in ["base", "head"] {
      let root = folder.appendingPathComponent(layer)
      for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
        guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { continue }
        found[path] = FileTree.File(contents: Array(text.utf8), contentID: text)
      }
    }
    files = FileTree(files: found)
    let folders = [try #require(own).path, try copy.folder(named: "copy")]
    for (path, file) in found {
      for folder in folders { try Self.write(file.text, to: folder + "/" + path) }
    }
  }

  var path: String { own?.path ?? "" }

  func write(_ name: String, replacing old: String, by new: String) throws {
    let text = try #require(files.files[name]).text
    try #require(text.contains(old))
    try Self.write(text.replacing(old, with: new), to: path + "/" + name)
  }

  private static func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
  }

  /// Runs the tool itself.
  func run(_ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = Self.environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words)")
  }

  private static let environment = ProcessInfo.processInfo.environment.merging(
    ["PATH": TestTools.folder.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")]
  ) { _, own in own }

  private var history: MigrationHistory { tool.history(of: target, in: files) }

  /// Step by step, as a rehearsal observes it.
  func migrate(_ database: any ScratchDatabase) async throws {
    let plan = tool.plan(for: history, applied: .empty, target: target)
    try #require(plan.refusal == nil && !plan.steps.isEmpty)
    for step in plan.steps { try await carryOut(step, on: database) }
  }

  func revert(_ database: any ScratchDatabase) async throws {
    let newest = try #require(history.migrations.last)
    try await carryOut(try #require(tool.revert(newest, in: history, target: target)), on: database)
  }

  private func carryOut(_ step: Step, on database: any ScratchDatabase) async throws {
    let world = ProgramWorld(
      folder: copy, copies: [.head: copy.path + "/copy"], workTree: nil, variables: Self.environment)
    let programs = ProgramRunner(world: world, engine: target.engine)
    let runner = StepRunner(database: database, limit: .seconds(60), programs: programs)
    let outcome = try await runner.run(step).outcome
    try #require(outcome == .applied)
  }
}

/// What a database holds, in the words of its server's own program.
private struct Dump {
  let access: ProgramAccess

  /// Everything, the tool's own rows too.
  func postgresql() throws -> [String] {
    let place = ["-h", access.host ?? "", "-p", String(access.port ?? 5432), "-U", access.user ?? ""]
    return try lines(["pg_dump"] + place + ["--inserts", access.database])
      .filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\") }
  }

  /// The schema and what Django has written down. One by one, other people's apps may come in another order.
  func sqlite() throws -> [String] {
    let rows = "SELECT app || '|' || name FROM django_migrations"
    return try (lines(["sqlite3", access.database, ".schema"]) + lines(["sqlite3", access.database, rows])).sorted()
  }

  private func lines(_ words: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words)")
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
