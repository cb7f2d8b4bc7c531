import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import MySQLEngine

/// What differs between the vendors; everything else is shown on MariaDB.
@Suite(
  "A scratch database of MySQL",
  .enabled(if: TestEngines.includes(.mysql), "SCHEMAGATE_TEST_ENGINES does not name mysql"))
struct MySQLServerTests {
  private static func withScratch<Result: Sendable>(
    _ request: ScratchRequest = ScratchRequest(), _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    try await LentServer.withServer(kind: .mysql) { server async throws in
      #expect(server.version.name == .mysql)
      return try await server.withScratchDatabase(request, body)
    }
  }

  @Test func runsAFileAndTellsItsTransaction() async throws {
    try await Self.withScratch { database async throws in
      #expect(try await database.transactionState() == .idle)
      let text = """
        CREATE TABLE t (x int);
        CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END;
        START TRANSACTION; INSERT INTO t VALUES (1);
        """
      #expect(try await database.applied(text) == 4)
      #expect(try await database.transactionState() == .open)
      #expect(try await database.applied("ROLLBACK") == 1)
      #expect(try await database.transactionState() == .idle)
      #expect(try await database.introspect().objects.contains { $0.identity.kind == .table })
    }
  }

  @Test func tellsWhereAFileWasRefusedAndWhatStayed() async throws {
    try await Self.withScratch { database async throws in
      let refusal = try #require(
        try await database.refusal(of: "CREATE TABLE a (x int);\nCREATE TABLE b (\n  x int,\n  y NUL NULL\n);"))
      #expect(refusal.code == "42000 (1064)")
      #expect(refusal.location == SourceLocation(path: "db/1.sql", line: 4, column: 5))
      #expect(refusal.stayed == ["CREATE TABLE a (x int)"])
      let limited = try await database.refusal(of: "CREATE TABLE c AS SELECT SLEEP(30) AS x", limit: .seconds(1))
      #expect(limited?.cause == .timeLimit(seconds: 1))
    }
  }

  @Test func providesTheRightToNameDefiners() async throws {
    try await Self.withScratch { database async throws in
      let text = "CREATE DEFINER=`root`@`localhost` VIEW v AS SELECT 1 AS one"
      var refusals = 0
      while let refusal = try await database.refusal(of: text), refusals < 3 {
        refusals += 1
        guard case .environment(let piece) = refusal.cause, try await database.provide(piece) else {
          throw Unexpected(rejection: refusal)
        }
      }
      #expect(refusals > 0)
    }
  }

  @Test func losesWhatAnAdministratorChanged() async throws {
    let request = ScratchRequest(privileges: .administrator)
    try await LentServer.withServer(kind: .mysql, privileges: .administrator) { server async throws in
      let before = try await server.withScratchDatabase(request) { database async throws in
        _ = try await database.applied("CREATE USER someone; SET GLOBAL wait_timeout = 77; CREATE ROLE r")
        return try await database.applied("SELECT 1")
      }
      #expect(before == 1)
      let after = try await server.withScratchDatabase(request) { database async throws in
        try await database.applied("CREATE USER someone; CREATE ROLE r")
      }
      #expect(after == 2)
    }
  }

  @Test func spellsTypesAsTheServerDoes() async throws {
    let spellings = try await Self.withScratch { try await $0.resolveTypes(["INTEGER", "bool", "nope"]) }
    #expect(spellings == ["INTEGER": "int", "bool": "tinyint(1)"])
  }
}
