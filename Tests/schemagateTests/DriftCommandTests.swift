import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import PostgreSQLEngine

@Suite("schemagate drift")
struct DriftCommandTests {
  /// `main` has two migrations of dbmate's, and the environments that `environments` names.
  private static func shop(_ environments: String, engine: EngineKind = .sqlite) throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    for (id, sql) in [("20260101_users", users), ("20260102_orders", orders)] {
      try repository.write("db/migrations/\(id).sql", "-- migrate:up\n\(sql)\n-- migrate:down\n")
    }
    try repository.write(
      "schemagate.yml",
      "targets:\n  shop:\n    engine: \(engine.rawValue)\n    migrations: db/migrations\n    tool: dbmate\n"
        + "    environments: {\(environments)}\n")
    try repository.commit("shop")
    return repository
  }

  private static let users = "CREATE TABLE users (id INTEGER PRIMARY KEY, phone VARCHAR(20));"
  private static let orders = "CREATE TABLE orders (id INTEGER PRIMARY KEY);"

  private static func notes(_ ids: [String]) -> String {
    let rows = ids.map { "INSERT INTO schema_migrations VALUES ('\($0)');" }.joined()
    return "CREATE TABLE schema_migrations (version varchar(128) primary key);" + rows
  }

  private static func run(
    _ repository: TemporaryRepository, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Binary.Result {
    try Binary.run(["drift", "--base", "main"] + arguments, in: repository.path, environment: environment)
  }

  private static func sqlite(_ file: String, _ sql: String) throws {
    #expect(try Running("/usr/bin/env", ["sqlite3", file, sql]).result().status == 0)
  }

  @Test("of an environment that is behind base is none, and says what is pending; what stands there besides is drift")
  func behind() throws {
    let repository = try Self.shop("behind: 'sqlite:behind.db', other: 'sqlite:${FOLDER}/other.db'")
    try Self.sqlite(repository.path + "/behind.db", Self.notes(["20260101"]) + Self.users)
    try Self.sqlite(
      repository.path + "/other.db",
      Self.notes(["20260101", "20260102", "20269999"]) + Self.users + Self.orders
        + "CREATE INDEX by_phone ON users (phone);")
    let elsewhere = try Binary.run(
      ["drift", "behind", "--base", "main", "--repo", repository.path], environment: ["FOLDER": repository.path])
    #expect(elsewhere.status == 0)
    #expect(elsewhere.output.contains("no difference from main as far as it is applied there to behind"))
    #expect(elsewhere.output.contains("1 migration of main not applied there yet: 20260102\n"))
    let both = try Self.run(repository, ["--format", "json"], environment: ["FOLDER": repository.path])
    #expect(both.status == 1)
    let json = try #require(JSONSerialization.jsonObject(with: Data(both.output.utf8)) as? [String: Any])
    let environments = try #require(json["environments"] as? [[String: Any]])
    #expect(environments.map { $0["outcome"] as? String } == ["same", "drift"])
    let migrations = try #require(environments[1]["migrations"] as? [String: Any])
    #expect(migrations["unknown"] as? [String] == ["20269999"] && migrations["pending"] as? [String] == [])
    let comparison = try #require(environments[1]["comparison"] as? [String: Any])
    let changes = try #require(comparison["changes"] as? [[String: Any]])
    #expect(changes.map { $0["name"] as? String } == ["by_phone"])
  }

  @Test("runs a tool's own program on base's files")
  func program() throws {
    let repository = try TemporaryRepository()
    try repository.write("db/1_users.py", "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('\(Self.users)')")
    try repository.write(
      "schemagate.yml",
      "targets:\n  shop:\n    engine: sqlite\n    migrations: db\n"
        + "    tool: {name: command, up: 'python3 {path} {database}'}\n"
        + "    environments: {production: 'sqlite:production.db'}\n")
    try repository.commit("shop")
    try Self.sqlite(repository.path + "/production.db", Self.users)
    let same = try Self.run(repository)
    #expect(same.status == 0 && same.output.contains("no difference"))
    try Self.sqlite(repository.path + "/production.db", "CREATE INDEX by_phone ON users (phone);")
    #expect(try Self.run(repository).status == 1)
  }

  @Test("runs a program's steps one by one where an environment has applied only some of them")
  func behindProgram() throws {
    let repository = try TemporaryRepository()
    let run = { (sql: String) in "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript('\(sql)')" }
    try repository.write("db/1_users.py", run(Self.users))
    try repository.write("db/2_orders.py", run(Self.orders))
    try repository.write("all.py", run(Self.users + Self.orders))
    try repository.write(
      "production.sql",
      "-- schemagate snapshot, version 1\n-- engine: sqlite 3.40\n-- applied: 1\n\n\(Self.users)\n")
    try repository.write(
      "schemagate.yml",
      "targets:\n  shop:\n    engine: sqlite\n    migrations: db\n    tool: {name: command, "
        + "up: 'python3 {path} {database}', all: 'python3 all.py {database}'}\n"
        + "    environments: {production: production.sql}\n")
    try repository.commit("shop")
    let result = try Self.run(repository)
    #expect(result.status == 0 && result.output.contains("1 migration of main not applied there yet: 2\n"))
  }

  @Test("of an environment that can't be reached is unknown, and the others are compared all the same")
  func unreachable() throws {
    let repository = try Self.shop("production: '${SHOP_TEST_UNSET}', gone: 'sqlite:gone.db', same: db/same.sql")
    try repository.write("db/same.sql", Self.notes(["20260101", "20260102"]) + Self.users + Self.orders + "\n")
    try repository.commit("snapshot")
    let result = try Self.run(repository)
    #expect(result.status == 3)
    #expect(result.output.contains("production: not compared: the environment has no variable `SHOP_TEST_UNSET`"))
    #expect(result.output.contains("gone: not compared: "))
    #expect(result.output.contains("no difference from main to same (db/same.sql)"))
    #expect(try Self.run(repository, ["same"]).status == 0)
    #expect(try Self.run(repository, ["same", "production", "--format", "markdown"]).status == 3)
  }

  @Test("whose notes say nothing compares with all of base, and says so")
  func unknown() throws {
    let repository = try Self.shop("dump: db/dump.sql")
    try repository.write("db/dump.sql", Self.notes([]) + "\n" + Self.users + "\n")
    try repository.commit("snapshot")
    let result = try Self.run(repository)
    #expect(result.status == 1)
    #expect(result.output.contains("- table orders"))
    #expect(result.output.contains("isn't known: the table in which dbmate notes them is empty"))
  }

  @Test(
    "of what base's configuration doesn't name is a usage error", arguments: [["nowhere"], ["--format", "xml"]])
  func usage(arguments: [String]) throws {
    let repository = try Self.shop("same: db/same.sql")
    let result = try Self.run(repository, arguments)
    #expect(result.status == 2)
    #expect(result.error.hasPrefix("error: ") && result.output.isEmpty)
  }

  @Test("goes by base's configuration: a branch that names a variable in a URL sends nothing anywhere")
  func hostile() throws {
    let repository = try Self.shop("same: db/same.sql")
    try repository.write("db/same.sql", Self.notes(["20260101", "20260102"]) + Self.users + Self.orders + "\n")
    try repository.commit("snapshot")
    try repository.git(["checkout", "--quiet", "-b", "work"])
    try repository.write(
      "schemagate.yml",
      "base: work\ntargets: {shop: {engine: sqlite, migrations: db/migrations, tool: dbmate, environments: "
        + "{same: 'sqlite:${SECRET}'}}}\n")
    try repository.commit("steal")
    let secret = ["SECRET": "s3cret"]
    for arguments in [["drift"], ["drift", "--base", "main"], ["check", "--base", "main"]] {
      let result = try Binary.run(arguments, in: repository.path, environment: secret)
      #expect(result.status == 0, "\(result.output)\(result.error)")
      #expect(!(result.output + result.error).contains("s3cret"))
    }
    let check = try Binary.run(["check", "--base", "main"], in: repository.path, environment: secret)
    #expect(check.output.contains("the branch changes environments of the target shop; base's hold"))
  }

  @Test("of a living PostgreSQL database reads it and leaves it alone", .enabled(if: TestEngines.includes(.postgresql)))
  func postgresql() async throws {
    let repository = try Self.shop("production: '${PRODUCTION_URL}'", engine: .postgresql)
    try await GivenDatabaseServer.lend { url, administrator in
      try await administrator.rows("CREATE ROLE shop LOGIN")
      try await administrator.rows("CREATE DATABASE shop OWNER shop")
      let live = url("shop").replacingOccurrences(of: "//postgres:", with: "//shop:")
      let connection = try await PostgreSQLConnection(ConnectionParameters(url: live))
      try await connection.rows(Self.notes(["20260101"]) + Self.users)
      let same = try Self.run(repository, environment: ["PRODUCTION_URL": live])
      #expect(same.status == 0, "\(same.output)\(same.error)")
      #expect(same.output.contains("not applied there yet: 20260102"))
      try await connection.rows("ALTER TABLE users ALTER phone TYPE text; REVOKE ALL ON schema_migrations FROM shop")
      let drift = try Self.run(repository, environment: ["PRODUCTION_URL": live])
      #expect(drift.status == 1, "\(drift.output)\(drift.error)")
      #expect(drift.output.contains("character varying(20)") && drift.output.contains("notes can't be read"))
      #expect(!(drift.output + drift.error + same.output).contains(GivenDatabaseServer.password))
      await connection.close()
    }
  }

  @Test("of a dump of MariaDB's", .enabled(if: TestEngines.includes(.mariadb)))
  func mariadb() throws {
    let repository = try Self.shop("production: db/production.sql", engine: .mariadb)
    try repository.write(
      "db/production.sql",
      Self.notes(["20260101"]) + "\n" + Self.users.replacingOccurrences(of: "20", with: "40") + "\n")
    try repository.commit("snapshot")
    let result = try Self.run(repository)
    #expect(result.status == 1, "\(result.output)\(result.error)")
    #expect(result.output.contains("varchar(40)") && result.output.contains("not applied there yet: 20260102"))
  }
}
