import Foundation
import TestSupport

/// The built program, run as its users run it.
enum Binary {
  /// It stands beside the tests' own.
  static let path: String = {
    let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("schemagate").path
  }()

  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the program and waits for its end.
  @discardableResult
  static func run(
    _ arguments: [String], in folder: String = "/", environment: [String: String] = [:], input: String = ""
  ) throws -> Result {
    try Running(path, arguments, in: folder, environment: environment, input: input).result()
  }

  /// The environment of a person's terminal: no CI system's, and nobody's Git configuration.
  static func environment(_ more: [String: String]) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    let kept = own.filter { name, _ in
      ["PATH", "HOME", "TMPDIR", "LANG", "SCHEMAGATE_PG_BIN", "XDG_CACHE_HOME", "LD_LIBRARY_PATH"].contains(name)
    }
    let ours = ["GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"]
    return kept.merging(ours) { $1 }.merging(more) { $1 }
  }
}

/// A program that runs; its output goes to files, so that no pipe can fill up.
struct Running {
  let process = Process()
  private let folder: TemporaryFolder

  init(
    _ program: String, _ arguments: [String], in directory: String = "/", environment: [String: String] = [:],
    input: String = ""
  ) throws {
    folder = try TemporaryFolder()
    for (name, text) in [("in", input), ("out", ""), ("err", "")] { try folder.write(name, text) }
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = Binary.environment(environment)
    process.standardInput = try FileHandle(forReadingFrom: folder.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(forWritingTo: folder.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: folder.url.appendingPathComponent("err"))
    try process.run()
  }

  func result() throws -> Binary.Result {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Binary.Result(status: status, output: try text("out"), error: try text("err"))
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
  }
}
