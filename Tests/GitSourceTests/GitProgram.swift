import Foundation
import GitSource
import TestSupport

/// The `git` program as the oracle: its answer and its exit status.
enum GitProgram {
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:], user: String? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder, "-c", "protocol.file.allow=always"] + arguments
    let plain = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org", "GIT_COMMITTER_NAME": "Test",
      "GIT_COMMITTER_EMAIL": "test@example.org",
    ]
    process.environment = plain.merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    return (process.terminationStatus, text)
  }
}

extension TemporaryRepository {
  func open(_ environment: [String: String] = [:]) throws -> GitRepository {
    try GitRepository(at: path, environment: environment)
  }

  /// What every file of `.git` holds, so that a test can see whether anything was written.
  func storedBytes() throws -> [String: Data] {
    let root = folder.url.appendingPathComponent(".git")
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var bytes: [String: Data] = [:]
    for case let file as URL in found ?? .init() {
      bytes[file.path] = (try? Data(contentsOf: file)) ?? Data()
    }
    return bytes
  }
}

/// A clone in a folder of its own, made with `arguments`.
final class TemporaryClone {
  let folder: TemporaryFolder
  /// Kept, since a clone of a repository that is gone can't fetch.
  let source: TemporaryRepository
  var path: String { folder.path + "/clone" }

  init(of source: TemporaryRepository, _ arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    self.source = source
    let made = try GitProgram.run(["clone", "--quiet"] + arguments + ["file://\(source.path)", path], in: folder.path)
    guard made.status == 0 else { throw Failed() }
  }

  func open() throws -> GitRepository { try GitRepository(at: path, environment: [:]) }

  struct Failed: Error {}
}
