import Foundation
import TestSupport
import Testing

/// Pushes for real: Git runs the hook, the hook runs the built program.
@Suite("A push with the hook installed")
struct PushTests {
  private let shop: Shop
  private let remote: TemporaryRepository

  init() throws {
    shop = try Shop()
    remote = try TemporaryRepository(arguments: ["--bare", "--initial-branch=main"])
    try shop.repository.git(["remote", "add", "origin", remote.path])
    try shop.repository.git(["push", "--quiet", "origin", "main"])
    #expect(try shop.run(["hook", "install"]).output.hasPrefix("installed \(shop.path)/.git/hooks/pre-push"))
  }

  /// Makes the change of `work` that `main` hasn't got.
  private func commit(_ change: (up: String, down: String)) throws {
    try shop.repository.write("migrations/sqlite/0002_change.up.sql", change.up + "\n")
    try shop.repository.write("migrations/sqlite/0002_change.down.sql", change.down + "\n")
    try shop.repository.commit("change")
  }

  private func push(
    _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Binary.Result {
    let programs = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Running(
      "/usr/bin/env", ["git", "-C", folder ?? shop.path, "push", "--quiet"] + arguments,
      environment: ["PATH": "\(programs):\(path)"].merging(environment) { $1 }
    ).result()
  }

  @Test("is stopped where the branch fails, and says why; without the check it goes through")
  func failing() throws {
    try commit(Shop.drops)
    let result = try push(["origin", "work"])
    #expect(result.status != 0)
    #expect(result.error.contains("change-undeclared") && result.error.contains("git push --no-verify"))
    #expect(result.error.contains("(the default branch of origin)"))
    #expect(try remote.git(["branch", "--list", "work"]).isEmpty)
    #expect(try push(["--no-verify", "origin", "work"]).status == 0)
  }

  @Test("goes on in silence where it passes, where nothing changed, and for tags and deletions")
  func passing() throws {
    try commit(Shop.adds)
    try shop.repository.git(["tag", "v1"])
    try shop.repository.git(["branch", "same", "main"])
    for arguments in [["origin", "work"], ["origin", "v1"], ["origin", "same"], ["origin", ":same"]] {
      let result = try push(arguments)
      #expect(result.status == 0 && result.error.isEmpty, "\(arguments): \(result.error)")
    }
  }

  @Test("of the default branch itself is compared with what the remote held")
  func defaultBranch() throws {
    try shop.repository.git(["checkout", "--quiet", "main"])
    try commit(Shop.drops)
    let result = try push(["origin", "main"])
    #expect(result.status != 0)
    #expect(result.error.contains("what main held before this push"))
  }

  @Test("goes on with one line where the remote's commit isn't known here; --strict stops it")
  func notFetched() throws {
    let other = try TemporaryFolder()
    try shop.repository.git(["clone", "--quiet", remote.path, other.path + "/copy"])
    for arguments in [
      ["config", "user.name", "T"], ["config", "user.email", "t@example.org"],
      ["commit", "--quiet", "--allow-empty", "--message", "theirs"], ["push", "--quiet", "origin", "HEAD:main"],
    ] {
      try shop.repository.git(["-C", other.path + "/copy"] + arguments)
    }
    try commit(Shop.drops)
    let result = try push(["--force", "--dry-run", "origin", "work:main"])
    #expect(result.status == 0)
    #expect(result.error.split(separator: "\n").count == 1)
    #expect(result.error.contains("could not be checked, and the push goes on: origin holds"))
    let held = try remote.git(["rev-parse", "main"])
    let new = try shop.repository.git(["rev-parse", "work"])
    let line = "refs/heads/work \(new) refs/heads/main \(held)\n"
    let strict = try Binary.run(["hook", "pre-push", "--strict", "origin"], in: shop.path, input: line)
    #expect(strict.status == 3 && strict.output.isEmpty)
  }

  @Test("goes on with one line where the configuration is wrong; --strict stops it")
  func wrongConfiguration() throws {
    try shop.repository.write("schemagate.yml", "versoin: 1\n")
    try shop.repository.commit("configuration")
    let result = try push(["origin", "work"])
    #expect(result.status == 0)
    #expect(result.error.split(separator: "\n").count == 1 && result.error.contains("versoin"))
    let new = try shop.repository.git(["rev-parse", "work"])
    let line = "refs/heads/work \(new) refs/heads/work \(String(repeating: "0", count: 40))\n"
    #expect(try Binary.run(["hook", "pre-push", "--strict", "origin"], in: shop.path, input: line).status == 2)
  }

  @Test("of a first branch has nothing to be compared with, and says so only where there are migrations")
  func firstPush() throws {
    let empty = try TemporaryRepository(arguments: ["--bare"])
    try shop.repository.git(["remote", "add", "fresh", empty.path])
    let result = try push(["fresh", "work"])
    #expect(result.status == 0 && result.error.contains("work could not be checked"))
    let plain = try TemporaryRepository()
    try plain.write("README", "nothing to migrate\n")
    try plain.commit()
    #expect(try Binary.run(["hook", "install"], in: plain.path).status == 0)
    try plain.git(["remote", "add", "fresh", empty.path])
    let silent = try push(["fresh", "main"], in: plain.path)
    #expect(silent.status == 0 && silent.error.isEmpty)
  }

  @Test("is checked from a linked work tree, and where core.hooksPath names another folder")
  func otherPlaces() throws {
    let place = try TemporaryFolder()
    try shop.repository.git(["worktree", "add", "--quiet", "-b", "linked", place.path + "/linked", "main"])
    try place.write("linked/migrations/sqlite/0002_change.up.sql", Shop.drops.0 + "\n")
    try shop.repository.git(["-C", place.path + "/linked", "add", "--all"])
    try shop.repository.git(["-C", place.path + "/linked", "commit", "--quiet", "--message", "change"])
    #expect(try push(["origin", "linked"], in: place.path + "/linked").status != 0)

    try FileManager.default.removeItem(atPath: shop.path + "/.git/hooks/pre-push")
    try shop.repository.git(["config", "core.hooksPath", "own-hooks"])
    let installed = try shop.run(["hook", "install"])
    #expect(installed.output == "installed \(shop.path)/own-hooks/pre-push\n")
    #expect(try push(["origin", "linked"]).status != 0)
  }

  @Test("keeps another hook, which installing never overwrites")
  func foreignHook() throws {
    let path = shop.path + "/.git/hooks/pre-push"
    try shop.repository.write(".git/hooks/pre-push", "#!/bin/sh\nexit 0\n")
    let result = try shop.run(["hook", "install"])
    #expect(result.status == 2)
    #expect(result.error.hasPrefix("error: ") && result.error.contains("  at: \(path)\n"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "#!/bin/sh\nexit 0\n")
  }

  @Test("to a URL is compared with the default branch of the remote that has it")
  func toURL() throws {
    try commit(Shop.drops)
    #expect(try push([remote.path, "work"]).status != 0)
  }
}
