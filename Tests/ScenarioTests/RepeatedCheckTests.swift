import Foundation
import Reporting
import SchemagateModel
import TestSupport
import Testing

@Suite("the same check, made twice")
struct RepeatedCheckTests {
  @Test("gives the same bytes but for measured times, wherever the repository lies", arguments: TestEngines.scenarios)
  func sameBytes(engine: EngineKind) async throws {
    let scenarios = Scenario.all(engine)
    let scenario = try #require(scenarios.first { $0.name == "down-leaves-something" })
    let expected = try scenario.expectation()
    let repository = try scenario.repository(expected)
    let copy = try TemporaryRepository()
    for entry in [".git"] {
      try copy.remove(entry)
      try FileManager.default.copyItem(atPath: "\(repository.path)/\(entry)", toPath: "\(copy.path)/\(entry)")
    }
    let first = try await rendered(repository)
    #expect(try await first == rendered(copy))
    #expect(first.contains("rollback-residue"))
  }

  private func rendered(_ repository: TemporaryRepository) async throws -> String {
    let report = try await GateCall.check(repository).withoutTimes
    let format = try #require(ReportFormatCatalog.named("json"))
    return try format.render(report, RenderOptions())
  }
}

extension TestEngines {
  /// The engines with scenarios that this run may use.
  static var scenarios: [EngineKind] { [.postgresql, .sqlite].filter(includes) }
}

extension Report {
  fileprivate var withoutTimes: Report {
    var report = self
    for target in report.targets.indices {
      report.targets[target].timings = report.targets[target].timings.map { Timing(stage: $0.stage, milliseconds: 0) }
      for added in report.targets[target].migrations.added.indices {
        report.targets[target].migrations.added[added].step?.milliseconds = 0
        for statement in report.targets[target].migrations.added[added].step?.trace?.indices ?? 0..<0 {
          report.targets[target].migrations.added[added].step?.trace?[statement].milliseconds = nil
        }
      }
    }
    return report
  }
}
