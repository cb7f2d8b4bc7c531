import Checking
import SchemagateModel
import TestSupport
import Testing

@Suite("scenarios")
struct ScenarioTests {
  @Test("there are scenarios for every engine")
  func scenariosExist() {
    #expect(Scenario.all(.postgresql).count >= 30)
    #expect(Scenario.all(.sqlite).count >= 15)
    #expect(Scenario.all(.mariadb).count >= 20)
  }

  @Test("every rule speaks in a scenario")
  func everyRuleSpeaks() throws {
    let scenarios = [EngineKind.postgresql, .sqlite, .mariadb].flatMap(Scenario.all)
    let heard = Set(try scenarios.flatMap { try $0.expectation().findings.map(\.rule) })
    #expect(RuleCatalog.all.map(\.metadata.id).filter { !heard.contains($0) } == [])
  }

  @Test(
    "PostgreSQL, the first half", .serialized,
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"),
    arguments: Scenario.half(0, of: .postgresql))
  func postgresqlFirst(scenario: Scenario) async throws { try await check(scenario) }

  @Test(
    "PostgreSQL, the second half beside it", .serialized,
    .enabled(if: TestEngines.includes(.postgresql), "postgresql isn't named in SCHEMAGATE_TEST_ENGINES"),
    arguments: Scenario.half(1, of: .postgresql))
  func postgresqlSecond(scenario: Scenario) async throws { try await check(scenario) }

  @Test("SQLite", .serialized, arguments: Scenario.all(.sqlite))
  func sqlite(scenario: Scenario) async throws { try await check(scenario) }

  @Test(
    "MariaDB", .serialized,
    .enabled(if: TestEngines.includes(.mariadb), "mariadb isn't named in SCHEMAGATE_TEST_ENGINES"),
    arguments: Scenario.all(.mariadb))
  func mariadb(scenario: Scenario) async throws { try await check(scenario) }

  private func check(_ scenario: Scenario) async throws {
    let expected = try scenario.expectation()
    let report = try await GateCall.check(scenario.repository(expected), flags: expected.flags)
    let comparison = Comparison(expected: expected, report: report)
    #expect(comparison.differences.isEmpty, "the report says:\n\(comparison.actual)")
  }
}
