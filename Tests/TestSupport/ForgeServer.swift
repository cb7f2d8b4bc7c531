import Foundation

/// `Tests/PublishingTests/forge.py`: the endpoints of GitHub and GitLab on a port of this machine. Started once; it ends
/// with us, because its standard input does.
package final class ForgeServer: Sendable {
  /// The one that all tests of a run share: each has a room of its own there.
  package static let shared = Result { try ForgeServer() }

  package let port: Int
  private let life: FileHandle

  private init() throws {
    let (process, words, input) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", Self.script.path]
    process.standardOutput = words
    process.standardInput = input
    try process.run()
    let line = String(decoding: words.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw NotStarted(said: line) }
    self.port = port
    life = input.fileHandleForWriting
  }

  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("PublishingTests/forge.py")

  package struct NotStarted: Error {
    package let said: String
  }
}
