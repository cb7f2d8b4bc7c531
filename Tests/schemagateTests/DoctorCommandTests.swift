import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

@Suite("schemagate doctor")
struct DoctorCommandTests {
  private static let noServer = ["SCHEMAGATE_PG_BIN": "/nonexistent"]

  @Test("what a target needs and the machine lacks is told with the way to get it, and ends with 3")
  func missingForTarget() throws {
    let shop = try Shop(folder: "migrations/postgresql")
    let result = try shop.run(["doctor"], environment: Self.noServer)
    #expect(result.status == 3)
    #expect(result.output.contains("  ✗ PostgreSQL server programs (for postgresql)  SCHEMAGATE_PG_BIN names a folder"))
    #expect(result.output.contains("      try: ls -d /usr/lib/postgresql/*/bin"))
  }

  @Test("tells what a check would find: repository, base and why, targets, servers, hook")
  func everything() throws {
    let result = try Shop().run(["doctor"], environment: Self.noServer)
    #expect(result.status == 0)
    for line in [
      "  ✓ base            main (the usual name of the main branch)",
      "  ✓ configuration   none, so that everything is detected (schemagate init writes one)",
      "  ✓ sqlite  SQLite, golang-migrate, 1 migration in migrations/sqlite", "  ✓ SQLite library (for sqlite)",
      "  · PostgreSQL server programs ", "  not here, and no target needs it",
      "  ! pre-push hook  not installed\n      try: schemagate hook install", "A check can run: schemagate check",
    ] { #expect(result.output.contains(line), "\(line)\n\(result.output)") }
  }

  @Test("another major version than production's is missing, and the package is named")
  func wrongMajor() throws {
    let shop = try Shop()
    try shop.repository.write(
      "schemagate.yml",
      "targets: {shop: {engine: postgresql, server-version: 9.2, tool: golang-migrate, migrations: migrations/sqlite}}\n"
    )
    try shop.repository.commit()
    let result = try shop.run(["doctor"])
    #expect(result.status == 3)
    #expect(result.output.contains("postgresql-9.2"), "\(result.output)")
  }

  @Test("a tool's program that isn't there and a server that doesn't answer are told")
  func programAndServer() throws {
    let shop = try Shop()
    try shop.repository.write(
      "schemagate.yml",
      """
      targets:
        shop:
          engine: postgresql
          server: postgresql://nobody:s3cret@127.0.0.1:1/x
          migrations: migrations/sqlite
          tool: {name: command, up: "nosuchprogram {version}", list: "nosuchprogram list"}

      """)
    try shop.repository.commit()
    let result = try shop.run(["doctor"])
    #expect(result.status == 3)
    #expect(result.output.contains("  ✗ nosuchprogram (for shop)  the program of command is neither on PATH nor in"))
    #expect(result.output.contains("  ✗ PostgreSQL given server (for shop)"))
    #expect(!result.output.contains("s3cret"))
  }

  @Test("a configuration that can't be read is told with its line, and ends with 2")
  func wrongConfiguration() throws {
    let shop = try Shop()
    try shop.repository.write("schemagate.yml", "version: 1\ntargts: {}\n")
    try shop.repository.commit()
    let result = try shop.run(["doctor"])
    #expect(result.status == 2)
    #expect(result.output.contains("  ✗ configuration   unknown key `targts`\n      at: schemagate.yml:2"))
  }

  @Test("a configuration that was only just written is read, and said not to be committed")
  func uncommittedConfiguration() throws {
    let shop = try Shop()
    try shop.run(["init", "--yes"])
    let written = try shop.run(["doctor"], environment: Self.noServer)
    #expect(written.output.contains("✓ configuration   schemagate.yml, 1 target; not committed, so read with"))
    try shop.repository.write("schemagate.yml", "version: 1\ntargts: {}\n")
    let wrong = try shop.run(["doctor"])
    #expect(wrong.status == 2 && wrong.output.contains("✗ configuration   unknown key `targts`"), "\(wrong.output)")
    try shop.repository.commit()
    try FileManager.default.removeItem(atPath: shop.path + "/schemagate.yml")
    try FileManager.default.createSymbolicLink(
      atPath: shop.path + "/schemagate.yml", withDestinationPath: "elsewhere.yml")
    let linked = try shop.run(["check", "--worktree"])
    #expect(linked.status == 2)
    #expect(linked.error.contains("the configuration can't be read: it is a symbolic link\n  at: schemagate.yml"))
    #expect(try shop.run(["doctor", "--head", "HEAD~1"]).output.contains("configuration   none"))
  }

  @Test("MySQL's client library is looked for at run time, and named with its package where it isn't there")
  func clientLibrary() throws {
    let shop = try Shop(folder: "migrations/mariadb")
    let result = try shop.run(["doctor"], environment: ["SCHEMAGATE_MYSQL_CLIENT": "/nonexistent.so"])
    #expect(result.status == 3)
    #expect(result.output.contains("  ✗ MySQL, MariaDB client library (for mariadb)"), "\(result.output)")
    #expect(result.output.contains("libmariadb3"))
  }

  @Test("outside of a repository it still says what the machine has, as a script reads it")
  func outsideOfRepository() throws {
    let folder = try TemporaryFolder()
    let result = try Binary.run(["doctor", "--format", "json"], in: folder.path)
    #expect(result.status == 3)
    let read = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(read["ready"] as? Bool == false && read["status"] as? Int == 3)
    let findings = try #require(read["findings"] as? [[String: Any]])
    #expect(findings.first?["says"] as? String == "this is not a Git repository")
    #expect(findings.contains { $0["what"] as? String == "SQLite library" && $0["state"] as? String == "unneeded" })
  }

  @Test(
    "writes the setup file of a history that lacks a role, once",
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"))
  func writesSetup() throws {
    let repository = try TemporaryRepository()
    try repository.write(
      "db/migrations/001_customers.sql",
      "-- migrate:up\nCREATE TABLE customers (id bigserial PRIMARY KEY);\nGRANT SELECT ON customers TO reporting;\n")
    try repository.commit()
    let unread = try Binary.run(["doctor", "--write-setup"], in: repository.path)
    #expect(unread.status == 3 && unread.error.contains("the history of database doesn't run to its end"))
    try repository.write(
      "db/migrations/001_customers.sql",
      """
      -- migrate:up
      CREATE TABLE customers (id bigserial PRIMARY KEY);
      GRANT SELECT ON customers TO reporting;
      -- migrate:down
      DROP TABLE customers;

      """)
    try repository.commit()
    let first = try Binary.run(["doctor", "--write-setup"], in: repository.path)
    #expect(first.output.contains("wrote schemagate/setup.sql; in schemagate.yml:"), "\(first.output)\(first.error)")
    #expect(first.output.contains("targets:\n  database:\n    setup: schemagate/setup.sql\n"))
    let setup = try String(contentsOfFile: repository.path + "/schemagate/setup.sql", encoding: .utf8)
    #expect(setup.contains("CREATE ROLE \"reporting\";"))
    try repository.write("schemagate.yml", "targets: {database: {setup: schemagate/setup.sql}}\n")
    try repository.commit()
    let second = try Binary.run(["doctor", "--write-setup"], in: repository.path)
    #expect(second.output == "nothing is missing: the whole history ran, and no setup file is needed\n")
  }

  @Test("several targets get a setup file each")
  func setupFiles() {
    let files = SetupFiles(targets: ["shop", "a/b: c"].map(Self.lacking)).all
    #expect(files.map(\.path) == ["schemagate/setup-shop.sql", "schemagate/setup-a-b--c.sql"])
    #expect(files[1].lines == "targets:\n  \"a/b: c\":\n    setup: schemagate/setup-a-b--c.sql\n")
    #expect(SetupFiles(targets: [Self.lacking("shop")]).all.map(\.path) == ["schemagate/setup.sql"])
  }

  private static func lacking(_ name: String) -> TargetReport {
    var target = TargetReport(
      name: name, engine: .init(name: .postgresql, version: nil), tool: "dbmate", verdict: .unknown,
      migrations: MigrationsReport(base: 0, head: 1))
    target.setup = "CREATE ROLE \"x\";\n"
    return target
  }
}
