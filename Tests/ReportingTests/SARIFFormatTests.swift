import Foundation
import SchemagateModel
import Testing

@testable import Reporting

@Suite("SARIF")
struct SARIFFormatTests {
  private typealias Object = [String: Any]

  private func run(_ report: Report, rules: [RuleMetadata] = SchemaTests.rules) throws -> [String: Any] {
    let text = SARIFFormat().render(report, RenderOptions(rules: rules))
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    return try #require((log["runs"] as? [Object])?.first)
  }

  private func results(_ report: Report) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [Object])
  }

  private func fingerprint(_ result: [String: Any]) -> String? {
    (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
  }

  @Test("lists every rule with its help, and points from each result to its own")
  func rules() throws {
    let run = try run(Sample.failing.report)
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    #expect(rules.map { $0["id"] as? String } == ["rollback-residue", "change-undeclared", "version-out-of-order"])
    #expect((rules[0]["defaultConfiguration"] as? [String: String])?["level"] == "error")
    let help = try #require(rules[0]["help"] as? [String: String])
    #expect(help["text"]?.contains("What to do: Take it back.") == true)
    #expect(help["markdown"]?.contains("**What to do:** Take it back.") == true)
    let rationale = try #require((rules[0]["fullDescription"] as? [String: String])?["text"])
    #expect(rationale == "Arrays \\[1\\], {{0}} and \\\\ are text.")
    for result in try #require(run["results"] as? [Object]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test("keeps a finding's fingerprint when lines move, base moves and others are mended")
  func fingerprints() throws {
    let before = try results(Sample.failing.report)
    var report = Sample.failing.report
    report.head = CommitReference(name: "HEAD", commit: "0000000000000000000000000000000000000000", why: nil)
    report.targets[0].checks.removeAll { $0.id == .history }
    for check in report.targets[0].checks.indices {
      for index in report.targets[0].checks[check].findings.indices {
        let finding = report.targets[0].checks[check].findings[index]
        report.targets[0].checks[check].findings[index].location = finding.location.map {
          SourceLocation(path: $0.path, line: ($0.line ?? 0) + 40)
        }
      }
    }
    let after = try results(report)
    #expect(after.count == 2)
    #expect(Set(after.map(fingerprint)).isSubset(of: before.map(fingerprint)))
    #expect(Set(try results(Sample.many.report).map(fingerprint)).count == 300)
  }

  @Test("says what was accepted, and what base has too")
  func accepted() throws {
    let report = try #require(SchemaTests.others.first { $0.name == "accepted" }).report
    let results = try results(report)
    let waived = try #require(results.first { !(($0["suppressions"] as? [Object])?.isEmpty ?? true) })
    #expect((waived["suppressions"] as? [[String: String]])?.first?["justification"] == "known")
    #expect(results.filter { $0["baselineState"] as? String == "unchanged" }.count == 1)
  }

  @Test("says what could not be checked, and that it didn't succeed")
  func unknown() throws {
    let run = try run(Sample.unknown.report)
    let invocation = try #require((run["invocations"] as? [Object])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [Object])
    #expect(notes.map { $0["level"] as? String } == ["error", "note"])
    #expect(((notes[0]["message"] as? [String: String])?["text"])?.contains("postgis is not installed") == true)
  }

  @Test("names places by relative references, whatever a path holds")
  func places() throws {
    var finding = Sample.residue
    finding.location = SourceLocation(path: "//evil.example/a b?c#d:%2e\u{202E}.sql")
    var report = Sample.failing.report
    report.targets[0].checks = [.init(id: .rollback, outcome: .failed, findings: [finding, Sample.undeclared])]
    report.targets[0].checks[0].findings[1].location = nil
    let places = try results(report).map { result in
      let location = try #require((result["locations"] as? [Object])?.first?["physicalLocation"] as? Object)
      #expect((location["region"] as? [String: Int])?["startLine"] == 1)
      return (location["artifactLocation"] as? [String: String])?["uri"]
    }
    #expect(places.contains("%2F/evil.example/a%20b%3Fc%23d%3A%252e%E2%80%AE.sql"))
    #expect(places.contains(Sample.ordersPath))
  }

  @Test("keeps to the number of results that GitHub takes, the worst first")
  func limit() throws {
    var report = Sample.failing.report
    let notice = Finding(rule: "waiver-unused", severity: .notice, message: "x", remedy: "y")
    report.targets[0].checks[0].findings += (0..<5100).map { number in
      var copy = notice
      copy.object = "table t\(number)"
      return copy
    }
    let run = try run(report)
    let results = try #require(run["results"] as? [Object])
    #expect(results.count == 5000)
    #expect(results.prefix(3).map { $0["level"] as? String } == ["error", "error", "warning"])
    let invocation = try #require((run["invocations"] as? [Object])?.first)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [Object])
    #expect((notes.last?["message"] as? [String: String])?["text"] == "103 findings more: see the full report")
  }
}
