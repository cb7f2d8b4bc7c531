import Foundation
import SchemagateModel
import Subprocess

/// The server's own `pg_dump`, of at least the server's version.
struct DumpProgram: Sendable {
  private let path: String

  /// The one beside an embedded server's programs.
  init(for version: EngineVersion, programs: ServerPrograms?) async throws {
    let path = programs?.path("pg_dump")
    guard let path, FileManager.default.isExecutableFile(atPath: path) else {
      try await self.init(for: version, environment: ProcessInfo.processInfo.environment)
      return
    }
    self.init(path: path)
  }

  /// The one of the server's own version; otherwise the one in `PATH`, which refuses a server that is newer than itself.
  init(for version: EngineVersion, environment: [String: String]) async throws {
    let major = ServerPrograms.major(of: version.version)
    let programs = try? await ServerProgramSearch(environment: environment).programs(major: major)
    let folders =
      [programs?.folder].compactMap(\.self) + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    guard let found = folders.map({ "\($0)/pg_dump" }).first(where: FileManager.default.isExecutableFile) else {
      throw DumpError.notInstalled(version.version)
    }
    self.init(path: found)
  }

  private init(path: String) { self.path = path }

  /// Rights stay; owners, and what belongs to the server, don't.
  private static let options = [
    "--schema-only", "--no-owner", "--no-tablespaces", "--no-subscriptions", "--no-security-labels", "--encoding=UTF8",
    "--no-password",
  ]

  /// The schema of the database that `parameters` name. The program only reads.
  func schema(_ parameters: ConnectionParameters) async throws -> String {
    var environment = Environment.inherit.updating(["PGTZ": "UTC"])
    // On the command line, everybody on the machine could read it.
    if let password = parameters.value("password") { environment = environment.updating(["PGPASSWORD": password]) }
    let result = try await run(
      .path(.init(path)), arguments: Arguments(Self.options + ["--dbname=\(parameters.withoutPassword)"]),
      environment: environment, output: .string(limit: 256 << 20), error: .string(limit: 64 << 10))
    guard result.terminationStatus.isSuccess else {
      throw DumpError.failed(result.standardError.trimmingNewlines())
    }
    return result.standardOutput
  }
}

extension ConnectionParameters {
  private static let shown = [
    "host", "hostaddr", "port", "user", "dbname", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "passfile",
    "service", "target_session_attrs", "connect_timeout", "channel_binding", "gssencmode", "krbsrvname",
  ]

  /// As libpq reads it.
  fileprivate var withoutPassword: String {
    Self.shown.compactMap { name in
      value(name).map { value in
        "\(name)='\(value.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
      }
    }.joined(separator: " ")
  }
}

/// Why the server's own program wrote no schema.
enum DumpError: ReportedError, Hashable {
  case notInstalled(String)
  case failed(String)
}

extension DumpError {
  var report: ErrorReport {
    switch self {
    case .notInstalled(let version):
      ErrorReport(
        what: "pg_dump, which writes the schema, is not installed for PostgreSQL \(version)",
        try: "apt-get install postgresql-client-\(ServerPrograms.major(of: version))")
    case .failed(let message):
      ErrorReport(what: "pg_dump failed: \(message)", try: "install the pg_dump of the server's own version")
    }
  }
}
