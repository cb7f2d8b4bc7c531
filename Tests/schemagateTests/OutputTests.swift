import Foundation
import TestSupport
import Testing

@testable import schemagate

@Suite("where reports are written")
struct OutputTests {
  private func shell(_ words: String, in folder: String) throws -> Binary.Result {
    try Running("/bin/sh", ["-c", "s=\(Binary.path); \(words)"], in: folder).result()
  }

  @Test("a reader that went away ends nothing, and a full disk is told: neither is a crash")
  func standardOutput() throws {
    let shop = try Shop(Shop.breaks)
    let closed = try shell("{ $s check --base main --format json; echo $? >&2; } | true", in: shop.path)
    #expect(closed.error.hasSuffix("1\n") && !closed.error.contains("Fatal"), "\(closed.error)")
    let full = try shell("$s check --base main >/dev/full; echo $?; $s explain >/dev/full; echo $?", in: shop.path)
    #expect(full.output == "2\n2\n")
    #expect(full.error.contains("error: the output can't be written: No space left on device\n  at: standard output"))
    #expect(try shell("$s check --base nothing 2>/dev/full", in: shop.path).status == 3)
  }

  @Test("an error that the report tells is not told again beside it")
  func once() throws {
    let shop = try Shop()
    let together = try shell("$s check --base nothing 2>&1; echo $?", in: shop.path)
    #expect(together.output.components(separatedBy: "error: ").count == 2 && together.output.hasSuffix("\n3\n"))
    let apart = try shell("$s check --base nothing", in: shop.path)
    #expect(apart.error.hasPrefix("error: ") && apart.output.contains("error: "))
  }

  @Test("a report's folder is made, and what can't be written is told in the system's words")
  func files() throws {
    let folder = try TemporaryFolder()
    try OutputFile.put("<x/>", to: folder.path + "/reports/deep/junit.xml")
    #expect(try String(contentsOfFile: folder.path + "/reports/deep/junit.xml", encoding: .utf8) == "<x/>")
    for (path, words) in [(folder.path, "Is a directory"), ("/dev/full", "No space left on device")] {
      let error = try #require(throws: OutputError.self) { try OutputFile.put("x", to: path) }
      #expect(error.report.what == "the output can't be written: \(words)" && error.report.at == path)
    }
  }

  @Test("two formats in one file are wrong usage, and two on a device are not")
  func apart() throws {
    #expect(throws: (any Error).self) { try Check.parse(["--format", "json=a/x", "--format", "html=./a/x"]) }
    _ = try Check.parse(["--format", "json=a", "--format", "html=b", "--format", "text", "--format", "github"])
    _ = try Check.parse(["--format", "text=/dev/stderr", "--format", "github=/dev/stderr"])
  }
}
