import SchemagateModel
import Testing

@testable import Reporting

@Suite("The pull-request comment")
struct MarkdownFormatTests {
  private func render(_ report: Report, budget: Int = 60_000) -> String {
    MarkdownFormat().render(report, RenderOptions(budget: budget))
  }

  @Test("stays under the limit, and says what it left out", arguments: [60_000, 30_000, 12_000, 6_000, 4_000])
  func budget(_ budget: Int) {
    let text = render(Sample.many.report, budget: budget)
    #expect(text.utf8.count <= budget)
    #expect(text.contains("## ❌ schemagate: 129 errors, 103 warnings in 2 migrations"))
    #expect(text.contains("finding 2 says that column"))
  }

  @Test("keeps the verdict, the errors and what was not checked at the smallest size")
  func neverDropped() {
    let text = render(Sample.failing.report, budget: 1)
    #expect(text.contains("## ❌ schemagate: 2 errors, 1 warning in 2 migrations"))
    #expect(text.contains("lost precision"))
    #expect(text.contains("not checked"))
    #expect(text.contains("Left out for size"))
  }

  @Test("has a digest that the last line takes no part in")
  func digest() {
    var later = Sample.passing.report
    later.targets[0].timings = [.init(stage: "base", milliseconds: 99_000)]
    let (one, two) = (render(Sample.passing.report), render(later))
    #expect(one != two)
    #expect(one.split(separator: "\n").first == two.split(separator: "\n").first)
    var other = Sample.passing.report
    other.notes = ["base equals head"]
    #expect(render(other).split(separator: "\n").first != one.split(separator: "\n").first)
  }

  @Test(
    "links to the head commit",
    arguments: [
      ("github.com", "https://github.com/acme/shop/blob/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/db/a%20b.sql#L7"),
      ("gitlab.com", "https://gitlab.com/acme/shop/-/blob/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/db/a%20b.sql#L7"),
      (
        "bitbucket.org",
        "https://bitbucket.org/acme/shop/src/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/db/a%20b.sql#lines-7"
      ),
    ])
  func links(_ host: String, _ url: String) {
    var report = Sample.passing.report
    report.repository?.host = host
    #expect(SourceLink(report).url(SourceLocation(path: "db/a b.sql", line: 7)) == url)
  }

  @Test("names places without a link where the repository isn't published")
  func noLinks() {
    var report = Sample.failing.report
    report.repository = nil
    let text = render(report)
    #expect(text.contains("`db/migrations/20260101120000_add_email.sql:7`"))
    #expect(!text.contains("]("))
  }

  @Test("shows warnings openly where they alone stop the merge")
  func warningsBlock() {
    var report = Sample.failing.report
    report.targets[0].checks = [.init(id: .history, outcome: .warned, findings: [Sample.late])]
    let text = render(report)
    #expect(text.contains("## ❌ schemagate: 1 warning in 2 migrations"))
    #expect(text.contains("→ rename it to a version above 20260101180000"))
    #expect(!text.contains("<summary>⚠️"))
  }

  @Test("leaves waived and existing findings out of the verdict")
  func accepted() {
    var report = Sample.failing.report
    var waived = Sample.residue
    waived.waived = "tested by hand"
    var existing = Sample.undeclared
    existing.existing = true
    report.verdict = .passed
    report.targets[0].verdict = .passed
    report.targets[0].checks = [.init(id: .rollback, outcome: .passed, findings: [waived, existing])]
    let text = render(report)
    #expect(text.contains("## ✅ schemagate: 2 migrations passed"))
    #expect(text.contains("<summary>1 finding that base already has</summary>"))
    #expect(!text.contains("leaves index"))
  }
}
