import Foundation
import SQLiteEngine
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

/// Each of them must be exit status 3, with what happened and what to do.
@Suite("a fault around a tool's program is never a pass", .serialized)
struct ProgramFaultTests {
  /// A tool of the team's own, in the shell's language.
  private static let tool = """
    file="db/migrate/$2.sql"
    if [ "$1" = up ]; then sqlite3 -bail "$3" <"$file"; else echo "DROP TABLE t$2;" | sqlite3 -bail "$3"; fi
    """

  private static func settings(runner: String = "sh") -> String {
    """
    targets:
      shop:
        engine: sqlite
        migrations: db/migrate
        tool: {name: command, runner: \(runner), up: "bin/migrate up {id} {database}", down: "bin/migrate down {id} {database}"}
    """
  }

  /// One migration on main, and one more on the branch.
  private func shop(runner: String = "sh", tool: String = tool) throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    try repository.write("schemagate.yml", Self.settings(runner: runner))
    try repository.write("bin/migrate", tool)
    try repository.write("db/migrate/001.sql", "CREATE TABLE t001 (id integer);\n")
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.write(
      "db/migrate/002.sql", "-- schemagate: expect add table t002\nCREATE TABLE t002 (id integer);\n")
    try repository.commit("branch")
    return repository
  }

  private func expectUnknown(_ report: Report, says part: String) {
    #expect(report.exitStatus(failOn: .error) == .unknown)
    let words = report.errors + report.targets.flatMap(\.errors)
    let gaps = report.targets.flatMap(\.notChecked).map { $0.what + ": " + $0.why + ($0.try ?? "") }
    let told = words.map { $0.what + ($0.at.map { " " + $0 } ?? "") } + gaps
    #expect(told.contains { $0.contains(part) }, "\(told)")
    #expect(words.allSatisfy { !$0.what.isEmpty }, "\(words)")
  }

  @Test("where only the history is asked for, the branch's program isn't even asked for its list")
  func historyOnly() async throws {
    let repository = try shop()
    try repository.write("schemagate.yml", Self.settings().replacing(" up: ", with: " list: bin/list, up: "))
    try repository.write("bin/list", "touch '\(repository.path)/ran'\necho db/migrate/001.sql\n")
    try repository.commit("list")
    let report = try await GateCall.check(repository, flags: ["history-only"])
    expectUnknown(report, says: "--history-only runs none")
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/ran"))
    #expect(try await GateCall.check(repository).errors.isEmpty)
    #expect(FileManager.default.fileExists(atPath: repository.path + "/ran"))
  }

  @Test("at every call that lends it a database")
  func everyCall() async throws {
    let repository = try shop()
    var number = 0
    while true {
      number += 1
      let fault = Fault(in: .programAccess, at: number)
      let report = try await GateCall.check(repository) { _ in [FaultyEngine(engine: SQLiteEngine(), fault: fault)] }
      guard fault.wasThrown else {
        #expect(report.verdict == .passed, "\(report.targets)")
        break
      }
      expectUnknown(report, says: "programAccess failed")
    }
    #expect(number > 4)
  }

  @Test("when its traces can't be read")
  func rows() async throws {
    let scenario = try #require(Scenario.all(.sqlite).first { $0.name == "alembic-down-leaves-something" })
    let fault = Fault(in: .rows, at: 1)
    let report = try await GateCall.check(scenario.repository(scenario.expectation())) { _ in
      [FaultyEngine(engine: SQLiteEngine(), fault: fault)]
    }
    #expect(fault.wasThrown)
    expectUnknown(report, says: "alembic_version")
  }

  @Test("when it isn't there")
  func missing() async throws {
    expectUnknown(try await GateCall.check(shop(runner: "nosuchprogram")), says: "nosuchprogram")
  }

  @Test("when no folder can be made for its files")
  func noFolder() async throws {
    let report = try await GateCall.check(shop(), variables: ["TMPDIR": "/proc"]) { _ in [SQLiteEngine()] }
    expectUnknown(report, says: "/proc")
  }

  @Test("when one of the revision's files can't be written")
  func unwritable() async throws {
    let repository = try shop()
    // Git takes a name that is longer than any file system's.
    let name = String(repeating: "n", count: 300)
    let id = try repository.git(["rev-parse", "branch:bin/migrate"])
    try repository.git(["update-index", "--add", "--cacheinfo", "100644,\(id),app/\(name)"])
    try repository.git(["commit", "--quiet", "--message", "a long name"])
    expectUnknown(try await GateCall.check(repository), says: "nnnnn")
  }

  @Test("when a file that only it reads has vanished from the repository", arguments: ["main", "branch"])
  func vanished(revision: String) async throws {
    let repository = try shop()
    try repository.write("bin/migrate", Self.tool + "\n# as the branch has it\n")
    try repository.commit("tool")
    let id = try repository.git(["rev-parse", "\(revision):bin/migrate"])
    try repository.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    expectUnknown(try await GateCall.check(repository), says: "object")
  }

  @Test("when the disk is full")
  func diskFull() async throws {
    let full = "if [ \"$2\" = 002 ]; then head -c 1 bin/migrate >/dev/full || exit 1; fi\n"
    expectUnknown(try await GateCall.check(shop(tool: full + Self.tool)), says: "No space left on device")
  }
}
