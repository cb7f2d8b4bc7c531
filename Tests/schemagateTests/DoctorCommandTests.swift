import Foundation
import TestSupport
import Testing

@Suite("schemagate doctor")
struct DoctorCommandTests {
  private static let noServer = ["SCHEMAGATE_PG_BIN": "/nonexistent"]

  @Test("what a target needs and the machine lacks is told with the way to get it, and ends with 3")
  func missingForTarget() throws {
    let shop = try Shop(folder: "migrations/postgresql")
    let result = try shop.run(["doctor"], environment: Self.noServer)
    #expect(result.status == 3)
    #expect(result.output.contains("postgresql (for postgresql)"))
    #expect(result.output.contains("  server programs: missing. SCHEMAGATE_PG_BIN names a folder without"))
    #expect(result.output.contains("    try: ls -d /usr/lib/postgresql/*/bin"))
  }

  @Test("what no target needs may be missing")
  func missingForNobody() throws {
    let result = try Shop().run(["doctor"], environment: Self.noServer)
    #expect(result.status == 0)
    #expect(result.output.contains("postgresql\n  server programs: missing."))
    #expect(result.output.contains("sqlite (for sqlite)\n  library: 3."))
  }

  @Test("MySQL's client library is looked for at run time, and named with its package where it isn't there")
  func clientLibrary() throws {
    let result = try Shop().run(["doctor"], environment: ["SCHEMAGATE_MYSQL_CLIENT": "/nonexistent.so"])
    #expect(result.output.contains("mysql, mariadb\n  client library: missing."))
    #expect(result.output.contains("libmariadb3"))
  }

  @Test("outside of a repository it still says what the machine has")
  func outsideOfRepository() throws {
    let folder = try TemporaryFolder()
    let result = try Binary.run(["doctor"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("sqlite\n  library: 3."))
    #expect(result.error.contains("note: "))
  }
}
