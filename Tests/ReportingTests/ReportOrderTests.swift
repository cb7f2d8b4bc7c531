import Reporting
import SchemagateModel
import Testing

@Suite("The order in which facts were gathered never shows")
struct ReportOrderTests {
  @Test("shuffled findings, changes and checks render the same bytes", arguments: Sample.allCases, [1, 2, 3])
  func shuffled(_ sample: Sample, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var report = sample.report
    for target in report.targets.indices {
      report.targets[target].changes.shuffle(using: &random)
      report.targets[target].checks.shuffle(using: &random)
      report.targets[target].waivers.shuffle(using: &random)
      for check in report.targets[target].checks.indices {
        report.targets[target].checks[check].findings.shuffle(using: &random)
      }
      for migration in report.targets[target].migrations.added.indices {
        report.targets[target].migrations.added[migration].step?.changes.shuffle(using: &random)
      }
    }
    for format in ReportFormatCatalog.all {
      #expect(try format.render(report, RenderOptions()) == format.render(sample.report, RenderOptions()))
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }
}
