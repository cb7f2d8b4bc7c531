import MySQLEngine
import SchemagateModel
import Testing

@Suite("The engine of MySQL and MariaDB")
struct MySQLEngineTests {
  @Test("it serves both vendors")
  func servesBothVendors() {
    #expect(MySQLEngine(environment: [:]).kinds == [.mysql, .mariadb])
  }
}
