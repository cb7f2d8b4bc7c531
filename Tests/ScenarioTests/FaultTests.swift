import EngineInterface
import Foundation
import PostgreSQLEngine
import SQLiteEngine
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

@Suite("a fault in any stage is never a pass", .serialized)
struct FaultTests {
  @Test("at every single call of an engine", arguments: EngineCall.allCases)
  func everyCall(call: EngineCall) async throws {
    let repository = try shop(email: "UPDATE customers SET name = trim(name);")
    var number = 0
    while true {
      number += 1
      let fault = Fault(in: call, at: number)
      let report = try await GateCall.check(repository) { _ in [FaultyEngine(engine: SQLiteEngine(), fault: fault)] }
      guard fault.wasThrown else {
        #expect(report.verdict == .passed)
        break
      }
      expectUnknown(report, "\(call.rawValue) \(number)")
      let hit = report.targets.filter { $0.errors.map(\.what) == ["\(call.rawValue) failed"] }
      #expect(hit.count == (call == .withServer ? 2 : 1), "\(call.rawValue) \(number)")
      #expect(report.targets.count { $0.verdict == .passed } == 2 - hit.count, "\(call.rawValue) \(number)")
    }
    // SQLite lacks nothing here, and knows no access; there are no programs, no snapshots, and nothing is kept.
    let unused: Set<EngineCall> = [.provide, .proveAccess, .rows, .programAccess, .script, .keep]
    #expect(number > 1 || unused.contains(call))
  }

  @Test("while it lends what was missing")
  func provide() async throws {
    let repository = try shop(email: "UPDATE customers SET name = normalize(name);")
    let fault = Fault(in: .provide, at: 1)
    let report = try await GateCall.check(repository) { _ in [FaultyEngine(engine: SQLiteEngine(), fault: fault)] }
    expectUnknown(report, "provide")
    #expect(report.targets.first?.errors.map(\.what) == ["provide failed"])
  }

