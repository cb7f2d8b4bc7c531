import Foundation
import TestSupport

/// Runs programs and scripts with exactly the environment that is given.
struct Shell {
  let status: Int32
  let output: String
  let error: String
  var all: String { output + error }

  static let bash = ["bash", "-e"]

  /// Runs `script` as a file, as CI systems do.
  static func run(
    _ script: String, by shell: [String] = bash, in folder: String, environment: [String: String]
  ) throws -> Shell {
    let file = try TemporaryFolder()
    try file.write("script.sh", script)
    return try run(shell + [file.path + "/script.sh"], in: folder, environment: environment)
  }

  /// Output goes to files, so that no pipe can fill up.
  static func run(
    _ command: [String], in folder: String, environment: [String: String], input: String = ""
  ) throws -> Shell {
    let files = try TemporaryFolder()
    for (name, text) in [("in", input), ("out", ""), ("err", "")] { try files.write(name, text) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    process.standardInput = try FileHandle(forReadingFrom: files.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(forWritingTo: files.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: files.url.appendingPathComponent("err"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: files.url.appendingPathComponent(name)), as: UTF8.self)
    }
    return Shell(status: process.terminationStatus, output: try text("out"), error: try text("err"))
  }
}
