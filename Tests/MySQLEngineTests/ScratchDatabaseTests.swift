import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import MySQLEngine

@Suite(
  "A scratch database of MariaDB",
  .enabled(if: TestEngines.includes(.mariadb), "SCHEMAGATE_TEST_ENGINES does not name mariadb"))
struct ScratchDatabaseTests {
  @Test func runsAWholeFileInOneGo() async throws {
    try await LentServer.withScratch { database async throws in
      #expect(
        try await database.applied("CREATE TABLE a (x int); INSERT INTO a VALUES (1);\nSELECT * FROM a; -- end") != nil)
      let schema = try await database.introspect()
      #expect(schema.objects.contains { $0.identity == ObjectIdentity(kind: .column, name: ["a", "x"]) })
    }
  }

  @Test func runsBodiesWithoutADelimiter() async throws {
    try await LentServer.withScratch { database async throws in
      let text = """
        CREATE TABLE t (x int, y int);
        CREATE PROCEDURE p() BEGIN DECLARE i int DEFAULT 0; SELECT 1; WHILE i < 3 DO SET i = i + 1; END WHILE; SELECT 2; END;
        CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.y = NEW.x; SET NEW.x = 2; END;
        CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; DELETE FROM t; END;
        INSERT INTO t (x) VALUES (1);
        """
      #expect(try await database.applied(text) == 5)
      let refusal = try #require(try await database.refusal(of: "CALL p();\nSELECT 3;\nSELEC 4;"))
      #expect(refusal.location == SourceLocation(path: "db/1.sql", line: 3, column: 1))
      #expect(refusal.statement == "SELEC 4")
      let kinds = try await database.introspect().objects.map(\.identity.kind)
      #expect(kinds.contains(.trigger))
    }
  }

  @Test func tellsWhereASyntaxErrorStands() async throws {
    try await LentServer.withScratch { database async throws in
      let refusal = try #require(
        try await database.refusal(
          of: "-- ü\nCREATE TABLE a (x int);\n/* c */ CREATE TABLE b (\n  y int,\n  z NOPE NUL\n);\n"))
      #expect(refusal.location?.line == 5)
      #expect(refusal.cause == .migration)
      #expect(refusal.code.contains("(1064)") || refusal.code.contains("(4161)"))
      #expect(refusal.stayed == ["CREATE TABLE a (x int)"])
    }
  }

  @Test func tellsWhatStaysOfAHalfAppliedFile() async throws {
    try await LentServer.withScratch { database async throws in
      let text = """
        CREATE TABLE a (x int PRIMARY KEY);
        SET @x = 1;
        INSERT INTO a VALUES (1);
        START TRANSACTION;
        INSERT INTO a VALUES (2);
        INSERT INTO nowhere VALUES (2);
        """
      let refusal = try #require(try await database.refusal(of: text))
      #expect(refusal.code == "42S02 (1146)")
      #expect(refusal.location?.line == 6)
      #expect(refusal.stayed == ["CREATE TABLE a (x int PRIMARY KEY)", "INSERT INTO a VALUES (1)"])
      #expect(try await database.transactionState() == .open)
      try await database.renewSession()
      #expect(try await database.transactionState() == .idle)
      #expect(
        try await database.refusal(of: "INSERT INTO a VALUES (2); INSERT INTO a VALUES (2)")?.code == "23000 (1062)")
    }
  }

  @Test func stopsAStatementAtItsLimit() async throws {
    try await LentServer.withScratch { database async throws in
      let refusal = try #require(
        try await database.refusal(
          of: "CREATE TABLE a (x int);\nSELECT SLEEP(30);\nSELECT SLEEP(30);", limit: .seconds(1)))
      #expect(refusal.cause == .timeLimit(seconds: 1))
      #expect(refusal.stayed == ["CREATE TABLE a (x int)"])
      #expect(try await database.applied("INSERT INTO a VALUES (1)") == 1)
    }
  }

  @Test func isSharedWithNoOther() async throws {
    try await LentServer.withServer { server async throws in
      async let one = server.withScratchDatabase(ScratchRequest()) { database async throws in
        try await Self.countTables(database, "one")
      }
      async let two = server.withScratchDatabase(ScratchRequest()) { database async throws in
        try await Self.countTables(database, "two")
      }
      let counts = try await [one, two]
      #expect(counts == [1, 1])
      let empty = try await server.withScratchDatabase(ScratchRequest()) { database async throws in
        try await database.introspect().objects.filter { $0.identity.kind == .table }
      }
      #expect(empty.isEmpty)
    }
  }

  private static func countTables(_ database: any ScratchDatabase, _ name: String) async throws -> Int {
    _ = try await database.applied("CREATE TABLE \(name) (x int)")
    return try await database.introspect().objects.filter { $0.identity.kind == .table }.count
  }

  @Test func keepsItsOwnerOutOfEverythingElse() async throws {
    try await LentServer.withScratch { database async throws in
      for text in [
        "CREATE USER u", "SET GLOBAL max_connections = 5", "SELECT * FROM mysql.user",
      ] {
        guard case .environment(let piece) = try await database.refusal(of: text)?.cause else {
          Issue.record("\(text) was not refused for want of a right")
          continue
        }
        #expect(piece.kind == .privilege)
        #expect(piece.advice?.contains("privileges: administrator") == true)
      }
    }
  }

  @Test func tellsWhatToDoAboutOtherDatabases() async throws {
    try await LentServer.withScratch { database async throws in
      guard case .environment(let piece) = try await database.refusal(of: "CREATE DATABASE elsewhere")?.cause else {
        return #expect(Bool(false), "it was not refused for what our world lacks")
      }
      #expect(piece.name == "database elsewhere" && piece.advice?.contains("CREATE DATABASE") == true)
    }
  }

  @Test func countsCommentsAsNoStatement() async throws {
    try await LentServer.withScratch { database async throws in
      #expect(try await database.applied("-- nothing\n") == 0)
      #expect(try await database.applied("DO 0; /* end */") == 1)
      #expect(try await database.refusal(of: " \n")?.hint?.contains("holds no statement") == true)
    }
  }

  @Test func readsOnWhereATableCannotBeOpened() async throws {
    try await LentServer.withScratch { database async throws in
      _ = try await database.applied(
        "CREATE TABLE a (x int) ENGINE=MyISAM; CREATE TABLE m (x int) ENGINE=MERGE UNION=(a); DROP TABLE a; "
          + "CREATE TABLE z (x int)")
      let schema = try await database.introspect()
      #expect(schema.notCompared == [NotCompared(what: "base table that can't be opened", names: ["m"])])
      #expect(schema.objects.contains { $0.identity == ObjectIdentity(kind: .table, name: ["z"]) })
    }
  }

  @Test func givesUpOnAServerThatHangs() async throws {
    let server = try await LentServer.start()
    let connection = try await MySQLConnection(server.parameters(user: EmbeddedServer.administrator))
    let number = try #require(try await connection.rows("SELECT @@pid_file").first?[0])
    let text = try String(contentsOfFile: number, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    let process = try #require(pid_t(text))
    #expect(kill(process, SIGSTOP) == 0)
    // Its threads stop one after the other: what ends at once could still be answered.
    let (result, isOverLimit) = try await connection.send("SELECT SLEEP(60)", limit: .milliseconds(100))
    #expect(isOverLimit && result.refusal != nil)
    await #expect(throws: ConnectionError.self) { try await connection.rows("SELECT 1") }
    await server.stop()
  }

  @Test func providesTheRightToNameDefiners() async throws {
    try await LentServer.withScratch { database async throws in
      let text = "CREATE DEFINER=`boss`@`%` VIEW v AS SELECT 1 AS one"
      let refusal = try #require(try await database.refusal(of: text))
      guard case .environment(let piece) = refusal.cause else { throw Unexpected(rejection: refusal) }
      #expect(piece.setup == "GRANT SET USER ON *.* TO `schemagate_app`@`localhost`;")
      #expect(try await database.provide(piece))
      #expect(try await database.applied(text) == 1)
    }
  }

  @Test func refusesWorkInAnotherDatabase() async throws {
    try await LentServer.withServer(privileges: .administrator) { server async throws in
      let request = ScratchRequest(privileges: .administrator)
      try await server.withScratchDatabase(request) { database async throws in
        for text in ["CREATE DATABASE shop", "USE mysql"] {
          let refusal = try #require(try await database.refusal(of: text))
          guard case .environment(let piece) = refusal.cause else { throw Unexpected(rejection: refusal) }
          #expect(piece.name.hasPrefix("database "))
          try await database.renewSession()
        }
        _ = try await database.refusal(
          of: "CREATE USER someone; SET GLOBAL wait_timeout = 77; GRANT ALL ON *.* TO schemagate_app@localhost")
      }
      try await server.withScratchDatabase(request) { database async throws in
        #expect(try await database.applied("DO (SELECT 1)") == 1)
        let text = "SELECT 1/(COUNT(*) = 0) FROM mysql.user WHERE User = 'someone'"
        #expect(try await database.applied(text) == 1)
        let refusal = try await database.refusal(
          of: "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'x'")
        #expect(refusal?.code == "45000 (1644)")
        let check = """
          BEGIN NOT ATOMIC
            IF EXISTS (SELECT 1 FROM mysql.user WHERE User = 'someone') OR @@global.wait_timeout = 77
              OR EXISTS (SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'shop')
              OR EXISTS (SELECT 1 FROM information_schema.USER_PRIVILEGES WHERE GRANTEE LIKE '%schemagate_app%' AND PRIVILEGE_TYPE = 'SUPER')
            THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'left over'; END IF;
          END
          """
        #expect(try await database.applied(check) == 1)
      }
    }
  }

  @Test func spellsTypesAsTheServerDoes() async throws {
    try await LentServer.withScratch { database async throws in
      let spellings = try await database.resolveTypes([
        "INTEGER", "varchar(20)", "bool", "nope", "x; DROP TABLE y", "enum('a','b')",
      ])
      #expect(
        spellings == [
          "INTEGER": "int(11)", "varchar(20)": "varchar(20)", "bool": "tinyint(1)", "enum('a','b')": "enum('a','b')",
        ])
    }
  }

  @Test func runsSetupFirstAndSessionSettingsOnEachConnection() async throws {
    let request = ScratchRequest(
      setup: [SourceText("DELIMITER //\nCREATE FUNCTION one() RETURNS int BEGIN RETURN 1; END//\nDELIMITER ;\n")],
      session: ["SET sql_mode = 'ANSI_QUOTES'"])
    try await LentServer.withScratch(request) { database async throws in
      #expect(try await database.applied("CREATE TABLE \"a\" (x int); SELECT one()") == 2)
      try await database.renewSession()
      #expect(try await database.applied("CREATE TABLE \"b\" (x int)") == 1)
    }
    let thrown = await #expect(throws: SetupRefused.self) {
      try await LentServer.withScratch(ScratchRequest(setup: [SourceText("SELECT 1;\nNOPE;")])) { _ in }
    }
    #expect(thrown?.report.at == "db/1.sql:2")
  }

  @Test func givesUpWhenItsTaskIsCancelled() async throws {
    try await LentServer.withServer { server async throws in
      let task = Task {
        try await server.withScratchDatabase(ScratchRequest()) { database async throws in
          _ = try await database.applied("SELECT SLEEP(60)")
        }
      }
      try await Task.sleep(for: .milliseconds(500))
      task.cancel()
      await #expect(throws: (any Error).self) { try await task.value }
      let count = try await server.withScratchDatabase(ScratchRequest()) { try await $0.applied("SELECT 1") }
      #expect(count == 1)
    }
  }
}
