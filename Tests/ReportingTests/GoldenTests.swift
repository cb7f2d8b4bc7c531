import Foundation
import Reporting
import SchemagateModel
import Testing

@Suite("Reports look the same until someone changes their look")
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Golden")

  @Test("each sample in each format", arguments: Sample.allCases, ReportFormatCatalog.all.map(\.name))
  func sample(_ sample: Sample, in format: String) throws {
    let format = try #require(ReportFormatCatalog.named(format))
    let text = try format.render(sample.report, RenderOptions())
    let file = Self.folder.appendingPathComponent("\(sample.rawValue).\(format.fileExtension ?? format.name)")
    guard ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(text.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    let golden = try? String(contentsOf: file, encoding: .utf8)
    #expect(golden == text, "\(file.lastPathComponent) differs; SCHEMAGATE_RECORD=1 writes it anew")
  }

  @Test("every golden file belongs to a sample")
  func noLeftovers() throws {
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)).subtracting([".gitkeep"])
    let endings = ReportFormatCatalog.all.map { $0.fileExtension ?? $0.name }
    let expected = Sample.allCases.flatMap { sample in endings.map { "\(sample.rawValue).\($0)" } }
    #expect(names == Set(expected))
  }
}
