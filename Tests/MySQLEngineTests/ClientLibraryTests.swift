import EngineInterface
import Foundation
import SchemagateModel
import Testing

@testable import MySQLEngine

@Suite("The client library of MySQL and MariaDB")
struct ClientLibraryTests {
  @Test func isNamedWhereItIsMissing() async throws {
    let engine = MySQLEngine(environment: ["SCHEMAGATE_MYSQL_CLIENT": "/nowhere/libmariadb.so.3"])
    let request = ServerRequest(engine: .mariadb, choice: .embedded)
    let thrown = await #expect(throws: (any Error).self) { try await engine.withServer(request) { _ in } }
    let report = try #require(thrown as? any ReportedError).report
    #expect(report.at == "/nowhere/libmariadb.so.3")
    #expect(report.try?.contains("apt-get install libmariadb3") == true)
    let library = try #require(await engine.equipment().first)
    #expect(library == Equipment(what: "client library", state: .missing(report)))
  }

  @Test func isNoOtherLibrary() throws {
    #expect(throws: ClientLibraryError.noFunction(name: "mysql_server_init")) {
      try ClientLibrary(environment: ["SCHEMAGATE_MYSQL_CLIENT": "libsqlite3.so.0"])
    }
  }
}

@Suite("The URL of a MySQL or MariaDB server")
struct ServerURLTests {
  @Test func isReadPartByPart() throws {
    let url = try ServerURL("mariadb://me:p%40ss%3Aw@db.example:3307/shop%20x?ssl-mode=REQUIRED&charset=utf8mb4")
    #expect(url.user == "me")
    #expect(url.password == "p@ss:w")
    #expect(url.host == "db.example")
    #expect(url.port == 3307)
    #expect(url.database == "shop x")
    #expect(url.parameter("ssl-mode") == "REQUIRED")
  }

  @Test func mayLeaveNearlyEverythingOut() throws {
    let url = try ServerURL("mysql://[::1]:3306")
    #expect(url.host == "::1")
    #expect(url.user == nil)
    #expect(url.database == nil)
    #expect(try ServerURL("mysql:///shop?socket=%2Frun%2Fs").parameter("socket") == "/run/s")
  }

  @Test(arguments: ["postgresql://me:s3cret@h/x", "mysql://me@h:s3cret/x", "s3cret", "mysql://me:s3cret%zz@h/x"])
  func isNeverQuotedWhereItCannotBeRead(_ url: String) {
    let thrown = #expect(throws: ConnectionError.self) { try ServerURL(url) }
    #expect(thrown == .unreadableURL)
    #expect(thrown.map { !"\($0.report)".contains("s3cret") } == true)
  }
}
