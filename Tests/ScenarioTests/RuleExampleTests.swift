import Checking
import Foundation
import SchemagateModel
import TestSupport
import Testing

@testable import schemagate

@Suite("the rules' examples")
struct RuleExampleTests {
  private static let plain = RuleCatalog.all.map(\.metadata.id).filter { !particular.contains($0) }
  private static let particular = RuleCatalog.all
    .filter { $0.examples.fires.engine != .sqlite || $0.examples.staysQuiet.engine != .sqlite }.map(\.metadata.id)

  @Test("fire and stay quiet", .serialized, arguments: plain)
  func onSQLite(id: String) async throws { try await run(id) }

  @Test(
    "that need PostgreSQL fire and stay quiet", .serialized,
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"),
    arguments: particular)
  func onPostgreSQL(id: String) async throws { try await run(id) }

  private func run(_ id: String) async throws {
    let rule = try #require(RuleCatalog.all.first { $0.metadata.id == id })
    let fired = try await check(rule.examples.fires)
    let messages = fired.findings(of: id).map(\.message)
    #expect(messages.first == rule.examples.fires.says, "\(id) says: \(messages) \(fired.told)")
    let quiet = try await check(rule.examples.staysQuiet)
    #expect(quiet.findings(of: id).isEmpty, "\(id) says: \(quiet.told)")
    #expect(quiet.errors.isEmpty && quiet.targets.allSatisfy { $0.verdict != .unknown }, "\(quiet.told)")
  }

  private func check(_ example: RuleExample) async throws -> Report {
    let repository = try TemporaryRepository()
    try lay(example.base, "base", over: repository)
    try repository.git(["checkout", "--quiet", "-b", "branch"])
    try example.removes.forEach(repository.remove)
    try lay(example.head, "the branch", over: repository)
    try repository.git(["checkout", "--quiet", "main"])
    if !example.meanwhile.files.isEmpty { try lay(example.meanwhile, "meanwhile", over: repository) }
    let elsewhere = try TemporaryFolder()
    let flags = example.needsNoDatabase ? ["history-only"] : []
    guard let configuration = example.configuration else { return try await GateCall.check(repository, flags: flags) }
    try elsewhere.write("schemagate.yml", configuration)
    return try await GateCall.check(repository, flags: flags, configuration: elsewhere.path + "/schemagate.yml")
  }

  private func lay(_ files: ExampleFiles, _ message: String, over repository: TemporaryRepository) throws {
    for file in files.files { try repository.write(file.path, file.text) }
    try repository.commit(message)
  }
}

extension Report {
  fileprivate func findings(of rule: String) -> [Finding] {
    targets.flatMap(\.checks).flatMap(\.findings).filter { $0.rule == rule && !$0.existing && $0.waived == nil }
  }

  /// Everything that the report says, for whoever mends an example.
  fileprivate var told: String {
    let findings = targets.flatMap(\.checks).flatMap(\.findings).map { "\($0.rule): \($0.message)" }
    let errors = (errors + targets.flatMap(\.errors)).map(\.what)
    return (findings + errors).joined(separator: "; ")
  }
}
