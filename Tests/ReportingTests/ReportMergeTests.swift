import Foundation
import Reporting
import SchemagateModel
import Testing

@Suite("Reports of one check that was made in parts")
struct ReportMergeTests {
  @Test("become one, in the configuration's order, judged anew and without a word of the parts")
  func parts() throws {
    let merged = try merge([part(2, ["audit"]), part(1, ["shop"], failed: true), part(3, ["queue"])])
    #expect(merged.targets.map(\.name) == ["shop", "queue", "audit"])
    #expect(merged.verdict == .failed)
    #expect(merged.errors == [])
    #expect(merged.notes == ["said by all"])
    #expect(merged.shard == nil)
  }

  @Test("are read back from JSON with their part")
  func readBack() throws {
    let report = part(1, ["shop"])
    let text = try JSONFormat().render(report, RenderOptions())
    #expect(try JSONFormat.read(Data(text.utf8), from: "a.json") == report)
  }

  @Test("never pass where a part is missing")
  func missing() throws {
    let merged = try merge([part(1, ["shop"]), part(2, ["audit"])])
    #expect(merged.verdict == .unknown)
    #expect(merged.errors.map(\.what) == ["part 3/3 of the check is missing", "no report tells of queue"])
  }

  @Test("of which one came to nothing say why, once")
  func failedPart() throws {
    var lost = Sample.report(.unknown, [])
    (lost.base, lost.head, lost.mergeBase, lost.repository) = (nil, nil, nil, nil)
    lost.errors = [ErrorReport(what: "no server")]
    let merged = try merge([lost, lost, part(1, ["shop"]), part(2, ["audit"]), part(3, ["queue"])])
    #expect(merged.errors.map(\.what) == ["no server"])
    #expect(merged.verdict == .unknown)
    #expect(merged.head != nil)
  }

  @Test("of single targets stand by name")
  func targets() throws {
    let merged = try merge(["b", "a"].map { Sample.report(.passed, [target($0)]) })
    #expect(merged.targets.map(\.name) == ["a", "b"])
    #expect(merged.verdict == .passed)
  }

  @Test("may tell of a target twice if they say the same")
  func duplicates() throws {
    #expect(
      try merge([part(1, ["shop"]), part(1, ["shop"]), part(2, ["audit"]), part(3, ["queue"])]).targets.count == 3)
    #expect(throws: ReportMergeError.targetTwice("shop", files: ["0.json", "1.json"])) {
      try merge([part(1, ["shop"]), part(1, ["shop"], failed: true)])
    }
  }

  @Test(
    "of different checks are refused by what differs",
    arguments: ["base commit", "head commit", "merge base", "key", "schemagate", "repository", "number of parts"])
  func different(what: String) throws {
    var other = part(2, ["audit"])
    switch what {
    case "base commit": other.base = CommitReference(name: "origin/main", commit: "0", why: nil)
    case "head commit": other.head = CommitReference(name: "HEAD", commit: "0", why: nil)
    case "merge base": other.mergeBase = "0"
    case "key": other.key = "other"
    case "schemagate": other.generator.version = "0"
    case "repository": other.repository = .init(host: "example.org", path: "x")
    default: other.shard = try ShardReport(part: #require(Shard("2/4")), targets: [], elsewhere: [])
    }
    let error = #expect(throws: ReportMergeError.self) { try merge([part(1, ["shop"]), other]) }
    #expect(error?.report.what.contains("the \(what) is") == true)
    #expect(error?.report.what.contains("0.json and") == true)
  }

  private func merge(_ reports: [Report]) throws -> Report {
    try ReportMerge.merge(reports.enumerated().map { (source: "\($0.offset).json", report: $0.element) })
  }

  private func part(_ index: Int, _ names: [String], failed: Bool = false) -> Report {
    let all = ["shop", "queue", "audit"]
    var report = Sample.report(failed ? .failed : .passed, names.map { target($0, failed ? .failed : .passed) })
    report.shard = Shard(index: index, of: 3).map {
      ShardReport(part: $0, targets: all, elsewhere: all.filter { !names.contains($0) })
    }
    report.notes = ["said by all"] + [report.shard?.note].compactMap(\.self)
    return report
  }

  private func target(_ name: String, _ verdict: Verdict = .passed) -> TargetReport {
    TargetReport(
      name: name, engine: .init(name: .sqlite, version: "3.40"), tool: "dbmate", verdict: verdict,
      migrations: MigrationsReport(base: 1, head: 2))
  }
}
