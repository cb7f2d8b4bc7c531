import Foundation
import SchemagateModel
import Subprocess

/// Looks for server programs where distributions and people put them.
struct ServerProgramSearch {
  let environment: [String: String]

  /// The first installation of this vendor and version; of either vendor where `isAssumed`.
  func programs(kind: EngineKind, isAssumed: Bool, version: String?) async throws -> ServerPrograms {
    let found = try await all()
    let fitting = found.filter { $0.isVersion(version) && (isAssumed || $0.kind == kind) }
    if let best = fitting.first(where: { $0.kind == kind }) ?? fitting.first { return best }
    throw EmbeddedServerError.notInstalled(kind: kind, version: version, found: found.map(\.title))
  }

  /// Every installation that is found, in the order of the search.
  func all() async throws -> [ServerPrograms] {
    guard let named = environment["SCHEMAGATE_MYSQL_BIN"] else { return await programs(in: candidates) }
    let found = await programs(in: [named])
    if found.isEmpty { throw EmbeddedServerError.noPrograms(folder: named) }
    return found
  }

  /// Both names are often one file: what says the same is listed once.
  private func programs(in folders: [String]) async -> [ServerPrograms] {
    var found: [ServerPrograms] = []
    for folder in folders {
      for name in ["mariadbd", "mysqld"] {
        guard let programs = await programs("\(folder)/\(name)") else { continue }
        if !found.contains(where: { $0.kind == programs.kind && $0.version == programs.version }) {
          found.append(programs)
        }
      }
    }
    return found
  }

  private func programs(_ server: String) async -> ServerPrograms? {
    guard FileManager.default.isExecutableFile(atPath: server), let line = await version(of: server) else { return nil }
    let words = line.split(separator: " ")
    guard let marker = words.firstIndex(of: "Ver"), words.count > marker + 1 else { return nil }
    let number = words[marker + 1].prefix { $0.isNumber || $0 == "." }
    let kind: EngineKind = line.contains("MariaDB") ? .mariadb : .mysql
    let installer = kind == .mariadb ? installer(besides: server) : nil
    guard kind == .mysql || installer != nil else { return nil }
    return ServerPrograms(kind: kind, version: String(number), server: server, installer: installer)
  }

  private func installer(besides server: String) -> String? {
    let folder = (server as NSString).deletingLastPathComponent
    let root = (folder as NSString).deletingLastPathComponent
    let folders = [folder, "\(root)/bin", "\(root)/scripts"] + path + ["/usr/bin", "/usr/local/bin"]
    return folders.lazy.flatMap { ["\($0)/mariadb-install-db", "\($0)/mysql_install_db"] }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private var path: [String] { (environment["PATH"] ?? "").split(separator: ":").map(String.init) }

  private var candidates: [String] {
    let brewed = ["/opt/homebrew/opt", "/usr/local/opt"].flatMap { root -> [String] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return names.filter { $0.hasPrefix("mariadb") || $0.hasPrefix("mysql") }.sorted(by: >).map { "\(root)/\($0)/bin" }
    }
    return path + ["/usr/sbin", "/usr/libexec", "/usr/local/sbin", "/usr/local/libexec", "/usr/local/mysql/bin"]
      + ["/usr/local/bin", "/usr/bin", "/usr/lib/mysql", "/opt/mysql/bin"] + brewed
  }

  private func version(of server: String) async -> String? {
    let result = try? await run(
      .path(.init(server)), arguments: ["--no-defaults", "--version"], output: .string(limit: 4096),
      error: .discarded)
    guard let result, result.terminationStatus.isSuccess else { return nil }
    return result.standardOutput
  }
}
