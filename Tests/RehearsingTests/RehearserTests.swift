import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import Rehearsing

@Suite("a rehearsal's paths", .serialized)
struct RehearserTests {
  private let customers = Step.of("1", "CREATE TABLE customers (id integer PRIMARY KEY)")
  private let email = Step.of("2", "ALTER TABLE customers ADD COLUMN email text")
  private let orders = Step.of("3", "CREATE TABLE orders (id integer PRIMARY KEY)")

  @Test("tells each pending step's changes, and nothing of the tool's own table", arguments: Lent.engines)
  func changes(kind: EngineKind) async throws {
    let note = Step.Bookkeeping(inside: ["INSERT INTO applied VALUES (1)"])
    let noted = Step.of("3", "CREATE TABLE orders (id integer PRIMARY KEY)", bookkeeping: note)
    let rehearsal = try await Lent.rehearse(
      kind,
      Story(
        base: [customers], pending: [email, noted],
        prepare: ["CREATE TABLE IF NOT EXISTS applied (version integer)"],
        bookkeeping: [NamePattern(parts: ["applied"])]))
    let steps = try #require(rehearsal.upgrade).steps
    #expect(steps.map(\.outcome) == [.applied, .applied])
    #expect(steps[0].changes.map(\.identity.kind) == [.column])
    #expect(steps[1].changes.contains { $0.identity.kind == .table && $0.identity.name.last == "orders" })
    let names = try #require(rehearsal.netChanges).flatMap(\.identity.name)
    #expect(names.contains("email") && names.contains("orders") && !names.contains("applied"))
    #expect(rehearsal.fresh == nil && rehearsal.missing.isEmpty && rehearsal.notChecked.isEmpty)
  }

  @Test("ends at the refused step", arguments: Lent.engines)
  func rejected(kind: EngineKind) async throws {
    let rehearsal = try await Lent.rehearse(
      kind, Story(base: [customers], pending: [.of("2", "DROP TABLE no_such_table"), orders]))
    #expect(rehearsal.upgrade?.rejected?.migration == "2")
    #expect(rehearsal.upgrade?.steps.count == 1)
    #expect(rehearsal.netChanges == nil && rehearsal.rollbacks.isEmpty)
  }

  @Test("compares a new database with an upgraded one where their ways differ", arguments: Lent.engines)
  func divergence(kind: EngineKind) async throws {
    let edited = Step.of("1", "CREATE TABLE customers (id integer PRIMARY KEY, city text)")
    let rehearsal = try await Lent.rehearse(
      kind, Story(base: [customers], pending: [orders], fresh: [edited, orders]))
    #expect(rehearsal.fresh?.steps.count == 2)
    #expect(rehearsal.divergence?.map(\.identity.name.last) == ["city"])
    let mended = try await Lent.rehearse(
      kind, Story(base: [customers], pending: [orders], fresh: [orders, customers]))
    #expect(mended.divergence == [])
  }

  @Test("compares nothing where the tool refuses to upgrade")
  func upgradeRefused() async throws {
    let story = Story(base: [customers], fresh: [customers, orders], upgradeRefusal: "no")
    let rehearsal = try await Lent.rehearse(.sqlite, story)
    #expect(rehearsal.divergence == nil)
    #expect(rehearsal.fresh?.rejected == nil)
  }

  @Test("runs head's own history where base doesn't build", arguments: Lent.engines)
  func baseRejected(kind: EngineKind) async throws {
    let broken = Step.of("2", "ALTER TABLE no_such_table ADD COLUMN email text")
    let rehearsal = try await Lent.rehearse(
      kind,
      Story(
        base: [customers, broken], pending: [orders], downs: [.down("3", "DROP TABLE orders")],
        fresh: [customers, email, orders]))
    #expect(rehearsal.base.rejected?.migration == "2")
    #expect(rehearsal.upgrade == nil && rehearsal.netChanges == nil)
    #expect(rehearsal.fresh?.steps.map(\.migration) == ["1", "2", "3"])
    #expect(rehearsal.rollbacks.map(\.down) == [.restored])
  }

  @Test("doesn't take a base that its tool refuses for an empty one")
  func baseRefused() async throws {
    let story = Story(pending: [email], fresh: [customers, email], baseRefusal: "two files claim 1")
    let mended = try await Lent.rehearse(.sqlite, story)
    #expect(mended.baseRefusal == "two files claim 1")
    #expect(mended.upgrade == nil && mended.fresh?.rejected == nil)
    var refused = story
    refused.freshRefusal = "two files claim 1"
    let rehearsal = try await Lent.rehearse(.sqlite, refused)
    #expect(rehearsal.fresh == nil && rehearsal.freshRefusal == "two files claim 1")
  }

