import Foundation
import TestSupport
import Testing

@Suite("The workflows for GitHub Actions")
struct GitHubTests {
  private let release: Release

  init() throws { release = try Release() }

  private var inputs: [String: String] {
    ["releases": release.releases, "version": Release.version, "sha256": release.digest]
  }

  private func job(
    _ copy: TemporaryRepository, event: String, ref: String, sha: String, base: String = "",
    values: [String: String] = [:], payload: String = "{}"
  ) throws -> GitHubJob {
    try release.folder.write("event.json", payload)
    let environment = release.environment([
      "GITHUB_EVENT_NAME": event, "GITHUB_REF": ref, "GITHUB_SHA": sha, "GITHUB_BASE_REF": base,
      "GITHUB_EVENT_PATH": release.folder.path + "/event.json",
    ])
    return try GitHubJob(
      workspace: copy.folder, environment: environment,
      values: values.merging(["github.event_name": event]) { old, _ in old })
  }

  private func pullRequest(_ sample: SampleRepository) throws -> GitHubJob {
    try job(
      try sample.checkout("refs/pull/7/merge", depth: 2), event: "pull_request", ref: "refs/pull/7/merge",
      sha: sample.merge, base: "main",
      payload: #"{"pull_request": {"head": {"sha": "\#(sample.head)"}, "base": {"sha": "\#(sample.base)"}}}"#)
  }

  @Test("A pull request with a faulty migration fails, and its reports are kept and published all the same")
  func faultyRequest() throws {
    let sample = try SampleRepository(.faulty)
    let job = try pullRequest(sample)
    try job.run("ci-templates/github-actions.yml", job: "check", inputs: inputs)
    #expect(job.status == 1, "\(job.log)")
    #expect(job.log.contains("::error"))
    for file in ["json", "md", "html", "diff.txt"] {
      let text = try String(contentsOfFile: "\(job.temporary)/schemagate/schemagate.\(file)", encoding: .utf8)
      #expect(text.contains("orders_placed"), "\(file)")
    }
    #expect(job.summary.contains("orders_placed"))
    let report = try String(contentsOfFile: job.temporary + "/schemagate/schemagate.json", encoding: .utf8)
    #expect(report.contains(sample.head), "statuses go to the branch's own commit")
    #expect(release.calls.contains("publish \(job.temporary)/schemagate/schemagate.json --no-summary"))
    #expect(job.others.count == 3 && job.others.allSatisfy { $0.hasPrefix("actions/") })
    #expect(!job.log.contains("secret-token"))
  }

  @Test("A pull request from a fork is checked by itself, and nothing is published from there")
  func fork() throws {
    let job = try pullRequest(try SampleRepository(.sound))
    try job.run("ci-templates/github-actions-forks-check.yml", job: "check", inputs: inputs)
    #expect(job.status == 0, "\(job.log)")
    #expect(!release.calls.contains { $0.hasPrefix("publish") })
    #expect(FileManager.default.fileExists(atPath: job.temporary + "/schemagate/schemagate.json"))
  }

  @Test("A release with another digest is not installed, and nothing of it runs")
  func wrongDigest() throws {
    let job = try pullRequest(try SampleRepository(.sound))
    var inputs = inputs
    inputs["sha256"] = String(repeating: "0", count: 64)
    try job.run("ci-templates/github-actions.yml", job: "check", inputs: inputs)
    #expect(job.failed && job.log.contains("nothing was installed"), "\(job.log)")
    #expect(release.calls.isEmpty)
  }

  @Test(
    "The merge queue's commit and a push of several commits are compared with what stood before",
    arguments: [true, false])
  func earlierBase(isQueue: Bool) throws {
    let sample = try SampleRepository(.faulty, age: 30)
    try sample.origin.git(["update-ref", "refs/heads/main", sample.merge])
    let before = try sample.origin.git(["rev-parse", "\(sample.merge)^1~28"])
    let copy = try sample.checkout("refs/heads/main", depth: 2)
    let key = isQueue ? "github.event.merge_group.base_sha" : "github.event.before"
    let payload =
      isQueue
      ? #"{"merge_group": {"base_sha": "\#(before)", "head_sha": "\#(sample.merge)"}}"#
      : #"{"before": "\#(before)", "repository": {"default_branch": "main"}}"#
    let job = try job(
      copy, event: isQueue ? "merge_group" : "push", ref: "refs/heads/main", sha: sample.merge, values: [key: before],
      payload: payload)
    try job.run("ci-templates/github-actions.yml", job: "check", inputs: inputs)
    #expect(job.status == 1, "\(job.log)")
    let report = try String(contentsOfFile: job.temporary + "/schemagate/schemagate.json", encoding: .utf8)
    #expect(report.contains(before) && report.contains("rollback-residue"))
    #expect(!release.calls.contains { $0.hasPrefix("publish") })
  }

  @Test("What a fork's run left behind is published on the event's commit, and a link is not followed")
  func untrusted() throws {
    let (folder, sha) = (try TemporaryFolder(), String(repeating: "a", count: 40))
    func publish(_ prepare: (String) throws -> Void) throws -> GitHubJob {
      let job = try GitHubJob(
        workspace: folder, environment: release.environment(),
        values: ["github.event.workflow_run.head_sha": sha])
      try FileManager.default.createDirectory(atPath: job.temporary + "/untrusted", withIntermediateDirectories: true)
      try prepare(job.temporary + "/untrusted/schemagate.json")
      try job.run("ci-templates/github-actions-forks-publish.yml", job: "publish", inputs: inputs)
      return job
    }
    let sound = try publish { try Data("{}".utf8).write(to: URL(fileURLWithPath: $0)) }
    let call = "publish \(sound.temporary)/untrusted/schemagate.json --commit \(sha)"
    #expect(sound.status == 0 && release.calls.last == call, "\(sound.log)")
    let link = try publish {
      try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: "/etc/passwd")
    }
    let missing = try publish { _ in }
    #expect(link.status == 0 && link.log.contains("no report") && missing.log.contains("no report"))
    #expect(release.calls.filter { $0.hasPrefix("publish") }.count == 1)
  }
}
