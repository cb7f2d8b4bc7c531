import Foundation
import Reporting
import SchemagateModel
import Testing

@Suite("What `schemagate diff` prints")
struct ComparisonReportTests {
  private let comparison = ComparisonReport(
    from: "main", to: "db/schema.sql", changes: Sample.emailChanges,
    notCompared: [.init(what: "cast", names: ["a", "b"])])

  @Test("as text")
  func text() {
    #expect(
      comparison.text(color: false) == """
        3 differences from main to db/schema.sql
          table public.users
        +   grants: anon=SELECT, anon=UPDATE
        + column public.users.email text
            not phone under a new name: it is a new column
        - column public.users.phone text
            not renamed: the server dropped phone and added email, which is defined alike; what phone held is gone unless the migration copied it
        not compared: cast: a, b

        """)
  }

  @Test("with what may be a rename")
  func possibleRename() throws {
    let changes = [
      ChangeReport(
        verb: .drop, kind: .table, name: "public.orders", possibleRename: "public.sales", migrations: [],
        consequence: .losesData, declared: false, attributes: []),
      ChangeReport(
        verb: .add, kind: .table, name: "public.sales", possibleRename: "public.orders", migrations: [],
        consequence: .harmless, declared: false, attributes: []),
    ]
    let comparison = ComparisonReport(from: "a", to: "b", changes: changes, notCompared: [])
    #expect(comparison.text(color: false).contains("    possibly renamed to sales, which is defined alike\n"))
    #expect(comparison.markdown().contains("    possibly orders under a new name\n"))
    #expect(try comparison.json().contains("\"possibleRename\": \"public.sales\""))
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
    let same = ComparisonReport(from: "a", to: "b", changes: [], notCompared: [])
    #expect(same.markdown() == "no difference from a to b\n")
  }
}
