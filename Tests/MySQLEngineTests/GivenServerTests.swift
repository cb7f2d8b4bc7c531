import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import MySQLEngine

@Suite(
  "A given MariaDB server",
  .enabled(if: TestEngines.includes(.mariadb), "SCHEMAGATE_TEST_ENGINES does not name mariadb"))
struct GivenServerTests {
  private static let ours = "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'schemagate%'"
  private static let users = "SELECT User FROM mysql.user WHERE User LIKE 'schemagate%'"

  @Test func holdsNothingOfOursAfterwards() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      let names = try await LentServer.withServer(.url(url)) { server async throws in
        try await server.withScratchDatabase(ScratchRequest()) { database async throws in
          #expect(try await database.applied("CREATE TABLE t (x int)") == 1)
          #expect(try await database.refusal(of: "CREATE USER x")?.code == "42000 (1227)")
          return try await administrator.rows(Self.ours)
        }
      }
      #expect(names.count == 1)
      #expect(try await administrator.rows(Self.ours).isEmpty)
      #expect(try await administrator.rows(Self.users).isEmpty)
      #expect(try await administrator.rows("SELECT * FROM mysql.db WHERE Db LIKE 'schemagate%'").isEmpty)
    }
  }

  @Test func losesTheLeftoversOfDeadRunsOnly() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      let living = try await RunMark.take(over: administrator)
      for name in ["schemagate_0a0b0c0d_1", "\(living.namePrefix)1", "schemagate_mine", "schemagate_kept_0a0b0c0d_1"] {
        try await administrator.rows("CREATE DATABASE \(SQLText.identifier(name))")
      }
      try await administrator.rows("CREATE USER schemagate_0a0b0c0d_app")
      try await LentServer.withServer(.url(url)) { _ in }
      let left = Set(try await administrator.rows(Self.ours).compactMap { $0[0] })
      #expect(left == ["\(living.namePrefix)1", "schemagate_mine", "schemagate_kept_0a0b0c0d_1"])
      #expect(try await administrator.rows(Self.users).isEmpty)
    }
  }

  @Test func holdsOnToWhatWasKept() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      let command = try await LentServer.withServer(.url(url), keep: true) { server async throws in
        try await server.withScratchDatabase(ScratchRequest()) { database async throws in
          #expect(try await database.applied("CREATE TABLE t (x int)") == 1)
          return try await database.keep()
        }
      }
      try await LentServer.withServer(.url(url)) { _ in }
      let kept = try await administrator.rows(Self.ours)
      #expect(kept.count == 1)
      #expect(command.contains(try #require(kept.first?.first ?? nil)))
      #expect(!command.contains("s3cret"))
    }
  }

  @Test func mustBeEmptyForAnAdministrator() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      try await administrator.rows("CREATE DATABASE precious; CREATE TABLE precious.t (x int)")
      let thrown = await #expect(throws: GivenServerError.self) {
        try await LentServer.withServer(.url(url), privileges: .administrator) { _ in }
      }
      #expect(thrown?.report.what.contains("precious") == true)
      try await LentServer.withServer(.url(url), privileges: .administrator, sharedServer: true) { _ in }
      #expect(try await administrator.rows("SELECT COUNT(*) FROM precious.t") == [["0"]])
    }
  }

  @Test func saysWhichRightIsMissing() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      try await administrator.rows("CREATE USER poor@localhost")
      let poor = url.replacing("root:s3cret", with: "poor")
      let thrown = await #expect(throws: GivenServerError.self) {
        try await LentServer.withServer(.url(poor)) { server async throws in
          try await server.withScratchDatabase(ScratchRequest()) { _ in }
        }
      }
      let grant = try #require(thrown?.report.try)
      #expect(grant.hasPrefix("GRANT ALL PRIVILEGES ON `schemagate\\_%`.* TO `poor`@`localhost`"))
      try await administrator.rows(grant)
      let count = try await LentServer.withServer(.url(poor)) { server async throws in
        try await server.withScratchDatabase(ScratchRequest()) { try await $0.applied("CREATE TABLE t (x int)") }
      }
      #expect(count == 1)
    }
  }

  @Test func keepsAnAccountThatWasThereBefore() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      try await administrator.rows("CREATE USER old@localhost")
      try await LentServer.withServer(.url(url), privileges: .administrator, sharedServer: true) {
        server async throws in
        try await server.withScratchDatabase(ScratchRequest(privileges: .administrator)) { database async throws in
          for (user, provided) in [("old", "localhost"), ("fresh", "localhost")] {
            let setup = "CREATE USER IF NOT EXISTS `\(user)`@`\(provided)`;"
            #expect(try await database.provide(MissingPiece(kind: .role, name: user, setup: setup, advice: nil)))
          }
        }
      }
      let left = try await administrator.rows("SELECT User FROM mysql.user WHERE User IN ('old', 'fresh')")
      #expect(left == [["old"]])
    }
  }

  @Test func losesWhatASetupThatWasRefusedHadMade() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      let setup = [SourceText("CREATE USER made@localhost"), SourceText("CREATE NONSENSE")]
      await #expect(throws: SetupRefused.self) {
        try await LentServer.withServer(.url(url), privileges: .administrator) { server async throws in
          try await server.withScratchDatabase(ScratchRequest(privileges: .administrator, setup: setup)) { _ in }
        }
      }
      #expect(try await administrator.rows("SELECT User FROM mysql.user WHERE User = 'made'").isEmpty)
    }
  }

  @Test func mustBeWhatTheTargetAsksFor() async throws {
    try await LentServer.withGivenServer { url, _ async throws in
      for (kind, version) in [(EngineKind.mysql, nil), (.mariadb, "99.1")] {
        await #expect(throws: GivenServerError.self) {
          try await LentServer.withServer(.url(url), kind: kind, version: version) { _ in }
        }
      }
      let version = try await LentServer.withServer(.url(url), kind: .mysql, isAssumed: true) { $0.version }
      #expect(version.name == .mariadb)
    }
  }

  @Test func isReadWithoutBeingChanged() async throws {
    try await LentServer.withGivenServer { url, administrator async throws in
      try await administrator.rows("CREATE DATABASE shop; CREATE TABLE shop.t (x int)")
      let schema = try await LentServer.engine.readSchema(at: url.replacing("/?", with: "/shop?"))
      #expect(schema.objects.contains { $0.identity == ObjectIdentity(kind: .table, name: ["t"]) })
      #expect(schema.engine.name == .mariadb)
      await #expect(throws: GivenServerError.self) { try await LentServer.engine.readSchema(at: url) }
    }
  }

  @Test func isNeverNamedWithItsPassword() async throws {
    for url in ["mysql://me:s3cret@127.0.0.1:1/x", "mysql://me:s3cret@h/x?ssl-mode=odd"] {
      let thrown = await #expect(throws: (any Error).self) { try await LentServer.engine.readSchema(at: url) }
      let report = try #require(thrown as? any ReportedError).report
      #expect(!"\(report) \(String(reflecting: thrown))".contains("s3cret"))
    }
  }
}
