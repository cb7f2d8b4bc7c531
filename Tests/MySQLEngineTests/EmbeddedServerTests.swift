import EngineInterface
import Foundation
import SchemagateModel
import ServerProcess
import TestSupport
import Testing

@testable import MySQLEngine

@Suite(
  "The embedded server of MySQL and MariaDB",
  .enabled(if: TestEngines.includes(.mariadb), "SCHEMAGATE_TEST_ENGINES does not name mariadb"))
struct EmbeddedServerTests {
  /// Starts a server, prints its process and folder, and ends by `signal`; run in a process of its own.
  private static func dieWithServer(of signal: Int32) async throws {
    let server = try await LentServer.start()
    let process = try String(contentsOfFile: "\(server.folder.path)/pid", encoding: .utf8)
    print("\(process.trimmingCharacters(in: .newlines)) \(server.folder.path)")
    fflush(nil)
    kill(getpid(), signal)
    try await Task.sleep(for: .seconds(60))
  }

  private static func expectNothingLeft(of output: [UInt8]) async throws {
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.contains(EmbeddedServer.traits.folderPrefix) }
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

  @Test func startsAnswersAndLeavesNothing() async throws {
    let server = try await LentServer.start()
    let connection = try await MySQLConnection(server.parameters(user: EmbeddedServer.administrator))
    let rows = try await connection.rows("SELECT 1, NULL, 'zwölf 🐬', @@character_set_client, @@character_set_server")
    #expect(rows == [["1", nil, "zwölf 🐬", "utf8mb4", "utf8mb4"]])
    await connection.close()
    await server.stop()
    #expect(!FileManager.default.fileExists(atPath: server.folder.path))
  }

  @Test func isGoneAfterAKill() async throws {
    let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
      try await EmbeddedServerTests.dieWithServer(of: SIGKILL)
    }
    try await Self.expectNothingLeft(of: try #require(result).standardOutputContent)
  }

  @Test func isGoneAfterAnInterrupt() async throws {
    let result = await #expect(processExitsWith: .signal(SIGINT), observing: [\.standardOutputContent]) {
      try await EmbeddedServerTests.dieWithServer(of: SIGINT)
    }
    try await Self.expectNothingLeft(of: try #require(result).standardOutputContent)
  }

  @Test func saysWhoItIs() async throws {
    let version = try await LentServer.withServer { $0.version }
    #expect(version.name == .mariadb)
    #expect(version.version.contains("."))
  }

  @Test func isAnErrorWhereItDiesHalfWay() async throws {
    let thrown = await #expect(throws: (any Error).self) {
      try await LentServer.withScratch { database async throws in
        let folder = try #require(try await database.keep().firstMatch(of: #/cat (.*)/pid/#)?.1)
        let process = try String(contentsOfFile: "\(folder)/pid", encoding: .utf8)
        kill(try #require(pid_t(process.trimmingCharacters(in: .newlines))), SIGKILL)
        _ = try await database.applied("SELECT SLEEP(5)")
      }
    }
    let error = thrown as? any ReportedError
    #expect(error?.exitStatus == 3)
    #expect(error?.report.what.contains("ended while it was needed") == true)
  }

  @Test func namesThePackageOfAVersionThatIsNotHere() async throws {
    let thrown = await #expect(throws: (any Error).self) { try await LentServer.withServer(version: "99") { _ in } }
    let error = thrown as? any ReportedError
    #expect(error?.report.what.contains("MariaDB 99 is not installed") == true)
    #expect(error?.report.try?.contains("apt-get install mariadb-server") == true)
  }

  @Test func takesTheOtherVendorOnlyWhereTheEngineIsAssumed() async throws {
    let folder = try TemporaryFolder()
    try folder.write("nothing", "")
    let environment = ["SCHEMAGATE_MYSQL_BIN": "/usr/sbin", "PATH": "/usr/bin:/bin"]
    let search = ServerProgramSearch(environment: environment)
    #expect(try await search.programs(kind: .mysql, isAssumed: true, version: nil).kind == .mariadb)
    let thrown = await #expect(throws: EmbeddedServerError.self) {
      try await search.programs(kind: .mysql, isAssumed: false, version: nil)
    }
    #expect(thrown?.report.what.contains("MySQL's server is not installed") == true)
    #expect(thrown?.report.try?.contains("mysql-server") == true)
  }

  @Test func needsItsPrograms() async throws {
    let folder = try TemporaryFolder()
    let search = ServerProgramSearch(environment: ["SCHEMAGATE_MYSQL_BIN": folder.path])
    let thrown = await #expect(throws: EmbeddedServerError.self) {
      try await search.programs(kind: .mariadb, isAssumed: false, version: nil)
    }
    #expect(thrown == .noPrograms(folder: folder.path))
  }

  @Test func runsOnWhereADatabaseWasKept() async throws {
    let command = try await LentServer.withServer(keep: true) { server async throws in
      try await server.withScratchDatabase(ScratchRequest()) { database async throws in
        _ = try await database.applied("CREATE TABLE kept (x int)")
        return try await database.keep()
      }
    }
    let words = try #require(command.wholeMatch(of: #/mariadb --socket=(.*) --user=root ([^ ]+) .*cat (.*)/pid\)/#))
    let library = try ClientLibrary(environment: ProcessInfo.processInfo.environment)
    let connection = try await MySQLConnection(
      ConnectionParameters(library: library, socket: String(words.1), user: "root", database: String(words.2)))
    #expect(try await connection.rows("SELECT count(*) FROM kept") == [["0"]])
    await connection.close()
    let folder = String(words.3)
    let process = try String(contentsOfFile: "\(folder)/pid", encoding: .utf8).trimmingCharacters(in: .newlines)
    kill(try #require(pid_t(process)), SIGTERM)
    for _ in 0..<500 where FileManager.default.fileExists(atPath: folder) {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
