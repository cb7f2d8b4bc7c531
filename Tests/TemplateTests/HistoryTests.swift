import Foundation
import TestSupport
import Testing

@Suite("Fetching as much history as a check needs")
struct HistoryTests {
  private let release: Release

  init() throws { release = try Release() }

  private func reach(
    in copy: TemporaryRepository, _ variables: [String: String], _ arguments: [String] = []
  ) throws -> Shell {
    try Shell.run(
      ["\(Templates.root)/ci-templates/reach.sh"] + arguments, in: copy.path,
      environment: release.environment(variables))
  }

  @Test("A branch that began long ago is reached without the history before it")
  func deepens() throws {
    let sample = try SampleRepository(.sound, age: 45)
    for number in 1...3 { try sample.origin.commit("Before \(number)") }
    let copy = try sample.checkout("refs/heads/work", depth: 1)
    let result = try reach(in: copy, ["SCHEMAGATE_BASE": "main"])
    #expect(result.status == 0, "\(result.all)")
    let found = try copy.git(["merge-base", "origin/main", "HEAD"])
    #expect(try sample.origin.git(["merge-base", "main", "work"]) == found)
  }

  @Test("A deep history stays where it is: only the steps that are needed are fetched")
  func staysShallow() throws {
    let origin = try TemporaryRepository()
    for number in 1...60 { try origin.commit("Old \(number)") }
    try origin.git(["branch", "work"])
    try origin.commit("New")
    let copy = try TemporaryRepository()
    try copy.git(["remote", "add", "origin", "file://\(origin.path)"])
    try copy.git(["fetch", "--quiet", "--depth=1", "origin", "work"])
    try copy.git(["checkout", "--quiet", "--detach", "FETCH_HEAD"])
    #expect(try reach(in: copy, ["CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"]).status == 0)
    #expect(try copy.git(["rev-parse", "--is-shallow-repository"]) == "true")
    #expect(try copy.git(["rev-list", "--count", "HEAD"]) != "60")
  }

  @Test("A merge that was made here, as Bitbucket makes it, is reached by its parents")
  func localMerge() throws {
    let sample = try SampleRepository(.sound, age: 30)
    let copy = try sample.checkout("refs/heads/work", depth: 1)
    try copy.git(["fetch", "--quiet", "--depth=1", "origin", "main"])
    let tree = try copy.git(["rev-parse", "HEAD^{tree}"])
    let merge = try copy.git(["commit-tree", tree, "-p", "HEAD", "-p", "FETCH_HEAD", "-m", "Merge"])
    try copy.git(["checkout", "--quiet", merge])
    let result = try reach(in: copy, ["BITBUCKET_PR_DESTINATION_BRANCH": "main"])
    #expect(result.status == 0, "\(result.all)")
    #expect(try copy.git(["merge-base", "origin/main", "HEAD"]) == sample.base)
  }

  @Test("A token for fetching stays out of the repository's configuration")
  func token() throws {
    let sample = try SampleRepository(.sound)
    let copy = try sample.checkout("refs/heads/work", depth: 1)
    let result = try reach(in: copy, ["SCHEMAGATE_BASE": "main", "SCHEMAGATE_FETCH_TOKEN": "secret"])
    #expect(result.status == 0 && !result.all.contains("secret"), "\(result.all)")
    let configuration = try copy.git(["config", "--list"])
    #expect(!configuration.contains("extraheader"))
  }

  @Test("Where the base can't be had, that is said, and the check ends with 3")
  func unreachable() throws {
    let sample = try SampleRepository(.sound)
    let copy = try sample.checkout("refs/heads/work", depth: 1)
    let path = "\(Templates.root)/ci-templates/check.sh"
    let bin = URL(fileURLWithPath: try TestProgram.path()).deletingLastPathComponent().path
    var environment = release.environment(["SCHEMAGATE_BASE": "nowhere"])
    environment["PATH"] = "\(bin):\(environment["PATH"] ?? "")"
    let result = try Shell.run([path], in: copy.path, environment: environment)
    #expect([2, 3].contains(result.status) && result.error.contains("could not be fetched"), "\(result.all)")
    #expect(FileManager.default.fileExists(atPath: copy.path + "/schemagate.json"))
  }
}
