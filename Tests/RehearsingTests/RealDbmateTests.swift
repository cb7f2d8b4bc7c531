import EngineInterface
import Foundation
import MySQLEngine
import SchemagateModel
import TestSupport
import Testing

@testable import Rehearsing

@Suite(
  "our dbmate leaves what dbmate itself leaves", .serialized,
  .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
struct RealDbmateTests {
  private static let engines = [EngineKind.postgresql, .sqlite, .mariadb].filter(TestEngines.includes)

  /// Order, transactions, bookkeeping, a late file, a file that fails half-way, and the way back.
  @Test("after each step of a project's life, by the server's own dump", arguments: engines)
  func life(engine: EngineKind) async throws {
    try await Self.inTwoDatabases(engine) { theirs, ours in
      var ours = ours
      var project = DbmateProject(engine: engine)
      func agree(_ what: String, _ real: Bool, _ own: Bool, succeeds: Bool = true) async throws {
        #expect(real == succeeds && own == succeeds, "\(what): dbmate \(real), we \(own)")
        let twin = RealDbmate(access: try await ours.database.programAccess(), engine: engine)
        let (left, right) = (try theirs.dump(), try twin.dump())
        #expect(left == right && left.contains { $0.contains("schema_migrations") }, "\(what)")
      }
      Self.addFirst(to: &project)
      try await agree("first", theirs.run("migrate", project), await ours.migrate(project))
      Self.addLate(to: &project)
      try await agree("late", theirs.run("migrate", project), await ours.migrate(project))
      project.add("20260105_broken.sql", up: Self.broken, down: "DROP TABLE half;")
      try await agree("broken", theirs.run("migrate", project), await ours.migrate(project), succeeds: false)
      project.files["20260105_broken.sql"] = nil
      try await agree("back", theirs.run("rollback", project), await ours.rollBack(project))
      try await agree("further back", theirs.run("rollback", project), await ours.rollBack(project))
      try await agree("forth", theirs.run("migrate", project), await ours.migrate(project))
      project.files["20260106_unmarked.sql"] = "CREATE TABLE unmarked (id integer);"
      try await agree("unmarked", theirs.run("migrate", project), await ours.migrate(project), succeeds: false)
    }
  }

  private static let broken = "CREATE TABLE half (id integer);\nINSERT INTO no_such_table VALUES (1);"

  private static func addFirst(to project: inout DbmateProject) {
    project.add(
      "20260101_create.sql",
      up: "CREATE TABLE users (id integer PRIMARY KEY, name varchar(20));\nINSERT INTO users VALUES (1, 'a;b');",
      down: "DROP TABLE users;")
    let word = project.engine == .postgresql ? "CONCURRENTLY " : ""
    let table = project.engine == .mariadb ? " ON users" : ""
    project.add(
      "20260103_index.sql", up: "CREATE INDEX \(word)users_name ON users (name);",
      down: "DROP INDEX users_name\(table);",
      options: " transaction:false")
  }

  private static func addLate(to project: inout DbmateProject) {
    project.add("20260102_late.sql", up: "ALTER TABLE users ADD email varchar(20);", down: "SELECT 1;")
    project.add(
      "20260104_view.sql", up: "CREATE VIEW names AS SELECT name FROM users;\nINSERT INTO users (id) VALUES (2);",
      down: "DROP VIEW names;\nDELETE FROM users WHERE id = 2;")
  }

  private static func inTwoDatabases(
    _ engine: EngineKind, _ body: @Sendable (RealDbmate, OurDbmate) async throws -> Void
  ) async throws {
    let environment = ProcessInfo.processInfo.environment
    let inServer = { @Sendable (server: any DatabaseServer) in
      try await server.withScratchDatabase(ScratchRequest()) { theirs in
        try await server.withScratchDatabase(ScratchRequest()) { ours in
          try await body(
            RealDbmate(access: try await theirs.programAccess(), engine: engine), OurDbmate(database: ours))
        }
      }
    }
    guard engine == .mariadb else { return try await Lent.server(engine, inServer) }
    let request = ServerRequest(engine: engine, choice: .embedded)
    try await MySQLEngine(environment: environment).withServer(request, inServer)
  }
}
