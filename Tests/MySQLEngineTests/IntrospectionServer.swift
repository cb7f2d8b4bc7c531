import Foundation
import SchemagateModel
import Subprocess
import TestSupport

@testable import MySQLEngine

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A server for this test run alone, of one vendor. It ends with the test process, however that one ends.
struct IntrospectionServer: Sendable {
  /// The vendors that this run must reach.
  static let vendors: [EngineKind] = [.mariadb, .mysql].filter { TestEngines.includes($0) }

  private static let shared = Dictionary(
    uniqueKeysWithValues: vendors.map { vendor in (vendor, Task { try await IntrospectionServer(vendor) }) })

  /// The server that all cases share.
  static func shared(_ vendor: EngineKind) async throws -> IntrospectionServer {
    guard let server = shared[vendor] else { throw NotAsked(vendor: vendor) }
    return try await server.value
  }

  private let server: EmbeddedServer

  init(_ vendor: EngineKind) async throws {
    let environment = ProcessInfo.processInfo.environment
    let programs = try await ServerProgramSearch(environment: environment)
      .programs(kind: vendor, isAssumed: false, version: nil)
    server = try await EmbeddedServer.start(
      programs, library: ClientLibrary(environment: environment), environment: environment)
    let connection = try await connect(nil)
    for user in ["reader", "writer", "schemagate_test"] { try await connection.rows("CREATE USER \(user)") }
    try await connection.rows("CREATE ROLE staff")
    await connection.close()
  }

  var version: EngineVersion { EngineVersion(name: server.programs.kind, version: server.programs.version) }

  func stop() async { await server.stop() }

  /// Lends a new database, and drops it afterwards.
  func withDatabase<Result: Sendable>(
    _ body: (_ name: String, _ connection: MySQLConnection) async throws -> Result
  ) async throws -> Result {
    let name = "case_\(UUID().uuidString.prefix(8).lowercased())"
    let keeper = try await connect(nil)
    try await keeper.rows("CREATE DATABASE \(name) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")
    let connection = try await connect(name)
    let result: Swift.Result<Result, any Error>
    do { result = .success(try await body(name, connection)) } catch { result = .failure(error) }
    await connection.close()
    try await keeper.rows("DROP DATABASE \(name)")
    await keeper.close()
    return try result.get()
  }

  /// What the vendor's own dump program says of the database's structure.
  func dump(_ database: String) async throws -> String {
    let isMariaDB = version.name == .mariadb
    let vendorOptions = isMariaDB ? [] : ["--no-tablespaces", "--skip-column-statistics"]
    let arguments =
      ["--no-defaults", "-S", server.socket, "-u", EmbeddedServer.administrator]
      + ["--no-data", "--routines", "--events", "--triggers", "--skip-dump-date", "--skip-comments"]
      + vendorOptions + [database]
    let result = try await Subprocess.run(
      dumper(isMariaDB ? "mariadb-dump" : "mysqldump"), arguments: Arguments(arguments),
      output: .string(limit: 1 << 24), error: .string(limit: 4096))
    guard result.terminationStatus.isSuccess else { throw DumpFailed(message: result.standardError) }
    return result.standardOutput.replacing(database, with: "case")
  }

  /// Besides the server's own folder, where the vendor's packages put it, or on the path.
  private func dumper(_ name: String) -> Executable {
    let folder = (server.programs.server as NSString).deletingLastPathComponent
    let besides = [folder, "\((folder as NSString).deletingLastPathComponent)/bin"].map { "\($0)/\(name)" }
    return besides.first { FileManager.default.isExecutableFile(atPath: $0) }.map { .path(FilePath($0)) } ?? .name(name)
  }

  func connect(_ database: String?, as user: String = EmbeddedServer.administrator) async throws -> MySQLConnection {
    try await MySQLConnection(server.parameters(user: user, database: database))
  }

  struct NotAsked: Error { let vendor: EngineKind }
  struct DumpFailed: Error { let message: String }
}