  @Test(
    "while it tries who may do what",
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"))
  func proveAccess() async throws {
    let scenario = try #require(Scenario.all(.postgresql).first { $0.name == "access-granted" })
    let fault = Fault(in: .proveAccess, at: 1)
    let report = try await GateCall.check(scenario.repository(scenario.expectation())) { environment in
      [FaultyEngine(engine: PostgreSQLEngine(environment: environment), fault: fault)]
    }
    expectUnknown(report, "proveAccess")
    #expect(report.targets.first?.errors.map(\.what) == ["proveAccess failed"])
  }

  @Test("when a file's object has vanished from the repository", arguments: ["main", "branch"])
  func vanishedObject(revision: String) async throws {
    let repository = try shop()
    let file = revision == "main" ? "shop/1_customers.sql" : "shop/2_email.sql"
    let id = try repository.git(["rev-parse", "\(revision):\(file)"])
    try repository.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    expectUnknown(try await GateCall.check(repository), revision)
  }

  @Test("when a folder's object has vanished from the repository")
  func vanishedTree() async throws {
    let repository = try shop()
    let id = try repository.git(["rev-parse", "branch:shop"])
    try repository.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    expectUnknown(try await GateCall.check(repository), "tree")
  }

  @Test("when a file that detection has to look into has vanished")
  func vanishedBeforeDetection() async throws {
    let repository = try TemporaryRepository()
    try repository.write("migrations/1_customers.sql", "-- migrate:up\nCREATE TABLE customers (id INTEGER);\n")
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.write("migrations/2_orders.sql", "-- migrate:up\nCREATE TABLE orders (id INTEGER);\n")
    try repository.commit("branch")
    let id = try repository.git(["rev-parse", "branch:migrations/2_orders.sql"])
    try repository.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
    let report = try await GateCall.check(repository)
    expectUnknown(report, "detection")
    #expect(report.errors.contains { $0.what.contains("object") || $0.what.contains("reading") }, "\(report.errors)")
  }

  @Test("when one of a target's folders is a symbolic link, which no path follows")
  func symbolicLink() async throws {
    let repository = try shop()
    try repository.git(["checkout", "--quiet", "branch"])
    let tool = "tool: {name: files, up: \"{version}_{name}.sql\", down: \"{version}_{name}.down.sql\"}"
    let target = "  shop: {engine: sqlite, migrations: [shop, more], \(tool)}\n"
    try repository.write("schemagate.yml", "version: 1\ntargets:\n" + target)
    try FileManager.default.createSymbolicLink(atPath: "\(repository.path)/more", withDestinationPath: "till")
    try repository.commit("link")
    let report = try await GateCall.check(repository)
    let shop = try #require(report.targets.first { $0.name == "shop" })
    #expect(shop.verdict == .unknown)
    #expect(shop.notChecked.contains { $0.what == "more" && $0.why == "it is a symbolic link" })
  }

  @Test("when a migration is a symbolic link, which its tool would follow")
  func linkedMigration() async throws {
    let repository = try shop()
    try repository.git(["checkout", "--quiet", "branch"])
    let link = "\(repository.path)/shop/9_linked.sql"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../elsewhere.sql")
    try repository.commit("link")
    let report = try await GateCall.check(repository)
    let shop = try #require(report.targets.first { $0.name == "shop" })
    #expect(shop.verdict == .unknown)
    #expect(shop.errors.map(\.at) == ["shop/9_linked.sql"], "\(shop.errors)")
  }

  @Test("when no engine is there for a target")
  func noEngine() async throws {
    expectUnknown(try await GateCall.check(shop()) { _ in [] }, "no engine")
  }

  @Test(
    "when the server is killed half-way",
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"))
  func killedServer() async throws {
    let repository = try TemporaryRepository()
    try repository.write("schemagate.yml", Self.administrators)
    try repository.write("shop/1_customers.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);\n")
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.write(
      "shop/2_kill.sql",
      "COPY (SELECT 1) TO PROGRAM 'kill -9 $(head -n 1 postmaster.pid)';\nSELECT pg_sleep(60);\n")
    try repository.commit("branch")
    expectUnknown(try await GateCall.check(repository), "killed server")
  }

  private static let administrators = """
    version: 1
    targets:
      shop: {engine: postgresql, migrations: shop, tool: {name: files, up: "{version}_{name}.sql"}, privileges: administrator}
    """

  /// Two targets on SQLite, each with one pending migration.
  private func shop(email: String = "") throws -> TemporaryRepository {
    let repository = try TemporaryRepository()
    let tool = "tool: {name: files, up: \"{version}_{name}.sql\", down: \"{version}_{name}.down.sql\"}"
    let targets = ["shop", "till"].map { "  \($0): {engine: sqlite, migrations: \($0), \(tool)}\n" }
    try repository.write("schemagate.yml", "version: 1\ntargets:\n" + targets.joined())
    for folder in ["shop", "till"] {
      try repository.write("\(folder)/1_customers.sql", "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);\n")
    }
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    let declared = "-- schemagate: expect add column customers.email (type text)\n"
    for folder in ["shop", "till"] {
      let own = folder == "shop" ? email : ""
      try repository.write("\(folder)/2_email.sql", "\(declared)\(own)\nALTER TABLE customers ADD COLUMN email TEXT;\n")
      try repository.write("\(folder)/2_email.down.sql", "ALTER TABLE customers DROP COLUMN email;\n")
    }
    try repository.commit("branch")
    return repository
  }

  /// Exit status 3, with what happened and what to do.
  private func expectUnknown(_ report: Report, _ place: String) {
    #expect(report.verdict == .unknown, "\(place)")
    #expect(report.exitStatus(failOn: .error) == .unknown, "\(place)")
    let errors = report.errors + report.targets.flatMap(\.errors)
    #expect(!errors.isEmpty && errors.allSatisfy { !$0.what.isEmpty && $0.try != nil }, "\(place): \(errors)")
  }
}
