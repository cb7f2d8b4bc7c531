import Testing

@testable import MySQLEngine

@Suite("A catalogue query's text for a vendor and version")
struct CatalogueQueryTests {
  private let file = Array(
    """
    SELECT a,
      b, -- since mysql 8.0.16, mariadb 10.5
      -- before mysql 8.0.16: NULL,
      -- before mariadb 10.5: 'none',
      c -- a remark
    """.utf8)

  @Test(
    "has the lines that the server understands",
    arguments: [
      (CatalogueVersion(vendor: .mysql, "8.0.16"), "SELECT a,\n  b, \n  c -- a remark"),
      (CatalogueVersion(vendor: .mysql, "9.7.4"), "SELECT a,\n  b, \n  c -- a remark"),
      (CatalogueVersion(vendor: .mysql, "8.0.15"), "SELECT a,\n NULL,\n  c -- a remark"),
      (CatalogueVersion(vendor: .mariadb, "10.11.19"), "SELECT a,\n  b, \n  c -- a remark"),
      (CatalogueVersion(vendor: .mariadb, "10.4"), "SELECT a,\n 'none',\n  c -- a remark"),
    ])
  func text(_ version: CatalogueVersion, _ expected: String) {
    #expect(CatalogueQuery(file, version).text == expected)
  }
}
