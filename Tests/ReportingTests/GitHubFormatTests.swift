import SchemagateModel
import Testing

@testable import Reporting

@Suite("Annotations for GitHub's runner")
struct GitHubFormatTests {
  private func lines(_ report: Report) -> [String] {
    GitHubFormat().render(report, RenderOptions()).split(separator: "\n").map(String.init)
  }

  @Test("stand on the line that is wrong, errors first")
  func order() {
    let lines = lines(Sample.failing.report)
    #expect(lines.first == "❌ schemagate: 2 errors, 1 warning in 2 migrations")
    let error = "::error file=\(Sample.ordersPath),line=3,title=schemagate shop%3A change-undeclared::"
    #expect(lines.dropFirst().first?.hasPrefix(error) == true)
    let kinds = lines.dropFirst().map { $0.prefix { $0 != " " } }
    #expect(kinds == ["::error", "::error", "::warning", "::notice"])
    #expect(lines[2].contains("left behind)%0A    +     CREATE INDEX"))
  }

  @Test("are at most ten of a kind, and the last one says how many are left out")
  func limits() {
    let lines = lines(Sample.many.report)
    for (kind, left) in [("error", 119), ("warning", 93), ("notice", 16)] {
      let own = lines.filter { $0.hasPrefix("::\(kind) ") }
      #expect(own.count == 10)
      #expect(own.filter { $0.contains("more of this kind") }.count == 1)
      #expect(own.last?.contains("%0A%0A… and \(left) more of this kind") == true, "\(own.last ?? "")")
    }
  }

  @Test("never speak of what base has too, or what was accepted")
  func quiet() {
    var report = Sample.failing.report
    for check in report.targets[0].checks.indices {
      for finding in report.targets[0].checks[check].findings.indices {
        report.targets[0].checks[check].findings[finding].existing = finding == 0
        report.targets[0].checks[check].findings[finding].waived = finding == 0 ? nil : "known"
      }
    }
    #expect(!lines(report).contains { $0.hasPrefix("::error") || $0.hasPrefix("::warning") })
  }

  /// Reads a line as the runner does: the command ends at the second `::`, and each value is unescaped by itself.
  @Test("let no text from a branch be a command, a property or a line of its own")
  func hostile() throws {
    var report = Sample.hostile.report
    let attack = "a::stop-commands::x\n::add-mask::y\r\n::error file=z::%0A##[error]q,line=9"
    report.errors = [.init(what: attack, at: attack, try: attack)]
    report.targets[0].checks[0].findings[0].location = SourceLocation(path: attack, line: 4)
    for line in lines(report).dropFirst() {
      let match = try #require(line.wholeMatch(of: /::(error|warning|notice)(?: (.*?))?::(.*)/), "\(line)")
      let properties = match.2?.split(separator: ",").map { $0.prefix { $0 != "=" } } ?? []
      #expect(Set(properties).isSubset(of: ["file", "line", "title"]) && Set(properties).count == properties.count)
      #expect(match.2?.contains(":") != true)
      #expect(!line.unicodeScalars.contains { $0 == "\r" || $0 == "\u{1B}" || $0 == "\u{202E}" })
      #expect(match.3.ranges(of: "%").allSatisfy { match.3[$0.upperBound...].prefix(2).isEscape })
    }
    #expect(lines(report).contains { $0.contains("%250A##[error]q") })
  }
}

extension Substring {
  fileprivate var isEscape: Bool { self == "0A" || self == "25" }
}
