import EngineInterface
import Foundation
import SchemagateModel
import TestSupport

@testable import ToolPrograms

/// A private copy with files of the test's own, in which real programs run.
struct Place {
  let temporary: TemporaryFolder
  let folder: PrivateFolder
  let copy: String
  let runner: ProgramRunner

  init(_ files: [String: String] = [:], variables: [String: String] = [:]) throws {
    temporary = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: temporary.path + "/tmp", withIntermediateDirectories: true)
    let own = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TMPDIR": temporary.path + "/tmp",
    ]
    folder = try PrivateFolder(environment: own)
    copy = try folder.folder(named: "copy")
    for (path, text) in files { try text.write(toFile: "\(copy)/\(path)", atomically: false, encoding: .utf8) }
    let world = ProgramWorld(
      folder: folder, copies: [.head: copy], workTree: temporary.path, variables: own.merging(variables) { $1 })
    runner = ProgramRunner(world: world, engine: .postgresql)
  }

  /// Runs a script of the shell's.
  func run(
    _ script: String, environment: [String: String] = [:], files: [String: String] = [:],
    limit: Duration = .seconds(30)
  ) async throws -> ProgramRun {
    let call = ProgramCall(words: ["sh", "-c", script], environment: environment, files: files)
    return try await runner.run(call, on: Self.access, limit: limit)
  }

  static let access = ProgramAccess(host: "/run/pg", port: 5433, user: "app", password: nil, database: "shop")
}

/// A process as Linux's `/proc` shows it; one that has ended and waits for its parent is gone.
func isAlive(_ process: String) -> Bool {
  guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
    let end = text.lastIndex(of: ")")
  else { return false }
  return text[text.index(after: end)...].split(separator: " ").first != "Z"
}

/// Tries again and again, and gives up after a long while.
func eventually(_ isTrue: () -> Bool) async throws -> Bool {
  for _ in 0..<300 {
    if isTrue() { return true }
    try await Task.sleep(for: .milliseconds(50))
  }
  return false
}
