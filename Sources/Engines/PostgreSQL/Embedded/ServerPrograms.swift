import Foundation
import Subprocess

/// The PostgreSQL server programs of one installation.
struct ServerPrograms: Hashable, Sendable {
  /// The folder of `postgres` and `initdb`.
  let folder: String
  /// For example `15.18`.
  let version: String

  var major: String { Self.major(of: version) }

  func path(_ program: String) -> String { "\(folder)/\(program)" }

  /// The part of a version that decides on features: `15` of `15.18`, `9.6` of `9.6.24`.
  static func major(of version: String) -> String {
    let parts = version.split(separator: ".")
    return parts.first == "9" ? parts.prefix(2).joined(separator: ".") : String(parts.first ?? "")
  }
}

/// Looks for server programs where distributions and people put them.
struct ServerProgramSearch {
  private static let patterns = [
    "/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt", "/usr/local/opt", "/usr/libexec", "/usr",
  ]

  let environment: [String: String]

  /// The installation of `major`, or the first one found where `major` is `nil`.
  func programs(major: String?) async throws -> ServerPrograms {
    if let named = environment["SCHEMAGATE_PG_BIN"] { return try await chosen(named, major) }
    var seen: [ServerPrograms] = []
    for folder in await candidates() {
      guard let programs = try await programs(in: folder), !seen.contains(programs) else { continue }
      if major == nil || programs.major == major { return programs }
      seen.append(programs)
    }
    throw EmbeddedServerError.notInstalled(major: major, found: seen.map(\.version))
  }

  private func chosen(_ folder: String, _ major: String?) async throws -> ServerPrograms {
    guard let programs = try await programs(in: folder) else {
      throw EmbeddedServerError.noPrograms(folder: folder)
    }
    guard major == nil || programs.major == major else {
      throw EmbeddedServerError.notInstalled(major: major, found: [programs.version])
    }
    return programs
  }

  private func candidates() async -> [String] {
    let configured = await output(.name("pg_config"), ["--bindir"]).map { [$0] } ?? []
    let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return Self.distributionFolders() + configured + path
  }

  /// Newest first.
  private static func distributionFolders() -> [String] {
    patterns.flatMap { root -> [String] in
      let entries = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return entries.filter { $0.hasPrefix("postgresql") || $0.hasPrefix("pgsql") || Double($0) != nil || $0 == "bin" }
        .sorted { number($0) > number($1) }
        .map { $0 == "bin" ? "\(root)/bin" : "\(root)/\($0)/bin" }
    }
  }

  private static func number(_ name: String) -> Double {
    Double(name.drop { !$0.isNumber }) ?? 0
  }

  private func programs(in folder: String) async throws -> ServerPrograms? {
    let files = FileManager.default
    guard files.isExecutableFile(atPath: "\(folder)/postgres"), files.isExecutableFile(atPath: "\(folder)/initdb"),
      let line = await output(.path(.init("\(folder)/postgres")), ["--version"]),
      let version = line.split(separator: " ").first(where: { $0.first?.isNumber == true })
    else { return nil }
    return ServerPrograms(folder: folder, version: String(version))
  }

  private func output(_ program: Executable, _ arguments: [String]) async -> String? {
    let result = try? await run(
      program, arguments: Arguments(arguments), output: .string(limit: 4096), error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return result.standardOutput.trimmingNewlines()
  }
}
