import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import Reporting

@Suite("The page")
struct HTMLFormatTests {
  private func page(_ report: Report) -> String { HTMLFormat().render(report, RenderOptions()) }

  @Test(
    "is sound HTML whatever a branch writes: known elements only, no script, no link but to the repository",
    .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
  func sound() throws {
    let folder = try TemporaryFolder()
    let reports = PageSample.allCases.map(\.report) + [Sample.manyTables, Sample.several.report]
    for (index, report) in reports.enumerated() { try folder.write("\(index).html", page(report)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: TestTools.path(of: "python"))
    let script = TestTools.folder.appendingPathComponent("../../../scripts/check-page").standardizedFileURL.path
    process.arguments =
      [script, "https://github.com/acme/"] + reports.indices.map { "\(folder.path)/\($0).html" }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == "")
    #expect(process.terminationStatus == 0)
  }

  @Test("shows no letter that hides or turns others")
  func visible() {
    let hidden = page(PageSample.hostile.report).unicodeScalars.filter { $0 != "\n" && VisibleText.isHidden($0) }
    #expect(hidden.isEmpty)
  }

  @Test(
    "says what the comment says", arguments: [Sample.failing.report, Sample.unknown.report, PageSample.drawn.report])
  func complete(_ report: Report) {
    let page = page(report)
    for target in report.targets {
      let findings = target.checks.flatMap(\.findings)
      var sentences = findings.flatMap { [$0.message, $0.remedy] } + target.waivers.map(\.because)
      sentences += target.access.map { Spoken.opening($0.words) } + target.assumptions.map(Spoken.opening)
      sentences += target.everythingNotChecked.map(\.why) + report.errors.map(\.what) + target.errors.compactMap(\.try)
      sentences += target.environments.map { Spoken.opening(EnvironmentText(environment: $0).line) }
      for sentence in sentences { #expect(page.contains(HTMLEscape.sentence(sentence)), "\(sentence)") }
      let lines = findings.flatMap { finding in
        Copyable.declarations(of: finding) + (finding.evidence ?? "").split(separator: "\n").map(String.init)
      }
      for line in lines + (target.setup ?? "").split(separator: "\n").map(String.init) {
        #expect(page.contains(HTMLEscape.text(line)), "\(line)")
      }
      for migration in target.migrations.all { #expect(page.contains(HTMLEscape.code(migration.words))) }
    }
  }

  @Test("links places to the head commit")
  func links() {
    let commit = "https://github.com/acme/shop/blob/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0"
    #expect(page(Sample.failing.report).contains("href=\"\(commit)/\(Sample.emailPath)#L7\""))
  }

  @Test("explains rules where it knows them")
  func rules() {
    let rule = RuleMetadata(
      id: "rollback-residue", title: "A down leaves something", check: .rollback, severity: .error,
      rationale: "Going back & forth", remedy: "", fires: "", staysQuiet: "")
    let page = HTMLFormat().render(Sample.failing.report, RenderOptions(rules: [rule]))
    #expect(page.contains("<p>A down leaves something: Going back &amp; forth</p>"))
  }

  @Test("has colours that can be told from their ground, light and dark")
  func contrast() throws {
    for side in [\PagePalette.Color.light, \PagePalette.Color.dark] {
      for pair in PagePalette.pairs {
        let text = try #require(PagePalette.all.first { $0.name == pair.text })
        let ground = try #require(PagePalette.all.first { $0.name == pair.ground })
        let contrast = try Luminance.contrast(text[keyPath: side], ground[keyPath: side])
        #expect(contrast >= 4.5, "\(text[keyPath: side]) on \(ground[keyPath: side]): \(contrast)")
      }
    }
  }

  @Test(
    "writes times as readers say them", arguments: [(0.04, "0.0 ms"), (1.26, "1.3 ms"), (31, "31 ms"), (.nan, "?")])
  func times(_ milliseconds: Double, _ words: String) {
    #expect(TracePart.time(milliseconds) == words)
  }
}

/// The Web Content Accessibility Guidelines' measure of how well a colour can be read on another.
private enum Luminance {
  static func contrast(_ one: String, _ other: String) throws -> Double {
    let (left, right) = (try of(one), try of(other))
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  private static func of(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    let parts = [value >> 16, value >> 8, value].map { linear(Double($0 & 255) / 255) }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private static func linear(_ part: Double) -> Double {
    part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
}
