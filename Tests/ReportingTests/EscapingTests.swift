import SchemagateModel
import Testing

@testable import Reporting

@Suite("Names from a branch are only ever text")
struct EscapingTests {
  @Test(
    "in prose",
    arguments: [
      ("@acme/admins", "@&#8203;acme/admins"), ("see #123", "see #&#8203;123"), ("<!-- x -->", "&lt;!-- x --&gt;"),
      ("<b>", "&lt;b&gt;"), ("a|b", "a&#124;b"), ("[a](b)", "\\[a\\](b)"),
      ("**x** _y_ ~~z~~", "\\*\\*x\\*\\* \\_y\\_ \\~\\~&#8203;z\\~\\~"),
      ("a\nb", "a b"), ("http://evil.example", "http:&#8203;//evil.example"), ("&amp;", "&amp;amp;"), ("- a", "\\- a"),
      ("1. a", "1\\. a"), ("a\u{202E}b", "a\\\\u{202E}b"), ("\u{1B}[31m", "\\\\u{1B}\\[31m"), ("`a`", "\\`a\\`"),
    ])
  func prose(_ text: String, _ expected: String) {
    #expect(MarkdownEscape.text(text) == expected)
  }

  @Test(
    "in inline code",
    arguments: [
      ("users", "`users`"), ("a`b", "``a`b``"), ("`a``b", "``` `a``b ```"), ("a|b", "<code>a&#124;b</code>"),
      ("a\\|b", "<code>a&#92;&#124;b</code>"), ("", "(empty)"), ("a\nb", "`a b`"), ("@x #1", "`@x #1`"),
      ("a\u{200B}b", "`a\\u{200B}b`"),
    ])
  func code(_ text: String, _ expected: String) {
    #expect(MarkdownEscape.code(text) == expected)
  }

  @Test(
    "in sentences with marked names",
    arguments: [
      ("column `a_b` is gone", "column `a_b` is gone"), ("an odd ` stays text", "an odd \\` stays text"),
      ("`@x` and @y", "`@x` and @&#8203;y"),
    ])
  func sentence(_ text: String, _ expected: String) {
    #expect(MarkdownEscape.sentence(text) == expected)
  }

  @Test("in a fence that is longer than any inside")
  func fence() {
    #expect(Markdown.fence(["a", "````", "b"], language: "sql").source == "`````sql\na\n````\nb\n`````")
  }

  @Test("in a table's cells")
  func cells() {
    let table = Markdown.table(["A", "B"], [["\(code: "x|y")", ""], ["\(text: "p|q\nr")", ""]])
    #expect(table.source == "| A |\n| --- |\n| <code>x&#124;y</code> |\n| p&#124;q r |")
  }

  @Test("cut in the middle when they are very long")
  func long() {
    let name = VisibleText.line(String(repeating: "a", count: 500) + "_end", limit: 30)
    #expect(name == String(repeating: "a", count: 20) + "…aaaaa_end")
  }

  @Test("in the whole comment: no mention, no HTML, no heading, no end of a fence")
  func comment() throws {
    var report = Sample.hostile.report
    report.key = "x --> <b>"
    let text = MarkdownFormat().render(report, RenderOptions())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasPrefix("<!-- schemagate key=x-b digest=") == true)
    var fence: Substring?
    var prose: [Substring] = []
    for line in lines.dropFirst() {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if ticks.count >= open.count, line == ticks { fence = nil }
      } else if ticks.count >= 3, !line.dropFirst(ticks.count).contains("`") {
        fence = ticks
      } else {
        prose.append(line)
      }
    }
    #expect(fence == nil)
    #expect(prose.filter { $0.hasPrefix("#") }.count == 1)
    let outside = prose.map { MarkdownEscapeProof.withoutCode($0) }.joined(separator: "\n")
    for danger in ["@acme", "#1 ", "<img", "<!--", "](http://evil", "**b**", "\u{1B}", "\u{202E}", "\r"] {
      #expect(!outside.contains(danger), "\(danger)")
    }
    for hidden in ["\u{1B}", "\u{202E}", "\r"] { #expect(!text.contains(hidden)) }
  }

  @Test("on a terminal: no escape sequence but our own")
  func terminal() {
    let plain = TextFormat().render(Sample.hostile.report, RenderOptions(verbose: true))
    #expect(!plain.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x0D })
    let colored = TextFormat().render(Sample.hostile.report, RenderOptions(color: true))
    #expect(colored.contains("\u{1B}[1;31m"))
    #expect(!colored.contains("\u{1B}[31m"))
  }
}

/// Takes inline code out of a line, by the rule that CommonMark reads it.
private enum MarkdownEscapeProof {
  static func withoutCode(_ line: Substring) -> String {
    var rest = line
    var result = ""
    while let start = rest.firstIndex(of: "`") {
      result += rest[..<start]
      let ticks = rest[start...].prefix { $0 == "`" }
      rest = rest[ticks.endIndex...]
      if result.hasSuffix("\\") { continue }
      guard let end = closing(ticks.count, in: rest) else { continue }
      rest = rest[end...]
    }
    return result + rest
  }

  private static func closing(_ count: Int, in text: Substring) -> Substring.Index? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      if run.count == count { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }
}

@Suite("the log of a CI system")
struct LogTextTests {
  @Test(
    "no line is a command that its runner obeys",
    arguments: [
      ("a ##[set-output name=x]y", "a # #[set-output name=x]y"),
      ("##vso[task.setvariable]", "# #vso[task.setvariable]"),
      ("one\n  ::add-mask::x", "one\n  : :add-mask::x"), ("##teamcity[x", "# #teamcity[x"),
    ])
  func commands(text: String, inert: String) {
    #expect(LogText.inert(text) == inert)
  }

  @Test("other text stays as it is", arguments: ["## heading", "SELECT '1'::text", "a # # b", ""])
  func others(text: String) {
    #expect(LogText.inert(text) == text)
  }

  @Test("a report for a terminal has no such line, whatever a target calls itself")
  func report() {
    var report = Sample.failing.report
    report.targets[0].name = "::stop-commands::x"
    report.targets[0].checks[0].findings[0].message = "##vso[task.complete result=Succeeded]"
    report.targets.append(report.targets[0])
    let text = TextFormat().render(report, RenderOptions())
    #expect(text.contains(": :stop-commands::x"))
    #expect(!text.contains("##vso[") && !text.contains("\n::"))
  }
}
