import Foundation
import TestSupport
import Testing

@Suite("The workflow for repositories with many databases")
struct MatrixTests {
  private static let workflow = "ci-templates/github-actions-matrix.yml"
  private let release: Release

  init() throws { release = try Release() }

  private var inputs: [String: String] {
    ["releases": release.releases, "version": Release.version, "sha256": release.digest]
  }

  /// A branch that adds a sound migration to one database, and a faulty one to another; a third stays as it is.
  private func sample() throws -> SampleRepository {
    try SampleRepository(.faulty, others: ["till", "unchanged"], changed: ["till"])
  }

  private func job(_ sample: SampleRepository, values: [String: String] = [:]) throws -> GitHubJob {
    let copy = try sample.checkout("refs/pull/7/merge", depth: 2)
    let environment = release.environment([
      "GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/7/merge", "GITHUB_SHA": sample.merge,
      "GITHUB_BASE_REF": "main",
    ])
    let event = ["github.event_name": "pull_request"]
    return try GitHubJob(workspace: copy.folder, environment: environment, values: event.merging(values) { $1 })
  }

  @Test("Changed databases are shared out, and one report of all is published")
  func shards() throws {
    let sample = try sample()
    let plan = try job(sample)
    try plan.run(Self.workflow, job: "plan", inputs: inputs)
    let count = try #require(plan.expressions.values["steps.plan.outputs.count"], "\(plan.log)")
    #expect(count == "2" && plan.expressions.values["steps.plan.outputs.shards"] == "[1,2]", "\(plan.log)")

    let whole = try job(
      sample,
      values: ["needs.plan.outputs.count": count, "needs.plan.result": "success", "needs.check.result": "failure"])
    var statuses: [Int32] = []
    for shard in 1...2 {
      let part = try job(sample, values: ["needs.plan.outputs.count": count, "matrix.shard": "\(shard)"])
      try part.run(Self.workflow, job: "check", inputs: inputs)
      statuses.append(part.status)
      let artifact = "\(whole.workspace)/shards/schemagate-shard-\(shard)"
      try FileManager.default.createDirectory(
        atPath: whole.workspace + "/shards", withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: part.temporary + "/schemagate", toPath: artifact)
    }
    #expect(statuses.sorted() == [0, 1])
    try whole.run(Self.workflow, job: "report", inputs: inputs)
    #expect(whole.status == 1, "\(whole.log)")
    #expect(release.calls.contains("publish schemagate.json --no-summary"), "\(whole.log)")
    #expect(whole.summary.contains("orders_placed") && whole.summary.contains("till"))
  }

  @Test("A part that left no report behind is never a pass")
  func missingPart() throws {
    let whole = try job(
      try sample(),
      values: ["needs.plan.outputs.count": "2", "needs.plan.result": "success", "needs.check.result": "success"])
    try whole.run(Self.workflow, job: "report", inputs: inputs)
    #expect(whole.status == 3 && whole.log.contains("a shard left no report"), "\(whole.log)")
    #expect(!release.calls.contains { $0.hasPrefix("publish") })
  }
}
