import Foundation
import Reporting
import SchemagateModel
import Testing

@Suite("Reports look the same until someone changes their look")
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Golden")

  @Test("each sample in each format", arguments: GoldenFile.all)
  func sample(_ golden: GoldenFile) throws {
    let format = try #require(ReportFormatCatalog.named(golden.format))
    let text = try format.render(golden.report, RenderOptions())
    let file = Self.folder.appendingPathComponent(golden.name)
    guard ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(text.utf8).write(to: file)
      Issue.record("\(golden.name) was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    #expect(recorded == text, "\(golden.name) differs; SCHEMAGATE_RECORD=1 writes it anew")
  }

  @Test("every golden file belongs to a sample")
  func noLeftovers() throws {
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)).subtracting([".gitkeep"])
    #expect(names == Set(GoldenFile.all.map(\.name)))
  }
}

/// A file that holds what a format makes of a sample.
struct GoldenFile: Sendable, CustomTestStringConvertible {
  let sample: String
  let format: String
  let report: Report

  var testDescription: String { name }

  var name: String {
    let ending = ReportFormatCatalog.named(format)?.fileExtension ?? format
    return "\(sample).\(ending)"
  }

  /// Pages are large: they have samples of their own, which show all that a page can.
  static let all: [GoldenFile] =
    ReportFormatCatalog.all.map(\.name).filter { $0 != "html" }.flatMap { format in
      Sample.allCases.map { GoldenFile(sample: $0.rawValue, format: format, report: $0.report) }
    } + PageSample.allCases.map { GoldenFile(sample: $0.rawValue, format: "html", report: $0.report) }
}
