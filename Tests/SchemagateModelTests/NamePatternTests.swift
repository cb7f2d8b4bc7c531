import SchemagateModel
import Testing

@Suite("name patterns")
struct NamePatternTests {
  @Test(
    "match part by part",
    arguments: [
      (["users"], ["users"], true), (["audit_*"], ["audit_log"], true), (["*_*_id"], ["a_b_c_id"], true),
      (["*"], [""], true), (["a*b"], ["ab"], true), (["a*b"], ["abc"], false), (["users"], ["public", "users"], true),
      (["users"], ["other", "users"], false), (["*", "users"], ["other", "users"], true), (["a.b"], ["a", "b"], false),
    ])
  func matches(pattern: [String], name: [String], expected: Bool) {
    #expect(NamePattern(parts: pattern).matches(name, omitting: ["public"]) == expected)
  }
}
