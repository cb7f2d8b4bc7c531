import Foundation
import SchemagateModel
import Testing

@testable import Reporting

/// The renderer is GitHub's own (cmark-gfm), so that nothing here takes our word for what Markdown means.
@Suite(
  "A comment with hostile names, rendered as forges render it",
  .enabled(if: RenderedComment.isInstalled, "scripts/install-test-tools has not been run"))
struct RenderedCommentTests {
  private static let hostile: [String] = [
    Sample.hostileName,
    "a|b||c\\|d\\", "``` x ` y `` z", "<img src=x onerror=alert(1)><script>alert(1)</script></details></summary>",
    "<!-- schemagate key=x digest=00 -->", "-->", "]]><![CDATA[<?php ?>", "@everyone @org/team someone@acme.example",
    "#1 GH-12 gh-3 org/repo#1 org/repo@9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0 9ab8c7d6e5 !7 ~label %2 $3 &4",
    "![img](https://evil.example/x.png)", "[a](javascript:alert(1)) [b]: https://evil.example", "[x][y] [^1] [ ] [x]",
    "https://evil.example http://evil.example/a www.evil.example mailto:a@evil.example xmpp:a@evil.example",
    "<https://evil.example> ftp://evil.example", ":tada: :+1: :shipit:", "a\nb\r\n# c\n- d\n> e\n/close\n```\n/merge",
    "\u{202E}evil\u{2066}\u{2069}", "ze\u{200B}ro\u{200D}wi\u{FEFF}dth\u{AD}", "~~~\nx\n~~~", "    indented\n\ttab",
    "* a", "- a", "+ a", "1. a", "# a", "> a", "/close", "= a", "---", "***", "| a | b |\n| - | - |", "$x$ $$y$$ `$z$`",
    "**b** __b__ *i* _i_ ~~s~~ ==m==", "%%{init: {}}%% \"] } direction TB pk", "&lt;b&gt; &#64;x &amp;#64;x", "\\", "`",
    String(repeating: "x|`@a ", count: 1700),
  ]

  @Test("looks as it would with a plain name: no element, link, comment or mention comes from a branch")
  func sameShape() throws {
    var reports = [Sample.hostileReport("plain")] + Self.hostile.map(Sample.hostileReport)
    // The repository's own address isn't in a branch's hands.
    for index in reports.indices { reports[index].repository = Sample.passing.report.repository }
    let comments = try RenderedComment.render(
      reports.map { MarkdownFormat().render($0, RenderOptions(budget: 500_000)) })
    let plain = try #require(comments.first)
    #expect(comments.count == reports.count && plain.shape.count > 100)
    for (name, comment) in zip(["plain"] + Self.hostile, comments) { expectHarmless(comment, plain, name) }
  }

  private func expectHarmless(_ comment: RenderedComment, _ plain: RenderedComment, _ name: String) {
    let shown = Comment(rawValue: VisibleText.line(name, limit: 60))
    #expect(comment.shape == plain.shape, shown)
    #expect(comment.comments.count == 1 && comment.comments[0].hasPrefix(" schemagate key=default digest="), shown)
    let root = "https://github.com/acme/shop/blob/9ab8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0/"
    #expect(comment.links.allSatisfy { $0.hasPrefix(root) && !$0.contains("..") }, shown)
    let languages: Set = [
      "pre lang=text", "pre lang=diff", "pre lang=sql", "pre lang=sh", "pre lang=yaml", "pre lang=mermaid",
    ]
    #expect(Set(comment.attributes).isSubset(of: languages), shown)
    #expect(comment.references == [], shown)
    #expect(comment.diagrams == 1 && comment.unreadable == [], shown)
  }
}

/// What a comment becomes.
struct RenderedComment: Decodable {
  /// The elements in order, without `code`: a backquote in a sentence may open one.
  let shape: [String]
  let links: [String]
  /// All but the links' addresses.
  let attributes: [String]
  let comments: [String]
  /// What a forge would make a mention, a reference, a link or an emoji of.
  let references: [String]
  let diagrams: Int
  /// Lines of diagrams that Mermaid might take for more than names.
  let unreadable: [String]

  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let tools = tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
    ".build/test-tools")

  static var isInstalled: Bool {
    let list = try? String(contentsOf: tools.appendingPathComponent("installed"), encoding: .utf8)
    return list?.contains("cmarkgfm") ?? false
  }

  /// One process for all of them.
  static func render(_ comments: [String]) throws -> [RenderedComment] {
    let process = Process()
    process.executableURL = tools.appendingPathComponent("bin/python3")
    process.arguments = [tests.appendingPathComponent("Rendering/render.py").path]
    let output = Pipe()
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("comments-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONEncoder().encode(comments).write(to: file)
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    try process.run()
    let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: UInt8(ascii: "\n"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try lines.map { try JSONDecoder().decode(RenderedComment.self, from: Data($0)) }
  }
}
