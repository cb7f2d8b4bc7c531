import Testing

@testable import MigrationTools

@Suite("version numbers")
struct VersionNumberTests {
  @Test(
    "are ordered as numbers of any length",
    arguments: [
      ("9", "10"), ("0009", "10"), ("20260101000000", "202601010000001"),
      ("18446744073709551615", "18446744073709551616"),
    ])
  func order(lower: String, higher: String) throws {
    let (lower, higher) = (try #require(VersionNumber(lower)), try #require(VersionNumber(higher)))
    #expect(lower < higher && !(higher < lower))
  }

  @Test("are equal without their leading zeros")
  func zeros() {
    #expect(VersionNumber("0001") == VersionNumber("1"))
    #expect(VersionNumber("000")?.digits == "0")
    #expect(VersionNumber("") == nil && VersionNumber("1a") == nil)
  }
}
