import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import MigrationTools
@testable import Rehearsing

/// The files of a project that dbmate and we migrate, each with a database of its own.
struct DbmateProject: Sendable {
  var files: [String: String] = [:]
  let engine: EngineKind

  var target: TargetDefinition {
    TargetDefinition(name: "shop", engine: engine, migrations: ["db"], tool: ToolSettings(name: "dbmate"))
  }

  var history: MigrationHistory {
    let files = files.map { ("db/" + $0.key, FileTree.File(contents: Array($0.value.utf8), contentID: $0.value)) }
    return DbmateTool().history(of: target, in: FileTree(files: Dictionary(uniqueKeysWithValues: files)))
  }

  mutating func add(_ name: String, up: String, down: String, options: String = "") {
    files[name] = "-- migrate:up\(options)\n\(up)\n-- migrate:down\(options)\n\(down)\n"
  }
}

/// Runs our plans on a scratch database, as a rehearsal does.
struct OurDbmate {
  let database: any ScratchDatabase
  private(set) var applied = MigrationHistory.empty

  init(database: any ScratchDatabase) { self.database = database }

  private var runner: StepRunner { StepRunner(database: database, limit: .seconds(30)) }

  /// Whether everything pending ran.
  mutating func migrate(_ project: DbmateProject) async throws -> Bool {
    let history = project.history
    let plan = DbmateTool().plan(for: history, applied: applied, target: project.target)
    guard plan.refusal == nil else { return false }
    try await runner.prepare(plan)
    for step in plan.steps {
      guard try await runner.run(step).outcome == .applied else { return false }
      let done = Set(applied.migrations.map(\.id)).union([step.migration])
      applied = MigrationHistory(migrations: history.migrations.filter { done.contains($0.id) })
    }
    return true
  }

  mutating func rollBack(_ project: DbmateProject) async throws -> Bool {
    let newest = try #require(applied.migrations.last)
    let step = try #require(DbmateTool().revert(newest, in: applied, target: project.target))
    guard try await runner.run(step).outcome == .applied else { return false }
    applied = MigrationHistory(migrations: applied.migrations.dropLast())
    return true
  }
}

/// dbmate itself, as `make install-test` installs it.
struct RealDbmate {
  let access: ProgramAccess
  let engine: EngineKind

  /// Whether dbmate carried out `command`.
  func run(_ command: String, _ project: DbmateProject) throws -> Bool {
    let folder = try TemporaryFolder()
    for (name, text) in project.files { try folder.write("db/\(name)", text) }
    let words = ["--url", url, "--migrations-dir", folder.path + "/db", "--no-dump-schema", command]
    return try Self.output(of: TestTools.path(of: "dbmate"), words).status == 0
  }

  private var url: String {
    let (user, host, port) = (access.user ?? "", access.host ?? "", access.port ?? 5432)
    switch engine {
    case .postgresql: return "postgres://\(user)@/\(access.database)?host=\(host)&port=\(port)&sslmode=disable"
    case .sqlite: return "sqlite:\(access.database)"
    case .mysql, .mariadb: return "mysql://\(user):\(access.password ?? "")@/\(access.database)?socket=\(host)"
    }
  }

  /// Everything in the database, dbmate's own rows too, in the words of the server's own program.
  func dump() throws -> [String] {
    let (program, words): (String, [String])
    switch engine {
    case .postgresql:
      let place = ["-h", access.host ?? "", "-p", String(access.port ?? 5432), "-U", access.user ?? ""]
      (program, words) = ("pg_dump", place + ["--inserts", access.database])
    case .sqlite: (program, words) = ("sqlite3", [access.database, ".dump"])
    case .mysql, .mariadb:
      let place = ["--socket=" + (access.host ?? ""), "--user=" + (access.user ?? "")]
      (program, words) = ("mariadb-dump", place + ["--skip-comments", "--skip-extended-insert", access.database])
    }
    let (status, text) = try Self.output(of: "/usr/bin/env", [program] + words)
    try #require(status == 0, "\(program): \(text)")
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\") }
  }

  private static func output(of program: String, _ words: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
