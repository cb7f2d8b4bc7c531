import SchemagateModel
import TestSupport
import Testing

@testable import Rehearsing

@Suite("down and up again", .serialized)
struct RollbackTests {
  private let customers = Step.of("1", "CREATE TABLE customers (id integer PRIMARY KEY)")
  private let email = Step.of("2", "ALTER TABLE customers ADD COLUMN email text")
  private let orders = Step.of("3", "CREATE TABLE orders (id integer PRIMARY KEY)")
  private let emailDown = Step.down("2", "ALTER TABLE customers DROP COLUMN email")

  private func records(
    _ kind: EngineKind, _ pending: [Step], _ downs: [Step]
  ) async throws -> [RollbackRecord] {
    try await Lent.rehearse(kind, Story(base: [customers], pending: pending, downs: downs)).rollbacks
  }

  @Test("proves the newest first", arguments: Lent.engines)
  func restored(kind: EngineKind) async throws {
    let records = try await records(kind, [email, orders], [emailDown, .down("3", "DROP TABLE orders")])
    #expect(records.map(\.migration) == ["3", "2"])
    #expect(records.allSatisfy { $0.down == .restored && $0.reapply == .same })
  }

  @Test("goes on below a down that is missing, refused or unfaithful", arguments: Lent.engines)
  func continues(kind: EngineKind) async throws {
    let faulty: [Step] = [.down("3", "DROP TABLE no_such_table"), .down("3", "SELECT 1")]
    for down in faulty + [.program("3", language: "Go")] {
      let records = try await records(kind, [email, orders], [emailDown, down])
      #expect(records.count == 2)
      #expect(records.first?.down != .restored)
      #expect(records.last?.down == .restored && records.last?.reapply == .same)
    }
    let missing = try await records(kind, [email, orders], [emailDown])
    #expect(missing.map(\.down) == [.missing, .restored])
  }

  @Test("tells what a refused down says", arguments: Lent.engines)
  func rejected(kind: EngineKind) async throws {
    let records = try await records(kind, [email], [.down("2", "ALTER TABLE customers DROP COLUMN mail")])
    guard case .rejected(let rejection) = records.first?.down else {
      Issue.record("the down part isn't refused: \(records)")
      return
    }
    #expect(rejection.location?.path == "db/2.down.sql")
    #expect(rejection.message.contains("mail"))
  }

  @Test("tells what an unfaithful and an empty down leave", arguments: Lent.engines)
  func residue(kind: EngineKind) async throws {
    let residue = try await records(kind, [email], [.down("2", "SELECT 1")])
    guard case .residue(let left) = residue.first?.down else {
      Issue.record("no residue: \(residue)")
      return
    }
    #expect(left.map(\.identity.name.last) == ["email"])
    let empty = try await records(kind, [email], [.down("2", "-- nothing")])
    guard case .empty(let leaves) = empty.first?.down else {
      Issue.record("not empty: \(empty)")
      return
    }
    #expect(leaves.map(\.identity.name.last) == ["email"])
  }

  @Test("tells a second up that is refused", arguments: Lent.engines)
  func reapplyRejected(kind: EngineKind) async throws {
    let up = Step.of("2", "INSERT INTO customers VALUES (1)", "ALTER TABLE customers ADD COLUMN email text")
    let records = try await records(kind, [up], [emailDown])
    guard case .rejected = records.first?.reapply else {
      Issue.record("not refused: \(records)")
      return
    }
    #expect(records.first?.down == .restored)
  }

  @Test(
    "tells a second up that does something else",
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"))
  func reapplyDiffers() async throws {
    let up = Step.of(
      "2",
      """
      DO $$ BEGIN
        IF EXISTS (SELECT FROM customers) THEN RETURN; END IF;
        INSERT INTO customers VALUES (1);
        ALTER TABLE customers ADD COLUMN email text;
      END $$
      """)
    let records = try await records(
      .postgresql, [up], [.down("2", "ALTER TABLE customers DROP COLUMN IF EXISTS email")])
    guard case .differs(let changes) = records.first?.reapply else {
      Issue.record("the second up doesn't differ: \(records)")
      return
    }
    #expect(changes.map(\.identity.name.last) == ["email"])
  }

  @Test("tells a down that works only once", arguments: Lent.engines)
  func secondDown(kind: EngineKind) async throws {
    let once = Step.down("3", "DROP TABLE orders", "INSERT INTO customers (id) VALUES (1)")
    let records = try await records(kind, [email, orders], [emailDown, once])
    guard case .rejected = records.first?.down else {
      Issue.record("not refused: \(records)")
      return
    }
    #expect(records.first?.reapply == .same)
    #expect(records.last?.down == .restored)
  }

  @Test(
    "collects what only a down part lacks",
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"))
  func lacking() async throws {
    let down = Step.down(
      "2", "ALTER TABLE customers DROP COLUMN email", "REVOKE SELECT ON customers FROM reporting")
    let rehearsal = try await Lent.rehearse(
      .postgresql, Story(base: [customers], pending: [email], downs: [down]))
    #expect(rehearsal.missing.map(\.name) == ["reporting"])
    #expect(rehearsal.rollbacks.map(\.down) == [.restored])
  }
}
