import EngineInterface
import Foundation
import SchemagateModel
import ServerProcess
import TestSupport
import Testing

@testable import PostgreSQLEngine

@Suite(
  "The embedded server",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES does not name postgresql"))
struct EmbeddedServerTests {
  private static func start(_ environment: [String: String] = ProcessInfo.processInfo.environment) async throws
    -> EmbeddedServer
  {
    let programs = try await ServerProgramSearch(environment: environment).programs(major: nil)
    return try await EmbeddedServer.start(programs, environment: environment)
  }

  /// Starts a server, prints its process and folder, and ends by `signal`; run in a process of its own.
  private static func dieWithServer(of signal: Int32) async throws {
    let server = try await start()
    let process = try String(contentsOfFile: "\(server.folder.path)/pid", encoding: .utf8)
    print("\(process.trimmingNewlines()) \(server.folder.path)")
    fflush(nil)
    kill(getpid(), signal)
    try await Task.sleep(for: .seconds(60))
  }

  /// The same, with the watchdog and the server killed first.
  private static func dieWithWatchdog() async throws {
    let server = try await start()
    let text = try String(contentsOfFile: "\(server.folder.path)/pid", encoding: .utf8).trimmingNewlines()
    print("\(text) \(server.folder.path)")
    fflush(nil)
    kill(-getpgid(try #require(pid_t(text))), SIGKILL)
    kill(getpid(), SIGKILL)
    try await Task.sleep(for: .seconds(60))
  }

  private static func expectNothingLeft(of output: [UInt8]) async throws {
    let line = String(decoding: output, as: UTF8.self).split(separator: "\n").first {
      $0.contains(EmbeddedServer.traits.folderPrefix)
    }
    let words = try #require(line).split(separator: " ")
    let process = try #require(words.first.flatMap { pid_t($0) })
    let folder = try #require(words.last).description
    for _ in 0..<500 where FileManager.default.fileExists(atPath: folder) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
    let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z ") == true)
  }

  @Test func isGoneAfterAKill() async throws {
    let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
      try await EmbeddedServerTests.dieWithServer(of: SIGKILL)
    }
    try await Self.expectNothingLeft(of: try #require(result).standardOutputContent)
  }

  @Test func isSweptByTheNextRunWhereTheWatchdogWasKilledToo() async throws {
    let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
      try await EmbeddedServerTests.dieWithWatchdog()
    }
    try await Self.start().stop()
    try await Self.expectNothingLeft(of: try #require(result).standardOutputContent)
  }

  @Test func isGoneAfterCtrlC() async throws {
    let result = await #expect(processExitsWith: .signal(SIGINT), observing: [\.standardOutputContent]) {
      try await EmbeddedServerTests.dieWithServer(of: SIGINT)
    }
    try await Self.expectNothingLeft(of: try #require(result).standardOutputContent)
  }

  @Test func isGoneAfterTermination() async throws {
    let result = await #expect(processExitsWith: .signal(SIGTERM), observing: [\.standardOutputContent]) {
      try await EmbeddedServerTests.dieWithServer(of: SIGTERM)
    }
    try await Self.expectNothingLeft(of: try #require(result).standardOutputContent)
  }

  @Test func isGoneAfterItsUse() async throws {
    let server = try await Self.start()
    #expect(server.folder.hasSocket)
    await server.stop()
    #expect(!server.folder.exists)
  }

  @Test func isSweptWhereOwnerAndWatchdogAreBothGone() throws {
    let stale = "/tmp/\(EmbeddedServer.traits.folderPrefix)test\(getpid())"
    try FileManager.default.createDirectory(atPath: stale, withIntermediateDirectories: true)
    try "".write(toFile: "\(stale)/lock", atomically: false, encoding: .utf8)
    let held = "/tmp/\(EmbeddedServer.traits.folderPrefix)held\(getpid())"
    try FileManager.default.createDirectory(atPath: held, withIntermediateDirectories: true)
    let lock = try #require(FileLock(path: "\(held)/lock"))
    StaleFolders(of: EmbeddedServer.traits, environment: [:]).sweep()
    #expect(!FileManager.default.fileExists(atPath: stale))
    #expect(FileManager.default.fileExists(atPath: held))
    withExtendedLifetime(lock) {}
    try FileManager.default.removeItem(atPath: held)
  }

  @Test func startsFromAPreparedFolderAndSurvivesABrokenOne() async throws {
    let cache = try TemporaryFolder()
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CACHE_HOME"] = cache.path
    try await Self.start(environment).stop()
    let folder = "\(cache.path)/schemagate"
    let entry = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    try await Self.start(environment).stop()
    let control = "\(folder)/\(entry)/data/global/pg_control"
    let size = try Data(contentsOf: URL(fileURLWithPath: control)).count
    try Data(repeating: 0, count: size).write(to: URL(fileURLWithPath: control))
    try await Self.start(environment).stop()
    #expect(try Data(contentsOf: URL(fileURLWithPath: control)).contains { $0 != 0 })
    try FileManager.default.removeItem(atPath: control)
    try await Self.start(environment).stop()
    #expect(FileManager.default.fileExists(atPath: control))
  }

  @Test func servesTwoChecksAtOnce() async throws {
    async let one = LentServer.withScratch { try await $0.applied("CREATE TABLE t (x int)") }
    async let two = LentServer.withScratch { try await $0.applied("CREATE TABLE t (x int)") }
    let counts = try await [one, two]
    #expect(counts == [1, 1])
  }

  @Test func isAnErrorWhereItDiesHalfWay() async throws {
    let thrown = await #expect(throws: (any Error).self) {
      try await LentServer.withServer(privileges: .administrator) { server async throws in
        try await server.withScratchDatabase(ScratchRequest(privileges: .administrator)) { database async throws in
          let folder = try await database.keep().split(separator: " ")[2].dropLast(2)
          let process = try String(contentsOfFile: "\(folder)/pid", encoding: .utf8)
          kill(try #require(pid_t(process.trimmingNewlines())), SIGQUIT)
          _ = try await database.applied("SELECT pg_sleep(5)")
        }
      }
    }
    let error = thrown as? any ReportedError
    #expect(error?.exitStatus == 3)
    #expect(error?.report.what.contains("ended while it was needed") == true)
    #expect(error?.report.what.contains("immediate shutdown") == true)
  }

  @Test func namesThePackageOfAVersionThatIsNotHere() async throws {
    let thrown = await #expect(throws: (any Error).self) {
      try await LentServer.withServer(version: "99") { _ in }
    }
    let error = thrown as? any ReportedError
    #expect(error?.report.try?.contains("apt-get install postgresql-99") == true)
    #expect(error?.exitStatus == 3)
  }

  @Test func runsOnWhereADatabaseWasKept() async throws {
    let request = ServerRequest(engine: .postgresql, choice: .embedded, keep: true)
    let command = try await LentServer.engine.withServer(request) { server async throws in
      try await server.withScratchDatabase(ScratchRequest()) { database async throws in
        _ = try await database.applied("CREATE TABLE kept (x int)")
        return try await database.keep()
      }
    }
    let words = command.split(separator: " ").map(String.init)
    let connection = try await PostgreSQLConnection(
      ConnectionParameters(["host": words[2], "user": words[4], "dbname": words[6]]))
    #expect(try await connection.rows("SELECT count(*) FROM kept") == [["0"]])
    await connection.close()
    let folder = String(words[2].dropLast(2))
    kill(try #require(pid_t(try String(contentsOfFile: "\(folder)/pid", encoding: .utf8).trimmingNewlines())), SIGINT)
    for _ in 0..<500 where FileManager.default.fileExists(atPath: folder) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
