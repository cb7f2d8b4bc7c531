import Testing

@testable import PostgreSQLEngine

@Suite("A catalogue query's text for a server's version")
struct CatalogueQueryTests {
  private let file = Array("SELECT a, b -- since 14\n-- before 14: SELECT a, NULL\nFROM t -- a remark".utf8)

  @Test("is the file itself on a new server, without the lines for old ones")
  func newServer() {
    #expect(CatalogueQuery(file, majorVersion: 14).text == "SELECT a, b \nFROM t -- a remark")
  }

  @Test("has the older form on an old server")
  func oldServer() {
    #expect(CatalogueQuery(file, majorVersion: 13).text == " SELECT a, NULL\nFROM t -- a remark")
  }

  @Test("asks for certain relations alone where it is told to")
  func certainRelations() {
    let file = Array("SELECT a\n-- only: WHERE b = ANY ($1)".utf8)
    #expect(CatalogueQuery(file, majorVersion: 15).text == "SELECT a\n-- only: WHERE b = ANY ($1)")
    #expect(CatalogueQuery(file, majorVersion: 15, only: true).text == "SELECT a\nWHERE b = ANY ($1)")
  }
}
