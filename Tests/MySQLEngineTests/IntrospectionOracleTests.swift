import SchemagateModel
import TestSupport
import Testing

@testable import MySQLEngine

@Suite(
  "A schema read from MySQL or MariaDB differs exactly when the vendor's dump says so",
  .enabled(if: !IntrospectionServer.vendors.isEmpty, "SCHEMAGATE_TEST_ENGINES names neither mysql nor mariadb"))
struct IntrospectionOracleTests {
  @Test("the case folders are there")
  func casesExist() throws {
    for vendor in [EngineKind.mariadb, .mysql] {
      let cases = try IntrospectionCase.all([vendor])
      #expect(cases.count >= 70)
      #expect(cases.count { $0.isSpellingOnly } >= 12)
    }
  }

  @Test("the dump agrees", arguments: try IntrospectionCase.all(IntrospectionServer.vendors))
  func agreesWithDump(_ pair: IntrospectionCase) async throws {
    let before = try await BuiltSchema.of(pair.before, pair.vendor)
    let after = try await BuiltSchema.of(pair.after, pair.vendor)
    let dumpsAgree = before.dump == after.dump
    let difference = before.difference(from: after)
    switch pair.oracle {
    case .agrees:
      #expect(difference.isEmpty == dumpsAgree, "we: \(difference), dump: \(before.dumpDifference(from: after))")
    case .weSeeMore: #expect(!difference.isEmpty && dumpsAgree, "dump: \(before.dumpDifference(from: after))")
    case .weSeeLess: #expect(difference.isEmpty && !dumpsAgree, "we: \(difference)")
    }
    #expect(pair.isSpellingOnly == difference.isEmpty, "\(difference)")
    #expect((before.schema == after.schema) == difference.isEmpty)
    #expect(BuiltSchema.difference(before.schema, before.again) == [])
    #expect(BuiltSchema.difference(after.schema, after.again) == [])
  }
}
