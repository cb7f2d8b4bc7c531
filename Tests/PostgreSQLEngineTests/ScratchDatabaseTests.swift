import EngineInterface
import PostgreSQLEngine
import SchemagateModel
import TestSupport
import Testing

@Suite(
  "A scratch database",
  .enabled(if: TestEngines.includes(.postgresql), "SCHEMAGATE_TEST_ENGINES does not name postgresql"))
struct ScratchDatabaseTests {
  @Test func countsTheStatementsOfAFile() async throws {
    try await LentServer.withScratch { database async throws in
      #expect(
        try await database.applied("CREATE TABLE a (x int); ;\nINSERT INTO a VALUES (1), (2);\nSELECT * FROM a") == 3)
      #expect(try await database.applied("-- nothing") == 0)
    }
  }

  @Test func isReadBeforeAnythingIsSaidOfIt() async throws {
    try await LentServer.withScratch { database async throws in
      #expect(try await database.applied("CREATE TABLE t (x int); SELECT lo_create(4711)") == 2)
      #expect(try await database.notCompared() == [NotCompared(what: "large object", names: ["4711"])])
    }
    try await LentServer.withScratch { database async throws in
      #expect(try await database.applied("CREATE TABLE t (x int)") == 1)
      let table = ObjectIdentity(kind: .table, name: ["public", "t"])
      let claim = AccessClaim(subject: table, statement: .rowSecurity(isOn: false))
      #expect(try await database.proveAccess([claim]).map(\.outcome) == [.holds])
    }
  }

  @Test func beginsEmptyAndOwnedByAnUnprivilegedRole() async throws {
    try await LentServer.withScratch { database async throws in
      let refusal = try await database.refusal(of: "CREATE ROLE other")
      #expect(refusal?.code == "42501")
      guard case .environment(let piece) = refusal?.cause else {
        return #expect(Bool(false), "\(String(describing: refusal))")
      }
      #expect(piece.kind == .privilege)
      #expect(try await database.introspect().objects.allSatisfy { $0.identity.kind != .table })
      #expect(try await database.applied("CREATE TABLE t (x int); CREATE SCHEMA s; CREATE EXTENSION citext") == 3)
    }
  }

  @Test func pointsBehindEmojiInCodePoints() async throws {
    try await LentServer.withScratch { database async throws in
      let refusal = try await database.refusal(of: "SELECT '😀漢字';\n/* 👨‍👩‍👧 */ SELECT nothing FROM nowhere;\n")
      #expect(refusal?.code == "42P01")
      #expect(refusal?.location == SourceLocation(path: "db/1.sql", line: 2, column: 33))
      #expect(refusal?.statement == "SELECT nothing FROM nowhere")
      #expect(refusal?.cause == .migration)
    }
  }

  @Test func namesTheStatementWhereTheServerGivesNoPosition() async throws {
    try await LentServer.withScratch { database async throws in
      let text = "BEGIN;\nCREATE TABLE t (x int);\n\nCREATE INDEX CONCURRENTLY i ON t (x);\nCOMMIT;"
      let refusal = try await database.refusal(of: text)
      #expect(refusal?.code == "25001")
      #expect(refusal?.location == SourceLocation(path: "db/1.sql", line: 4, column: 1))
      #expect(try await database.transactionState() == .failed)
      try await database.renewSession()
      #expect(try await database.transactionState() == .idle)
    }
  }

  @Test func countsOnFromWhereAPieceBegins() async throws {
    try await LentServer.withScratch { database async throws in
      let piece = SourceText(path: "m.sql", line: 10, column: 5, text: "SELECT 1;\nSELECT x")
      guard case .rejected(let refusal, _) = try await database.send(piece, limit: .seconds(60)) else {
        return #expect(Bool(false), "the statement was run")
      }
      #expect(refusal.location == SourceLocation(path: "m.sql", line: 11, column: 8))
    }
  }

  @Test func stopsAStatementAtItsLimit() async throws {
    try await LentServer.withScratch { database async throws in
      let refusal = try await database.refusal(
        of: "SET statement_timeout = 0;\nSELECT pg_sleep(60);", limit: .seconds(1))
      #expect(refusal?.cause == .timeLimit(seconds: 1))
      #expect(refusal?.location?.line == 2)
      #expect(try await database.applied("SELECT 1") == 1)
    }
  }

  @Test func goesOnAfterAStatementThatCatchesItsCancelling() async throws {
    try await LentServer.withScratch { database async throws in
      let stubborn =
        "DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(60); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$"
      let refusal = try await database.refusal(of: stubborn, limit: .milliseconds(200))
      #expect(refusal?.cause == .timeLimit(seconds: 1))
      #expect(try await database.transactionState() == .idle)
      #expect(try await database.applied("CREATE TABLE after (x int)") == 1)
    }
  }

  @Test func loadsCopyDataAndRefusesCopyWithoutIt() async throws {
    try await LentServer.withScratch { database async throws in
      #expect(try await database.applied("CREATE TABLE t (x int, y text)") == 1)
      #expect(try await database.applied("COPY t (x, y) FROM stdin;\n1\tone;\n2\t\\N\n\\.\n") == 1)
      #expect(try await database.refusal(of: "SELECT 1 / (count(*) - 2) FROM t")?.code == "22012")
      #expect(try await database.refusal(of: "COPY t FROM STDIN")?.code == "57014")
      #expect(try await database.applied("COPY t TO STDOUT; SELECT 1") == 2)
      #expect(try await database.transactionState() == .idle)
    }
  }

  @Test func takesAFileOfTenMegabytes() async throws {
    try await LentServer.withScratch { database async throws in
      let row = "INSERT INTO t VALUES ('\(String(repeating: "x", count: 1000))');\n"
      let text = "CREATE TABLE t (x text);\n" + String(repeating: row, count: 10_000)
      #expect(try await database.applied(text) == 10_001)
      let refusal = try await database.refusal(
        of: text.replacing("CREATE TABLE t (x text);", with: "") + "SELECT 1 / 0;")
      #expect(refusal?.location?.line == 10_002)
    }
  }

  @Test func keepsWhatSetupProvidesAndWhatSessionsSet() async throws {
    let setup = SourceText(
      path: "setup.sql", text: "CREATE ROLE \"odd\"\"name\"; CREATE SCHEMA app AUTHORIZATION schemagate_app;")
    let request = ScratchRequest(setup: [setup], session: ["SET search_path = app, public"])
    try await LentServer.withScratch(request) { database async throws in
      #expect(database.defaultSchemas == ["app", "public"])
      #expect(try await database.applied("CREATE TABLE t (x int); GRANT SELECT ON app.t TO \"odd\"\"name\"") == 2)
      try await database.renewSession()
      #expect(try await database.applied("SELECT * FROM t") == 1)
    }
  }

  @Test func throwsWhereSetupIsRefused() async throws {
    let setup = SourceText(path: "setup.sql", text: "SELECT 1;\nCREATE TABEL x;")
    let thrown = await #expect(throws: (any Error).self) {
      try await LentServer.withScratch(ScratchRequest(setup: [setup])) { _ in }
    }
    let error = thrown as? any ReportedError
    #expect(error?.report.at == "setup.sql:2")
    #expect(error?.exitStatus == 3)
  }

  @Test func providesWhatIsMissing() async throws {
    try await LentServer.withScratch { database async throws in
      #expect(try await database.applied("CREATE TABLE t (x int)") == 1)
      for text in [
        "ALTER TABLE t OWNER TO \"a b\"", "CREATE TABLE auth.users (x int)", "SELECT gen_salt('bf')",
        "CREATE EXTENSION IF NOT EXISTS dblink",
      ] {
        guard case .environment(let piece) = try await database.refusal(of: text)?.cause else {
          #expect(Bool(false), "not seen as missing: \(text)")
          continue
        }
        #expect(try await database.provide(piece))
      }
      #expect(
        try await database.applied("GRANT ALL ON t TO \"a b\"; SET ROLE \"a b\"; RESET ROLE; SELECT gen_salt('bf')")
          == 4)
      #expect(try await database.applied("CREATE EXTENSION IF NOT EXISTS dblink") == 1)
    }
  }

  @Test func spellsTypesAsTheServerDoes() async throws {
    try await LentServer.withScratch { database async throws in
      _ = try await database.applied("CREATE TYPE mood AS ENUM ('x'); CREATE TABLE canary (x int)")
      let names: Set = [
        "varchar(5)", "int4[]", "timestamptz(3)", "public.mood", "numeric(10,2)", "bigserial", "nonsense",
        "int) FROM canary",
        "int), (SELECT 1", "int; DROP TABLE canary", "integer foo", "",
      ]
      let spelt = try await database.resolveTypes(names)
      #expect(
        spelt == [
          "varchar(5)": "character varying(5)", "int4[]": "integer[]", "timestamptz(3)": "timestamp(3) with time zone",
          "public.mood": "mood", "numeric(10,2)": "numeric(10,2)", "bigserial": "bigint",
        ])
      #expect(try await database.applied("SELECT * FROM canary") == 1)
    }
  }

  @Test func isDroppedHoweverItsUseEnds() async throws {
    struct Stop: Error {}
    try await LentServer.withServer { server async throws in
      await #expect(throws: Stop.self) {
        try await server.withScratchDatabase(ScratchRequest()) { database async throws in
          _ = try await database.applied("CREATE TABLE t (x int); BEGIN; LOCK TABLE t")
          throw Stop()
        }
      }
      let task = Task {
        try await server.withScratchDatabase(ScratchRequest()) {
          try await $0.refusal(of: "SELECT pg_sleep(60)", limit: .seconds(60))
        }
      }
      try await Task.sleep(for: .milliseconds(200))
      task.cancel()
      await #expect(throws: CancellationError.self) { _ = try await task.value }
      try await server.withScratchDatabase(ScratchRequest()) { database async throws in
        let others = "SELECT 1 / (count(*) - 3) FROM pg_database WHERE datname <> current_database()"
        #expect(try await database.refusal(of: others)?.code == "22012")
      }
    }
  }

  @Test func leavesNoRoleAndNoRoleSettingBehind() async throws {
    try await LentServer.withServer(privileges: .administrator) { server async throws in
      try await server.withScratchDatabase(ScratchRequest(privileges: .administrator)) { database async throws in
        let text =
          "CREATE ROLE left_over; ALTER ROLE schemagate_app CREATEROLE; ALTER ROLE schemagate_app SET work_mem = '1MB'; GRANT pg_monitor TO schemagate_app"
        #expect(try await database.applied(text) == 4)
      }
      try await server.withScratchDatabase(ScratchRequest()) { database async throws in
        #expect(try await database.applied("SELECT 1 / (current_setting('work_mem') <> '1MB')::int") == 1)
        #expect(try await database.refusal(of: "CREATE ROLE x")?.code == "42501")
        #expect(try await database.refusal(of: "SET ROLE left_over")?.code == "22023")
        #expect(try await database.refusal(of: "SET ROLE pg_monitor")?.code == "42501")
      }
    }
  }

  @Test func standsBesideAnotherOne() async throws {
    let setup = SourceText(path: "setup.sql", text: "CREATE ROLE anon; CREATE TABLE only_mine (x int)")
    try await LentServer.withServer { server async throws in
      async let one = server.withScratchDatabase(ScratchRequest(setup: [setup])) {
        try await $0.applied("CREATE TABLE t (x int)")
      }
      async let two = server.withScratchDatabase(ScratchRequest(setup: [setup])) {
        try await $0.applied("CREATE TABLE t (x int)")
      }
      let counts = try await [one, two]
      #expect(counts == [1, 1])
    }
  }
}
