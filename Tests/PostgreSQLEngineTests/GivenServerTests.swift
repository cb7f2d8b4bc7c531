import EngineInterface
import Foundation
import SchemagateModel
import ServerProcess
import TestSupport
import Testing

@testable import PostgreSQLEngine

@Suite(
  "A given server", .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES does not name postgresql"))
struct GivenServerTests {
  private static let ours = "SELECT datname FROM pg_database WHERE datname LIKE 'schemagate\\_%' ORDER BY 1"
  private static let roles = "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1"

  @Test func holdsNothingOfOursAfterwards() async throws {
    try await LentServer.withGivenServer { url, administrator in
      let names = try await LentServer.withServer(.url(url)) { server in
        try await server.withScratchDatabase(ScratchRequest()) { database in
          #expect(try await database.applied("CREATE TABLE t (x int)") == 1)
          #expect(try await database.refusal(of: "CREATE ROLE x")?.code == "42501")
          guard case .environment(let piece) = try await database.refusal(of: "GRANT ALL ON t TO anon")?.cause else {
            throw Missing()
          }
          #expect(try await database.provide(piece))
          #expect(try await database.applied("GRANT ALL ON t TO anon") == 1)
          return try await administrator.rows(Self.ours)
        }
      }
      #expect(names.count == 1)
      #expect(try await administrator.rows(Self.ours).isEmpty)
      #expect(try await administrator.rows(Self.roles) == [["postgres"]])
    }
  }

  struct Missing: Error {}

  @Test func holdsOnToWhatWasKept() async throws {
    try await LentServer.withGivenServer { url, administrator in
      let command = try await LentServer.withServer(.url(url)) { server in
        try await server.withScratchDatabase(ScratchRequest()) { database async throws in
          #expect(try await database.applied("CREATE TABLE t (x int)") == 1)
          return try await database.keep()
        }
      }
      try await LentServer.withServer(.url(url)) { _ in }
      let kept = try await administrator.rows(Self.ours)
      #expect(kept.count == 1)
      #expect(command.contains(try #require(kept.first?.first ?? nil)))
      #expect(!command.contains("secret"))
      #expect(try await administrator.rows(Self.roles) == [["postgres"]])
    }
  }

  @Test func losesTheLeftoversOfDeadRunsOnly() async throws {
    try await LentServer.withGivenServer { url, administrator in
      let living = try await RunMark.take(over: administrator)
      for name in ["schemagate_0a0b0c0d_1", "\(living.namePrefix)1", "schemagate_mine", "a\"b'; DROP"] {
        try await administrator.rows("CREATE DATABASE \(SQLText.identifier(name)) STRATEGY file_copy")
      }
      try await administrator.rows("CREATE ROLE schemagate_0a0b0c0d_app")
      try await LentServer.withServer(.url(url)) { _ in }
      let left = try await administrator.rows(Self.ours).compactMap { $0[0] }
      #expect(Set(left) == ["\(living.namePrefix)1", "schemagate_mine"])
      #expect(try await administrator.rows(Self.roles) == [["postgres"]])
      #expect(try await administrator.rows("SELECT count(*) FROM pg_database WHERE datname LIKE 'a\"b%'") == [["1"]])
    }
  }

  @Test func mustBeEmptyForAnAdministratorUnlessShared() async throws {
    try await LentServer.withGivenServer { url, administrator in
      try await LentServer.withServer(.url(url), privileges: .administrator) { _ in }
      try await administrator.rows("CREATE TABLE precious (x int)")
      let thrown = await #expect(throws: (any Error).self) {
        try await LentServer.withServer(.url(url), privileges: .administrator) { _ in }
      }
      let error = thrown as? any ReportedError
      #expect(error?.report.what.contains("postgres") == true)
      #expect(error?.report.at?.contains("secret") == false)
      try await LentServer.withServer(.url(url), privileges: .administrator, sharedServer: true) { server in
        #expect(server.version.name == .postgresql)
      }
      try await LentServer.withServer(.url(url)) { server in #expect(server.version.name == .postgresql) }
    }
  }

  @Test func saysWhatRightIsMissing() async throws {
    try await LentServer.withGivenServer { url, administrator in
      try await administrator.rows("CREATE ROLE poor LOGIN; CREATE ROLE plain LOGIN CREATEDB")
      let thrown = await #expect(throws: (any Error).self) {
        try await LentServer.withServer(.url(url.replacingOccurrences(of: "//postgres", with: "//poor"))) { _ in }
      }
      #expect((thrown as? any ReportedError)?.report.try == "ALTER ROLE \"poor\" CREATEDB;")
      let plain = url.replacingOccurrences(of: "//postgres", with: "//plain")
      let count = try await LentServer.withServer(.url(plain)) { server in
        try await server.withScratchDatabase(ScratchRequest()) { try await $0.applied("CREATE TABLE t (x int)") }
      }
      #expect(count == 1)
    }
  }

  @Test func mustBeOfTheVersionAskedFor() async throws {
    try await LentServer.withGivenServer { url, _ in
      let thrown = await #expect(throws: (any Error).self) {
        try await LentServer.withServer(.url(url), version: "99") { _ in }
      }
      #expect((thrown as? any ReportedError)?.report.try?.contains("postgresql-99") == true)
    }
  }

  @Test func isNeverNamedWithItsPassword() async throws {
    for url in [
      "postgresql://me:s3cret@127.0.0.1:1/x%zz", "postgresql://me:s3cret@nowhere.invalid/x",
      "postgresql://me@h:s3cret/",
    ] {
      let thrown = await #expect(throws: (any Error).self) { try await LentServer.withServer(.url(url)) { _ in } }
      let report = try #require(thrown as? any ReportedError).report
      #expect(!"\(report) \(String(reflecting: thrown))".contains("s3cret"))
    }
  }

  @Test func isAwaitedWhileItStarts() async throws {
    let environment = ProcessInfo.processInfo.environment
    let user = try ServerUser.current(for: EmbeddedServer.traits)
    let folder = try RunFolder(for: EmbeddedServer.traits, user: user, environment: environment)
    let programs = try await ServerProgramSearch(environment: environment).programs(major: nil)
    _ = try await DataFolder(programs: programs, user: user, environment: environment).make(in: folder)
    let parameters = ConnectionParameters(["host": folder.socket, "user": "postgres", "dbname": "postgres"])
    async let connection = PatientConnection(parameters: parameters).open()
    try await Task.sleep(for: .milliseconds(150))
    let command = [
      programs.path("postgres"), "-D", folder.data, "-c", "listen_addresses=", "-c",
      "unix_socket_directories=\(folder.socket)",
    ]
    let watchdog = try await Watchdog(folder: folder, user: user, command: command)
    #expect(try await connection.rows("SELECT 1") == [["1"]])
    await watchdog.stop()
  }
}
