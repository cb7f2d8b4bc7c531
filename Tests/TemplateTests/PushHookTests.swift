import Foundation
import TestSupport
import Testing

@Suite(
  "Hooks by pre-commit, lefthook and husky",
  .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
struct PushHookTests {
  private let release: Release
  private let sample: SampleRepository
  private let copy: TemporaryRepository

  /// A clone whose branch `work` is about to be pushed for the first time.
  init() throws {
    release = try Release()
    sample = try SampleRepository(.faulty)
    try sample.origin.git(["branch", "-D", "--quiet", "work"])
    copy = try TemporaryRepository()
    try copy.git(["remote", "add", "origin", sample.url])
    try copy.git(["fetch", "--quiet", "origin", "main", "refs/pull/7/head:work"])
    try copy.git(["update-ref", "refs/remotes/origin/main", sample.base])
    try copy.git(["checkout", "--quiet", "work"])
  }

  private var environment: [String: String] {
    var environment = release.environment([
      "PRE_COMMIT_HOME": release.folder.path + "/pre-commit", "GIT_AUTHOR_NAME": "T",
      "GIT_AUTHOR_EMAIL": "t@example.org",
      "GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.org",
    ])
    environment["PATH"] = "\(release.folder.path)/tree/schemagate-0.1.0/bin:\(environment["PATH"] ?? "")"
    return environment
  }

  private func push() throws -> Shell {
    try Shell.run(["git", "push", "origin", "work"], in: copy.path, environment: environment)
  }

  /// The push was stopped by the finding, and by nothing else.
  private func expectStopped(_ push: Shell) {
    #expect(push.status != 0 && push.all.contains("orders_placed"), "\(push.all)")
    #expect(release.calls.filter { $0.hasPrefix("hook pre-push") }.count == 1)
  }

  @Test("pre-commit stops a push of a faulty migration, from its own copy of our repository")
  func preCommit() throws {
    let ours = try TemporaryRepository()
    try ours.write(".pre-commit-hooks.yaml", try Templates.text(".pre-commit-hooks.yaml"))
    try ours.write("hooks/pre-commit-entry", try Templates.text("hooks/pre-commit-entry"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: ours.path + "/hooks/pre-commit-entry")
    let commit = try ours.commit()
    try copy.write(
      ".pre-commit-config.yaml",
      try Templates.text("ci-templates/pre-commit-config.yaml")
        .replacingOccurrences(of: "https://github.com/OWNER/schemagate", with: ours.path)
        .replacingOccurrences(of: "rev: v0.1.0", with: "rev: \(commit)"))
    try copy.git(["add", "."])
    let install = try Shell.run(
      ["pre-commit", "install", "--hook-type", "pre-push"], in: copy.path, environment: environment)
    #expect(install.status == 0, "\(install.all)")
    expectStopped(try push())
  }

  @Test("lefthook hands Git's lines on")
  func lefthook() throws {
    try copy.write("lefthook.yml", try Templates.text("ci-templates/lefthook.yml"))
    for command in [["lefthook", "validate"], ["lefthook", "install"]] {
      let result = try Shell.run(command, in: copy.path, environment: environment)
      #expect(result.status == 0, "\(result.all)")
    }
    expectStopped(try push())
  }

  @Test("husky's file, which its own hook runs by sh -e, hands them on, too")
  func husky() throws {
    try copy.write(".husky/pre-push", try Templates.text("ci-templates/husky-pre-push"))
    try copy.write(".git/hooks/pre-push", "#!/bin/sh\nsh -e .husky/pre-push \"$@\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy.path + "/.git/hooks/pre-push")
    expectStopped(try push())
  }
}
