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
  @Test func startsAnswersAndLeavesNothing() async throws {
    let server = try await EmbeddedServer.forTests()
    let connection = try await MySQLConnection(server.parameters(user: EmbeddedServer.administrator))
    let rows = try await connection.rows("SELECT 1, NULL, 'zwölf 🐬', @@character_set_client, @@character_set_server")
    #expect(rows == [["1", nil, "zwölf 🐬", "utf8mb4", "utf8mb4"]])
    await connection.close()
    await server.stop()
    #expect(!FileManager.default.fileExists(atPath: server.folder.path))
  }
}

extension EmbeddedServer {
  static func forTests() async throws -> EmbeddedServer {
    let environment = ProcessInfo.processInfo.environment
    let programs = try await ServerProgramSearch(environment: environment)
      .programs(kind: .mariadb, isAssumed: true, version: nil)
    return try await start(programs, library: ClientLibrary(environment: environment), environment: environment)
  }
}