  @Test("passes over a step in another language and goes on")
  func program() async throws {
    let rehearsal = try await Lent.rehearse(
      .sqlite, Story(base: [customers], pending: [.program("2", language: "Go"), orders]))
    #expect(rehearsal.upgrade?.steps.map(\.outcome) == [.notRunnable(language: "Go"), .applied])
  }

  @Test("keeps a database in the state before the failure")
  func keep() async throws {
    let story = Story(base: [customers], pending: [email, .of("3", "DROP TABLE no_such_table")])
    let entry = try await Lent.server(.sqlite) { server in
      let rehearser = Rehearser(server: server, plan: story.plan(.sqlite))
      return try await rehearser.keep(after: try await rehearser.rehearse())
    }
    let path = try #require(entry.split(separator: " ").dropFirst().first.map(String.init))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let contents = try #require(FileManager.default.contents(atPath: path))
    #expect(String(decoding: contents, as: UTF8.self).contains("email"))
  }
}

@Suite("several steps in one transaction", .serialized)
struct CommonTransactionTests {
  private let customers = Step.of("1", "CREATE TABLE customers (id integer PRIMARY KEY)", transaction: .run)
  private let email = Step.of("2", "ALTER TABLE customers ADD COLUMN email text", transaction: .run)
  private let orders = Step.of("3", "CREATE TABLE orders (id integer PRIMARY KEY)", transaction: .run)

  @Test("are told apart by a second run, down parts too", arguments: Lent.engines)
  func toldApart(kind: EngineKind) async throws {
    let rehearsal = try await Lent.rehearse(
      kind,
      Story(
        base: [customers], pending: [email, orders],
        downs: [
          .down("2", "ALTER TABLE customers DROP COLUMN email", transaction: .run),
          .down("3", "SELECT 1", transaction: .run),
        ]))
    let steps = try #require(rehearsal.upgrade).steps
    #expect(steps.map { $0.changes.first?.identity.name.last } == ["email", "orders"])
    #expect(rehearsal.rollbacks.map(\.migration) == ["3", "2"])
    #expect(rehearsal.rollbacks.last?.down == .restored)
    #expect(rehearsal.notChecked.isEmpty)
  }

  @Test("that pass together and not one by one are named", .enabled(if: TestEngines.includes(.postgresql)))
  func refusedApart() async throws {
    let passing = Step.of("2", "CREATE TEMPORARY TABLE shelf (id integer) ON COMMIT DROP", transaction: .run)
    let leaning = Step.of("3", "CREATE TABLE shelves AS SELECT id FROM shelf", transaction: .run)
    let rehearsal = try await Lent.rehearse(.postgresql, Story(base: [customers], pending: [passing, leaning]))
    #expect(rehearsal.upgrade?.rejected == nil && rehearsal.rollbacks.isEmpty)
    let why = try #require(rehearsal.notChecked.first).why
    #expect(why.contains("which passes; one by one, `3` is refused (relation \"shelf\" does not exist)"))
  }

  @Test("leave nothing where one is refused", arguments: Lent.engines)
  func refused(kind: EngineKind) async throws {
    let wrong = Step.of("3", "DROP TABLE no_such_table", transaction: .run)
    let rehearsal = try await Lent.rehearse(kind, Story(base: [customers], pending: [email, wrong]))
    #expect(rehearsal.upgrade?.steps.map(\.migration) == ["3"])
    #expect(rehearsal.upgrade?.rejected?.migration == "3")
    #expect(rehearsal.rollbacks.isEmpty)
  }

  @Test("fail together where the transaction's end is refused", arguments: Lent.engines)
  func endRefused(kind: EngineKind) async throws {
    let deferred = "REFERENCES customers (id) DEFERRABLE INITIALLY DEFERRED"
    let lines = Step.of("2", "CREATE TABLE lines (customer integer \(deferred))", transaction: .run)
    let pragma = kind == .sqlite ? "PRAGMA foreign_keys = ON" : "SELECT 1"
    let rehearsal = try await Lent.rehearse(
      kind,
      Story(
        base: [customers], pending: [lines, .of("3", "INSERT INTO lines VALUES (7)", transaction: .run)],
        prepare: [pragma]))
    #expect(rehearsal.upgrade?.rejected?.migration == "3")
    #expect(rehearsal.upgrade?.rejected?.rejection.cause == .migration)
  }
}
