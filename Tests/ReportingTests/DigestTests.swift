import Testing

@testable import Reporting

@Suite("Small pieces")
struct DigestTests {
  @Test(
    "the digest agrees with the published vectors of FNV-1a",
    arguments: [
      ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ])
  func vectors(_ text: String, _ digest: String) {
    #expect(Digest.fnv1a(text) == digest)
  }

  @Test(
    "numbers agree with their nouns",
    arguments: [
      (0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1204, "1,204 errors"), (1_000_000, "1,000,000 errors"),
    ])
  func counts(_ number: Int, _ words: String) {
    #expect(Count.of(number, "error", "errors") == words)
  }

  @Test("times are short", arguments: [(31, "31 ms"), (1290, "1.2 s"), (125_000, "2 min 5 s")])
  func times(_ milliseconds: Int, _ words: String) {
    #expect(Count.time(milliseconds: milliseconds) == words)
  }

  @Test(
    "a column's table is found in its quoted name",
    arguments: [
      ("public.users.email", "public.users"), ("public.\"a.b\".c", "public.\"a.b\""), ("users.email", "users"),
    ])
  func parents(_ name: String, _ table: String) {
    #expect(DottedName.parent(of: name) == table)
  }
}
