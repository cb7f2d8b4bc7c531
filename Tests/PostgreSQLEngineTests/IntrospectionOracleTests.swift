import PostgreSQLEngine
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "A schema read from PostgreSQL differs exactly when pg_dump says so",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
struct IntrospectionOracleTests {
  @Test("the case folders are there")
  func casesExist() throws {
    let cases = try IntrospectionCase.all()
    #expect(cases.count >= 80)
    #expect(cases.count { $0.isSpellingOnly } >= 15)
  }

  @Test("pg_dump agrees", arguments: try IntrospectionCase.all())
  func agreesWithPgDump(_ pair: IntrospectionCase) async throws {
    try await pair.needFittingServer()
    let before = try await BuiltSchema.of(pair.before)
    let after = try await BuiltSchema.of(pair.after)
    let dumpsAgree = before.dump == after.dump
    let difference = before.difference(from: after)
    switch pair.oracle {
    case .agrees:
      #expect(difference.isEmpty == dumpsAgree, "we: \(difference), pg_dump: \(before.dumpDifference(from: after))")
    case .weSeeMore: #expect(!difference.isEmpty && dumpsAgree, "pg_dump: \(before.dumpDifference(from: after))")
    case .weSeeLess: #expect(difference.isEmpty && !dumpsAgree, "we: \(difference)")
    }
    #expect(pair.isSpellingOnly == difference.isEmpty || pair.oracle == .weSeeLess, "\(difference)")
    #expect((before.schema == after.schema) == difference.isEmpty)
  }
}
