import Foundation
import TestSupport
import Testing

@testable import schemagate

@Suite("The pre-push hook")
struct HookTests {
  static let (one, two) = (String(repeating: "1", count: 40), String(repeating: "2", count: 40))
  static let zeros = String(repeating: "0", count: 40)

  @Test("Git's lines say what is pushed where, what is new, and what is deleted")
  func input() throws {
    let text = """
      refs/heads/work \(Self.one) refs/heads/work \(Self.two)
      (delete) \(Self.zeros) refs/heads/old \(Self.two)
      HEAD^{/two words} \(Self.one) refs/heads/feature/x \(Self.zeros)
      refs/tags/v1 \(Self.one) refs/tags/v1 \(Self.zeros)

      """
    let pushes = try PrePushInput.pushes(in: text)
    #expect(pushes.map(\.isDeletion) == [false, true, false, false])
    #expect(pushes.map(\.isTag) == [false, false, false, true])
    #expect(pushes.map(\.branch) == ["work", "old", "feature/x", nil])
    #expect(pushes.map(\.remoteID) == [Self.two, Self.two, nil, nil])
    #expect(pushes[2].localRef == "HEAD^{/two words}" && pushes[2].localID == Self.one)
    #expect(try PrePushInput.pushes(in: "").isEmpty)
  }

  @Test("A line that Git didn't write is refused", arguments: ["a b c", "x y z w", "one"])
  func badInput(line: String) {
    #expect(throws: PrePushInputError.unreadable(line: line)) { try PrePushInput.pushes(in: line + "\n") }
  }

  @Test("The hook is installed, found again, and brought up to date")
  func install() throws {
    let folder = try TemporaryFolder()
    let installer = HookInstaller(folder: folder.path + "/hooks")
    let path = folder.path + "/hooks/pre-push"
    #expect(try installer.install() == .installed(path: path))
    #expect(FileManager.default.isExecutableFile(atPath: path))
    #expect(try installer.install() == .alreadyThere(path: path))
    try folder.write("hooks/pre-push", HookScript.text + "# older\n")
    #expect(try installer.install() == .updated(path: path))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == HookScript.text)
  }

  @Test("Another hook stays as it is, and the error says how to call both")
  func otherHook() throws {
    let folder = try TemporaryFolder()
    try folder.write("pre-push", "#!/bin/sh\nexec git lfs pre-push \"$@\"\n")
    let installer = HookInstaller(folder: folder.path)
    let error = try #require(throws: HookInstallerError.self) { try installer.install() }
    #expect(error == .otherHook(path: folder.path + "/pre-push"))
    #expect(error.report.try?.contains("schemagate hook pre-push") == true)
    #expect(try String(contentsOfFile: folder.path + "/pre-push", encoding: .utf8).contains("git lfs"))
  }

  @Test("Git runs the hook with what it pushes, and without schemagate on PATH the push goes on")
  func pushing() throws {
    let (source, remote) = (try TemporaryRepository(), try TemporaryRepository(arguments: ["--bare"]))
    try source.commit()
    try source.git(["remote", "add", "there", remote.path])
    #expect(
      try HookInstaller(folder: source.path + "/.git/hooks").install()
        == .installed(path: source.path + "/.git/hooks/pre-push"))
    try source.git(["push", "--quiet", "there", "main"])
    #expect(try remote.git(["rev-parse", "main"]) == (try source.git(["rev-parse", "main"])))
  }

  @Test("The hook at the root of this repository is the one that is installed")
  func sameText() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("hooks/pre-push")
    #expect(try String(contentsOf: file, encoding: .utf8) == HookScript.text)
    #expect(FileManager.default.isExecutableFile(atPath: file.path))
  }
}
