import Foundation
import Reporting
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "secrets in a report",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES doesn't name postgresql"))
struct SecretReportTests {
  @Test("a password that a migration gives to the server is in no report of what it changed")
  func hidden() async throws {
    let repository = try TemporaryRepository()
    try repository.write("schemagate.yml", Self.configuration)
    try repository.write("db/migrations/000001_t.up.sql", "CREATE TABLE t (id int PRIMARY KEY);")
    try repository.write("db/migrations/000001_t.down.sql", "DROP TABLE t;")
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.write("db/migrations/000002_far.up.sql", Self.up)
    try repository.write("db/migrations/000002_far.down.sql", "DROP SUBSCRIPTION feed;")
    try repository.commit("branch")
    let report = try await GateCall.check(repository)
    #expect(report.targets.first?.changes.contains { $0.kind == .userMapping } == true)
    for name in ["json", "text", "markdown"] {
      let format = try #require(ReportFormatCatalog.named(name))
      let text = try format.render(report, RenderOptions())
      #expect(text.contains("archive"))
      #expect(!text.contains("hush"), "\(name)")
    }
  }

  private static let configuration = """
    version: 1
    targets:
      shop: {engine: postgresql, migrations: db/migrations, tool: golang-migrate, privileges: administrator}
    """

  private static let up = """
    CREATE FOREIGN DATA WRAPPER files;
    CREATE SERVER archive FOREIGN DATA WRAPPER files OPTIONS (host 'a', password 'hush-1');
    CREATE USER MAPPING FOR PUBLIC SERVER archive OPTIONS (user 'u', password 'hush-2');
    CREATE SUBSCRIPTION feed CONNECTION 'host=nowhere password=hush-3' PUBLICATION p
      WITH (connect = false, slot_name = NONE);
    CREATE ROLE clerk LOGIN PASSWORD 'hush-4';
    ALTER ROLE clerk SET app.token = 'hush-5';
    """
}
