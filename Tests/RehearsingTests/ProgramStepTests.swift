import EngineInterface
import Foundation
import SchemagateModel
import TestSupport
import Testing
import ToolPrograms

@testable import Rehearsing

@Suite("steps that a program carries out")
struct ProgramStepTests {
  /// `a` and `b` make a table each, `x` is refused; what is printed says which of them runs.
  private static let tool = """
    import sqlite3, sys
    connection = sqlite3.connect(sys.argv[1])
    for word in sys.argv[2:]:
        print("at " + word, flush=True)
        if word == "nothing": continue
        if word == "wal": connection.execute("PRAGMA journal_mode=WAL"); continue
        connection.execute("ALTER TABLE nosuch ADD c" if word == "x" else "DROP TABLE " + word[1:] if word[0] == "-" else "CREATE TABLE " + word + " (id integer)")
    connection.commit()
    """

  private static func call(_ words: [String]) -> ProgramCall {
    ProgramCall(words: ["python3", "tool.py", "{database}"] + words, progress: #"^at (\w+)$"#)
  }

  private static func step(
    _ id: String, _ words: [String]? = nil, transaction: TransactionScope = .file, direction: Step.Direction = .up
  ) -> Step {
    let script = MigrationScript(
      path: "db/\(id).py", body: .command(call(words ?? [id])), transaction: transaction, contentID: id)
    return Step(migration: MigrationID(id), direction: direction, script: script)
  }

  private func rehearse(
    base: ToolPlan = ToolPlan(steps: []), _ upgrade: ToolPlan, fresh: ToolPlan? = nil, downs: [Step] = [],
    interleaving: InterleavingPlan? = nil, suspects: Set<MigrationID> = [], limit: Duration = .seconds(30)
  ) async throws -> Rehearsal {
    let folder = try PrivateFolder(environment: ProcessInfo.processInfo.environment)
    let copy = try folder.folder(named: "copy")
    try Self.tool.write(toFile: copy + "/tool.py", atomically: false, encoding: .utf8)
    let world = ProgramWorld(
      folder: folder, copies: [.base: copy, .head: copy], workTree: nil,
      variables: ProcessInfo.processInfo.environment)
    let plan = RehearsalPlan(
      target: TargetDefinition(name: "shop", engine: .sqlite, migrations: ["db"], tool: ToolSettings(name: "command")),
      setup: [], base: base, upgrade: upgrade, fresh: fresh ?? upgrade, freshDiffers: fresh != nil,
      pending: Set(upgrade.steps.map(\.migration)),
      downs: Dictionary(uniqueKeysWithValues: downs.map { ($0.migration, $0) }),
      toolHasDowns: true, bookkeeping: [], typeNames: [], stepLimit: limit, programs: world,
      interleaving: interleaving, suspects: suspects)
    return try await Lent.server(.sqlite) { try await Rehearser(server: $0, plan: plan).rehearse() }
  }

  @Test("are observed one by one, and a down that does nothing is empty")
  func stepByStep() async throws {
    let rehearsal = try await rehearse(
      ToolPlan(steps: [Self.step("a", ["wal", "a"]), Self.step("b")]),
      downs: [Self.step("a", ["-a"], direction: .down), Self.step("b", ["nothing"], direction: .down)])
    #expect(rehearsal.upgrade?.steps.map { $0.changes.contains { $0.identity.kind == .table } } == [true, true])
    #expect(rehearsal.rollbacks.map(\.migration) == ["b", "a"])
    guard case .empty(let leaves) = rehearsal.rollbacks.first?.down else {
      Issue.record("\(rehearsal.rollbacks)")
      return
    }
    #expect(
      !leaves.isEmpty && rehearsal.rollbacks.last?.down == .restored && rehearsal.rollbacks.last?.reapply == .same)
  }

  @Test("run together where nobody looks, and the program says at which of them it failed")
  func together() async throws {
    let steps = ["a", "x", "b"].map { Self.step($0) }
    let rehearsal = try await rehearse(
      base: ToolPlan(steps: steps, together: Self.call(["a", "x", "b"])), ToolPlan(steps: []))
    #expect(rehearsal.base.steps.map(\.migration) == ["a", "x"] && rehearsal.upgrade == nil)
    let rejection = try #require(rehearsal.base.rejected).rejection
    #expect(rejection.message == "sqlite3.OperationalError: no such table: nosuch" && rejection.code == "exit 1")
    #expect(rejection.detail?.contains("at x") == true)
  }

  @Test("in one transaction run by the one call, and are told apart beside it")
  func oneTransaction() async throws {
    let steps = ["a", "b"].map { Self.step($0, transaction: .run) }
    let good = try await rehearse(
      ToolPlan(steps: steps, together: Self.call(["a", "b"])),
      downs: ["a", "b"].map { Self.step($0, ["-\($0)"], transaction: .run, direction: .down) })
    #expect(good.upgrade?.steps.map { $0.changes.isEmpty } == [false, false])
    #expect(good.rollbacks.map(\.down) == [.restored, .restored])
    let bad = try await rehearse(
      ToolPlan(steps: [steps[0], Self.step("x", transaction: .run)], together: Self.call(["a", "x"])))
    #expect(bad.upgrade?.steps.map(\.migration) == ["x"])
  }

  @Test("that the program ran and the files don't tell of make the answer unknown")
  func others() async throws {
    let plan = ToolPlan(steps: [Self.step("a"), Self.step("b")], together: Self.call(["a", "c"]))
    await #expect(throws: RehearsalError.self) { try await rehearse(base: plan, ToolPlan(steps: [])) }
  }

  @Test("that leave the database empty say nothing of the migrations: the program connects elsewhere")
  func elsewhere() async throws {
    let plan = ToolPlan(steps: [Self.step("a", ["nothing"])])
    await #expect(throws: RehearsalError.self) { try await rehearse(base: plan, plan) }
  }

  @Test("are run once more to find out which of them makes two paths differ")
  func suspects() async throws {
    let rehearsal = try await rehearse(
      base: ToolPlan(steps: [Self.step("a")]), ToolPlan(steps: [Self.step("b")]),
      fresh: ToolPlan(steps: [Self.step("a", ["a", "c"]), Self.step("b")]), suspects: ["a", "b"])
    let seen = try #require(rehearsal.suspectChanges)
    #expect(seen.upgraded["b"] == seen.fresh["b"] && seen.upgraded["a"] != seen.fresh["a"])
  }

  @Test("whose parts nobody can tell apart leave the other order unknown, which is said")
  func otherOrder() async throws {
    let steps = [Self.step("a", transaction: .run), Self.step("b", ["b", "c"], transaction: .run)]
    let orders = InterleavingPlan(
      start: ToolPlan(steps: []), gained: ToolPlan(steps: []), own: ToolPlan(steps: []))
    let rehearsal = try await rehearse(
      ToolPlan(steps: steps, together: Self.call(["a", "b"])), interleaving: orders)
    #expect(rehearsal.interleaving == nil)
    #expect(rehearsal.notChecked.contains { $0.what.contains("before those that base gained meanwhile") })
  }

  @Test("end at their limit")
  func limit() async throws {
    let script = MigrationScript(
      path: "db/h.py", body: .command(ProgramCall(words: ["sleep", "60"])), transaction: .file, contentID: "h")
    let hanging = Step(migration: "h", direction: .up, script: script)
    let rehearsal = try await rehearse(ToolPlan(steps: [hanging]), limit: .seconds(1))
    #expect(rehearsal.upgrade?.rejected?.rejection.cause == .timeLimit(seconds: 1))
  }
}
