import Foundation
import Reporting
import SchemagateModel
import Testing

@Suite("What `schemagate diff` prints")
struct ComparisonReportTests {
  private let comparison = ComparisonReport(
    from: "main", to: "db/schema.sql", changes: Sample.emailChanges,
    access: Array(Sample.access.suffix(1)), notCompared: [.init(what: "cast", names: ["a", "b"])])

  @Test("as text")
  func text() {
    #expect(
      comparison.text(color: false) == """
        3 differences from main to db/schema.sql
          table public.users
        +   grants: anon=SELECT, anon=UPDATE
        + column public.users.email text
        - column public.users.phone character varying(20)
        access: view public.names lost security_barrier (from the catalogue, not tried)
        not compared: cast: a, b

        """)
  }

  @Test("as JSON that reads back")
  func json() throws {
    let text = try comparison.json()
    #expect(
      text.hasPrefix("{\n  \"version\": 1,\n  \"from\": \"main\",\n  \"to\": \"db/schema.sql\",\n  \"changes\": ["))
    #expect(try JSONDecoder().decode(ComparisonReport.self, from: Data(text.utf8)) == comparison)
  }

  @Test("as Markdown, and nothing but a line where there is no difference")
  func markdown() {
    #expect(comparison.markdown().contains("```diff\n  table public.users\n"))
    #expect(comparison.markdown().contains("- 🔑 View `public.names` lost `security_barrier` (from the catalogue,"))
    let same = ComparisonReport(from: "a", to: "b", changes: [], notCompared: [])
    #expect(same.markdown() == "no difference from a to b\n")
  }
}
