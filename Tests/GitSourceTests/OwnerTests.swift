import Foundation
import GitSource
import TestSupport
import Testing

/// Git's own answer is the oracle. Only root can make a repository that belongs to somebody else.
@Suite("Repositories of other users", .enabled(if: geteuid() == 0, "only root can give a repository away"))
struct OwnerTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let environment: [String: String]
    var file: String?
    var included: String?
  }

  @Test(
    "A repository is trusted exactly when Git trusts it",
    arguments: [
      Setting(testDescription: "nothing is set", environment: [:]),
      Setting(testDescription: "the path", environment: [:], file: "[safe]\n directory = REPO\n"),
      Setting(testDescription: "everything", environment: [:], file: "[safe]\n directory = *\n"),
      Setting(testDescription: "another path", environment: [:], file: "[safe]\n directory = /elsewhere\n"),
      Setting(
        testDescription: "trusted, then reset", environment: [:], file: "[safe]\n directory = *\n directory =\n"),
      Setting(
        testDescription: "an included file", environment: [:], file: "[include]\n path = more\n",
        included: "[safe]\n directory = REPO\n"),
      Setting(
        testDescription: "GIT_CONFIG_COUNT",
        environment: [
          "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "x",
          "GIT_CONFIG_KEY_1": "Safe.Directory", "GIT_CONFIG_VALUE_1": "*",
        ]),
      Setting(
        testDescription: "git -c", environment: ["GIT_CONFIG_PARAMETERS": "'user.name'='a b' 'safe.directory'='*'"]),
      Setting(
        testDescription: "GIT_CONFIG_GLOBAL away", environment: ["GIT_CONFIG_GLOBAL": "/dev/null"],
        file: "[safe]\n directory = *\n"),
      Setting(testDescription: "sudo by the owner", environment: ["SUDO_UID": "65534"]),
      Setting(testDescription: "sudo by another", environment: ["SUDO_UID": "1"]),
    ])
  func trust(setting: Setting) throws {
    let source = try TemporaryRepository()
    let home = try TemporaryFolder()
    func filled(_ text: String) -> String { text.replacing("REPO", with: source.path) }
    if let file = setting.file { try home.write(".gitconfig", filled(file)) }
    if let included = setting.included { try home.write("more", filled(included)) }
    try source.commit()
    try Self.giveAway(source.path)
    var environment = setting.environment
    environment["HOME"] = home.path
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    let oracle = try Self.gitTrusts(source.path, environment)
    let ours = Result { try GitRepository(at: source.path, environment: environment) }
    let isTrusted = (try? ours.get()) != nil
    #expect(isTrusted == oracle)
    if !oracle {
      #expect(throws: GitError.otherOwner(path: source.path, owner: 65534, user: 0)) { try ours.get() }
    }
  }

  @Test("The XDG folder and GIT_CONFIG_SYSTEM count too")
  func otherFiles() throws {
    let source = try TemporaryRepository()
    let home = try TemporaryFolder()
    try source.commit()
    try Self.giveAway(source.path)
    try home.write("xdg/git/config", "[safe]\n directory = *\n")
    for environment in [
      ["XDG_CONFIG_HOME": home.path + "/xdg", "GIT_CONFIG_NOSYSTEM": "1"],
      ["GIT_CONFIG_SYSTEM": home.path + "/xdg/git/config"],
    ] {
      #expect(try GitRepository(at: source.path, environment: environment).path == source.path)
    }
  }

  @Test("The offered command mends it")
  func remedy() throws {
    let source = try TemporaryRepository()
    let home = try TemporaryFolder()
    try source.commit()
    try Self.giveAway(source.path)
    let environment = ["HOME": home.path, "GIT_CONFIG_NOSYSTEM": "1"]
    let error = try #require(throws: GitError.self) { try GitRepository(at: source.path, environment: environment) }
    let command = try #require(error.report.try).split(separator: " ").dropFirst().map(String.init)
    #expect(command == ["config", "--global", "--add", "safe.directory", source.path])
    #expect(try GitProgram.run(command, in: home.path, environment: environment).status == 0)
    #expect(try GitRepository(at: source.path, environment: environment).commit(named: "HEAD").summary == "change")
  }

  @Test("The repository's own configuration can't declare itself safe")
  func ownConfiguration() throws {
    let source = try TemporaryRepository()
    try source.commit()
    try source.git(["config", "safe.directory", "*"])
    try Self.giveAway(source.path)
    #expect(throws: GitError.otherOwner(path: source.path, owner: 65534, user: 0)) {
      try GitRepository(at: source.path, environment: ["GIT_CONFIG_NOSYSTEM": "1"])
    }
  }

  private static func giveAway(_ path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/chown")
    process.arguments = ["-R", "65534", path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static func gitTrusts(_ path: String, _ environment: [String: String]) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", path, "rev-parse", "--git-dir"]
    process.environment = environment.merging(["PATH": "/usr/local/bin:/usr/bin:/bin"]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
