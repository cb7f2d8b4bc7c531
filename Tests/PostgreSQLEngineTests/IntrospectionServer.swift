import Foundation
import SchemagateModel
import Subprocess

@testable import PostgreSQLEngine

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A PostgreSQL server for this test run alone. It ends with the test process, however that one ends.
struct IntrospectionServer: Sendable {
  static let shared = Task { try await IntrospectionServer() }
  /// Another one, for what shows in every database of a server.
  static let alone = Task { try await IntrospectionServer() }

  /// Ends when its standard input does, which is when this process is gone; then takes its folder with it.
  private static let script = """
    set -e
    as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi; }
    mkdir -p "$1" && chmod 755 "$1" && if [ "$(id -u)" = 0 ]; then chown nobody "$1"; fi
    cd "$1"
    trap 'rm -rf "$1"' EXIT
    as "$2/initdb" -D "$1/data" -U schemagate -A trust -E UTF8 --locale=C --no-sync >/dev/null
    as "$2/postgres" -D "$1/data" -c listen_addresses= -c "unix_socket_directories=$1" -c fsync=off \\
      -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c max_connections=100 \\
      </dev/null >"$1/log" 2>&1 &
    cat >/dev/null
    kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"
    wait || true
    """

  /// The major version that the tests run on: of the programs that `SCHEMAGATE_PG_BIN` names, else of the usual ones.
  static let majorVersion = Task {
    let words = try await output("\(programs.value)/postgres", ["--version"]).split(separator: " ")
    return words.lazy.compactMap { Int($0.prefix { $0.isNumber }) }.first ?? 0
  }

  private static let programs = Task {
    if let named = ProcessInfo.processInfo.environment["SCHEMAGATE_PG_BIN"] { return named }
    return try await output("pg_config", ["--bindir"]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private let folder: String
  private let programs: String
  /// Held open for as long as the server shall run.
  private let lifeline: Pipe

  private init() async throws {
    programs = try await Self.programs.value
    let memory = "/dev/shm"
    let parent = FileManager.default.isWritableFile(atPath: memory) ? memory : "/tmp"
    folder = "\(parent)/schemagate-test-\(UUID().uuidString.prefix(8))"
    lifeline = Pipe()
    // A child that inherited the writing end would keep the server alive for ever.
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let process = Foundation.Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", Self.script, "sh", folder, programs]
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C"]
    process.standardInput = lifeline
    try process.run()
    try await awaitAnswer()
    let connection = try await connect("postgres")
    for role in ["app", "reader", "writer"] { try await connection.rows("CREATE ROLE \(role)") }
    await connection.close()
  }

  /// Lends a new database that belongs to `app`, and drops it afterwards.
  func withDatabase<Result: Sendable>(
    _ body: (_ name: String, _ connection: PostgreSQLConnection) async throws -> Result
  ) async throws -> Result {
    let name = "case_\(UUID().uuidString.prefix(8).lowercased())"
    let keeper = try await connect("postgres")
    let strategy = try await Self.majorVersion.value >= 15 ? " STRATEGY file_copy" : ""
    try await keeper.rows("CREATE DATABASE \(name) OWNER app TEMPLATE template0\(strategy)")
    let connection = try await connect(name)
    do {
      let result = try await body(name, connection)
      try await drop(name, connection, keeper)
      return result
    } catch {
      try await drop(name, connection, keeper)
      throw error
    }
  }

  /// What `pg_dump` says of the database's structure, without comments and the lines that differ on each run.
  func dump(_ database: String) async throws -> String {
    let text = try await Self.output(
      "\(programs)/pg_dump", ["--schema-only", "-h", folder, "-U", "schemagate", database])
    return text.split(separator: "\n")
      .filter { !$0.hasPrefix("--") && !$0.hasPrefix("\\restrict") && !$0.hasPrefix("\\unrestrict") }
      .joined(separator: "\n")
  }

  static func version(_ connection: PostgreSQLConnection) async throws -> EngineVersion {
    EngineVersion(name: .postgresql, version: String(try await connection.serverVersionNumber / 10_000))
  }

  private func drop(
    _ name: String, _ connection: PostgreSQLConnection, _ keeper: PostgreSQLConnection
  ) async throws {
    try await Subscriptions(connection: connection).drop()
    await connection.close()
    try await keeper.rows("DROP DATABASE \(name) WITH (FORCE)")
    await keeper.close()
  }

  private func connect(_ database: String) async throws -> PostgreSQLConnection {
    try await PostgreSQLConnection(ConnectionParameters(["host": folder, "user": "schemagate", "dbname": database]))
  }

  private func awaitAnswer() async throws {
    var lastError: (any Error)?
    for _ in 0..<400 {
      do {
        await (try await connect("postgres")).close()
        return
      } catch {
        lastError = error
        try await Task.sleep(for: .milliseconds(50))
      }
    }
    if let lastError { throw lastError }
  }

  private static func output(_ program: String, _ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      program.hasPrefix("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
      output: .string(limit: 1 << 24))
    guard result.terminationStatus.isSuccess else { throw ProgramFailed(program: program, arguments: arguments) }
    return result.standardOutput
  }

  struct ProgramFailed: Error {
    let program: String
    let arguments: [String]
  }
}
