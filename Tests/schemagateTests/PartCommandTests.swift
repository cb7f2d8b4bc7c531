import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

@Suite("A check that is divided among jobs")
struct PartCommandTests {
  /// Three SQLite targets, of which `work` changes two.
  private let repository: TemporaryRepository

  init() throws {
    repository = try TemporaryRepository()
    let names = ["audit", "queue", "shop"]
    let targets = names.map { "  \($0):\n    engine: sqlite\n    migrations: \($0)\n    tool: dbmate\n" }.joined()
    try repository.write("schemagate.yml", "version: 1\ntargets:\n\(targets)")
    for name in names { try write(name, 1, "first") }
    try repository.commit("base")
    try repository.git(["checkout", "--quiet", "-b", "work"])
    try write("shop", 2, "second")
    try write("shop", 3, "third")
    try write("audit", 2, "second", columns: "id INTEGER REFERENCES")
    try repository.commit("work")
  }

  @Test("is planned from Git alone: what changed, why, and a matrix of jobs on one line")
  func plan() throws {
    let result = try run(["plan", "--base", "main", "--format", "json"])
    #expect(result.status == 0 && result.output.split(separator: "\n").count == 1)
    let plan = try JSONDecoder().decode(PlanReport.self, from: Data(result.output.utf8))
    #expect(plan.targets.map(\.name) == ["audit", "queue", "shop"])
    #expect(plan.targets.map(\.changed) == [true, false, true])
    #expect(plan.targets.map(\.migrations?.added) == [1, nil, 2])
    #expect(plan.targets.last?.reason == "2 added: shop/2_x.sql and 1 more")
    #expect(plan.include.map(\.target) == ["audit", "shop"])
    #expect(plan.head == (try repository.git(["rev-parse", "work"])))
    let parts = try run(["plan", "--base", "main", "--shards", "3"])
    #expect(parts.output.contains("part 1/3: shop\npart 2/3: audit\npart 3/3: \n"))
  }

  @Test("checks every changed target in one part, and the parts make one report")
  func parts() throws {
    #expect(try check("1/3").status == 0)
    #expect(try check("2/3").status == 1)
    let empty = try check("3/3")
    #expect(empty.status == 0 && empty.output.contains("not checked here, but in other parts: audit, queue, shop"))
    let merged = try run([
      "report", "merge", "1.json", "2.json", "3.json", "--format", "text", "--format", "json=all.json",
    ])
    #expect(merged.status == 1 && !merged.output.contains("other parts"))
    #expect(try report("all.json").targets.map(\.name) == ["audit", "queue", "shop"])
    #expect(try report("all.json").targets.map(\.verdict) == [.failed, .unchanged, .passed])
    #expect(try report("1.json").targets.map(\.name) == ["queue", "shop"])
    #expect(try report("3.json").targets.isEmpty)

    let incomplete = try run(["report", "merge", "1.json", "3.json", "--fail-on", "never"])
    #expect(incomplete.status == 3 && incomplete.output.contains("part 2/3 of the check is missing"))
    let rendered = try run(["report", "render", "all.json", "--format", "markdown"])
    #expect(rendered.status == 0 && rendered.output.contains("schemagate"))
  }

  @Test(
    "refuses parts that there are not, and files that are no reports",
    arguments: [
      ["check", "--shard", "0/3"], ["check", "--shard", "4/3"], ["check", "--shard", "half"],
      ["plan", "--shards", "0"], ["report", "merge"], ["report", "merge", "nosuch.json"],
      ["report", "render", "schemagate.yml"],
    ])
  func usage(arguments: [String]) throws {
    let result = try run(arguments)
    #expect(result.status == 2 && result.error.hasPrefix("error: "), "\(result.error)")
    if arguments.contains("--shard") { #expect(result.error.contains("for example 2/3")) }
  }

  private func check(_ part: String) throws -> Binary.Result {
    try run(["check", "--base", "main", "--shard", part, "--format", "text", "--format", "json=\(part.prefix(1)).json"])
  }

  private func report(_ file: String) throws -> Report {
    try JSONDecoder().decode(
      Report.self, from: Data(contentsOf: URL(fileURLWithPath: repository.path).appendingPathComponent(file)))
  }

  private func run(_ arguments: [String]) throws -> Binary.Result { try Binary.run(arguments, in: repository.path) }

  private func write(
    _ target: String, _ number: Int, _ table: String, columns: String = "id INTEGER PRIMARY KEY"
  ) throws {
    try repository.write(
      "\(target)/\(number)_x.sql",
      "-- migrate:up\nCREATE TABLE \(table) (\(columns));\n\n-- migrate:down\nDROP TABLE \(table);\n")
  }
}
