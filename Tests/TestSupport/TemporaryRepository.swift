import Foundation

/// A real Git repository in a temporary folder, made by the `git` program.
package final class TemporaryRepository: Sendable {
  package let folder: TemporaryFolder
  package var path: String { folder.path }

  package init(arguments: [String] = ["--initial-branch=main"]) throws {
    folder = try TemporaryFolder()
    try git(["init", "--quiet"] + arguments)
  }

  package func write(_ path: String, _ contents: String) throws { try folder.write(path, contents) }

  package func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
  }

  /// Commits everything in the work tree; returns the commit's id.
  @discardableResult
  package func commit(_ message: String = "change") throws -> String {
    try git(["add", "--all"])
    try git(["commit", "--quiet", "--allow-empty", "--message", message])
    return try git(["rev-parse", "HEAD"])
  }

  /// Runs `git` in the repository, apart from the user's configuration; returns its trimmed standard output.
  @discardableResult
  package func git(_ arguments: [String], environment: [String: String] = [:]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", path] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org",
      "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
    ].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw GitFailed(arguments: arguments) }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  package struct GitFailed: Error {
    package let arguments: [String]
  }
}
