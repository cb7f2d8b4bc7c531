import SchemagateModel
import Testing

@testable import Reporting

@Suite("JUnit results")
struct JUnitFormatTests {
  @Test(
    "hold any text as text, and nothing that XML forbids",
    arguments: [
      ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;'"), ("]]>", "]]&gt;"), ("a\nb\tc", "a&#10;b&#9;c"),
      ("\u{0}\u{1B}\u{FFFE}", "\\u{0}\\u{1B}\\u{FFFE}"), ("\u{202E}\r", "\\u{202E}\\u{D}"),
      ("é\u{1F600}", "é\u{1F600}"),
    ])
  func escaping(_ text: String, _ expected: String) {
    let document = XML("a", ["b": text], text: text).document
    #expect(document.contains("b=\"\(expected)\""))
    #expect(document.split(separator: "\n", maxSplits: 1)[1].hasSuffix("</a>\n"))
    #expect(!document.contains("]]>"))
  }

  @Test("have one case for each check, failures with their place and remedy, skips with their reason")
  func cases() {
    let text = JUnitFormat().render(Sample.failing.report, RenderOptions())
    #expect(text.contains("tests=\"7\" failures=\"2\" errors=\"0\" skipped=\"2\""))
    let failure = "<failure type=\"rollback-residue\" message=\"The down part of 20260101120000_add_email.sql leaves "
    #expect(text.contains(failure))
    #expect(text.contains("at: \(Sample.emailPath):7\n"))
    #expect(text.contains("try: Add 'DROP INDEX public.users_email_idx;' to the down part.\n"))
    #expect(
      text.contains("<testcase classname=\"schemagate.shop\" name=\"schema\">\n      <skipped message=\"this ver"))
    #expect(text.contains("<system-out>warning: 20260101120000_add_email.sql comes before base's newest version"))
    #expect(text.contains("<property name=\"head.commit\" value=\"9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0\"/>"))
    #expect(text.contains("name=\"apply\" time=\"0.843\""))
  }

  @Test("say aloud what could not be checked")
  func unknown() {
    let text = JUnitFormat().render(Sample.unknown.report, RenderOptions())
    #expect(text.contains("tests=\"3\" failures=\"0\" errors=\"1\" skipped=\"1\""))
    #expect(text.contains("<error message=\"the extension postgis is not installed on the scratch server\">"))
    #expect(text.contains("    CREATE ROLE \"reporting\";\n"))
  }
}
