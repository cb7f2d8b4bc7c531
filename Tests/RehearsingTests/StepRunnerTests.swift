import EngineInterface
import SchemagateModel
import TestSupport
import Testing

@testable import Rehearsing

@Suite("one step, as its tool runs it", .serialized)
struct StepRunnerTests {
  private let first = "CREATE TABLE customers (id integer)"
  private let wrong = "CREATE INDEX no_idx ON no_such_table (id)"

  @Test("a file's transaction takes everything back, the tool's note too", arguments: Lent.engines)
  func file(kind: EngineKind) async throws {
    let step = Step.of(
      "1", first, "INSERT INTO customers VALUES (1)",
      bookkeeping: .init(inside: ["INSERT INTO no_such_table VALUES (1)"]))
    let (run, tables) = try await outcome(of: step, kind)
    #expect(run.outcome.rejection?.cause == .migration)
    #expect(run.outcome.rejection?.stayed == [])
    #expect(tables.isEmpty)
  }

  @Test("without a transaction the pieces before the refused one stay", arguments: Lent.engines)
  func none(kind: EngineKind) async throws {
    let (run, tables) = try await outcome(of: .of("1", first, wrong, transaction: .none), kind)
    #expect(run.outcome.rejection?.message.contains("no_such_table") == true)
    #expect(tables == ["customers"])
    #expect(run.statements == 1)
    #expect(run.outcome.rejection?.stayed == [first])
  }

  @Test("a transaction around each statement takes back the refused one only", arguments: Lent.engines)
  func statement(kind: EngineKind) async throws {
    let (run, tables) = try await outcome(of: .of("1", first, wrong, transaction: .statement), kind)
    #expect(run.outcome.rejection != nil)
    #expect(tables == ["customers"])
  }

  @Test("counts the statements that ran, not the tool's own", arguments: Lent.engines)
  func counts(kind: EngineKind) async throws {
    let step = Step.of(
      "1", first, "CREATE TABLE orders (id integer); CREATE TABLE notes (id integer)",
      bookkeeping: .init(
        before: ["CREATE TABLE a (id integer)"], inside: ["CREATE TABLE b (id integer)"],
        after: ["CREATE TABLE c (id integer)"]))
    let (run, tables) = try await outcome(of: step, kind)
    #expect(run.outcome == .applied)
    #expect(run.statements == 3)
    #expect(tables == ["a", "b", "c", "customers", "notes", "orders"])
  }

  @Test("a transaction that is left open is told of and rolled back", arguments: Lent.engines)
  func leftOpen(kind: EngineKind) async throws {
    let (run, tables) = try await outcome(of: .of("1", "BEGIN", first, transaction: .none), kind)
    #expect(run.outcome == .applied)
    #expect(run.leftTransactionOpen)
    #expect(tables.isEmpty)
  }

  @Test("a kept session keeps what a step set; a fresh one forgets it", arguments: Lent.engines)
  func sessions(kind: EngineKind) async throws {
    for use in [Step.SessionUse.kept, .fresh] {
      let second = try await Lent.runner(kind) { runner in
        _ = try await runner.run(.of("1", "CREATE TEMPORARY TABLE basket (id integer)", session: use))
        return try await runner.run(.of("2", "INSERT INTO basket VALUES (1)")).outcome
      }
      #expect((second == .applied) == (use == .kept))
    }
  }

  @Test("a step in another language is passed over")
  func program() async throws {
    let (run, _) = try await outcome(of: .program("1", language: "Go"), .sqlite)
    #expect(run.outcome == .notRunnable(language: "Go"))
  }

  @Test("a statement that doesn't end is stopped, and the session goes on", arguments: Lent.engines)
  func timeLimit(kind: EngineKind) async throws {
    let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    let (slow, next) = try await Lent.runner(kind, limit: .seconds(1)) { runner in
      (try await runner.run(.of("1", endless)), try await runner.run(.of("2", "CREATE TABLE customers (id integer)")))
    }
    #expect(slow.outcome.rejection?.cause == .timeLimit(seconds: 1))
    #expect(next.outcome == .applied)
  }

  @Test("a refusal of the tool's own table is an error", arguments: Lent.engines)
  func preparation(kind: EngineKind) async throws {
    await #expect(throws: RehearsalError.self) {
      try await Lent.runner(kind) { try await $0.prepare(ToolPlan(prepare: ["CREATE TABLE"], steps: [])) }
    }
  }

  private func outcome(of step: Step, _ kind: EngineKind) async throws -> (StepRunner.Run, tables: Set<String>) {
    try await Lent.runner(kind) { runner in
      let run = try await runner.run(step)
      return (run, try await runner.database.introspect().tables)
    }
  }
}

@Suite("a step that lacks something", .serialized)
struct LackingStepTests {
  private static let postgresql = TestEngines.includes(.postgresql)

  @Test(
    "is tried again with what it lacks, until everything has a name",
    .enabled(if: postgresql, "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"),
    arguments: [TransactionScope.file, .statement, .none])
  func triedAgain(scope: TransactionScope) async throws {
    let run = try await Lent.runner(.postgresql) { runner in
      try await runner.run(
        .of(
          "1", "CREATE TABLE customers (id integer)", "GRANT SELECT ON customers TO reporting",
          "GRANT SELECT ON customers TO auditing", transaction: scope))
    }
    #expect(run.outcome == .applied)
    #expect(run.missing.map(\.name) == ["reporting", "auditing"])
    #expect(run.statements == 3)
  }

  @Test(
    "is not tried again inside the transaction of several steps",
    .enabled(if: postgresql, "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"))
  func commonTransaction() async throws {
    let run = try await Lent.runner(.postgresql) { runner in
      try await runner.begin()
      return try await runner.run(.of("1", "GRANT reporting TO CURRENT_USER", transaction: .run))
    }
    #expect(run.outcome.rejection?.lack?.name == "reporting")
  }

  @Test("blames nobody where a script stayed half-way before it was tried again")
  func halfway() async throws {
    let script = "CREATE TABLE customers (name text); UPDATE customers SET name = normalize(name)"
    let run = try await Lent.runner(.sqlite) { try await $0.run(.of("1", script, transaction: .none)) }
    #expect(run.outcome.rejection?.lack?.name == "normalize")
  }

  @Test("the author's mistake in the same step stays one where everything was taken back")
  func mistakeToo() async throws {
    let run = try await Lent.runner(.sqlite) { runner in
      try await runner.run(
        .of("1", "CREATE TABLE customers (name text); UPDATE customers SET name = normalize(name)", "DROP TABLE orders")
      )
    }
    #expect(run.outcome.rejection?.cause == .migration)
    #expect(run.missing.map(\.name) == ["normalize"])
  }
}
