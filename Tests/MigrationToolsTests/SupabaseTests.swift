import SchemagateModel
import Testing

@testable import MigrationTools

@Suite("the Supabase CLI")
struct SupabaseTests {
  private let tool = SupabaseTool()

  private func detected() throws -> TargetDefinition {
    try #require(tool.detect(in: try CaseFolder("supabase", "shop").listing).first?.target)
  }

  private func history() throws -> MigrationHistory {
    tool.history(of: try detected(), in: try CaseFolder("supabase", "shop").files)
  }

  @Test("is found by its folder, brings the platform's preset, and says what it assumes")
  func detection() throws {
    let target = try detected()
    #expect(target.name == "supabase" && target.engine == .postgresql && target.preset == .supabase)
    #expect(target.assumptions.count == 2 && target.assumptions[1].contains("PostgreSQL 15"))
    #expect(target.session.first?.contains("extensions") == true)
  }

  @Test("sends each file statement by statement in one transaction, but a lone concurrent index outside one")
  func scripts() throws {
    let history = try history()
    #expect(history.ids == ["20260101000000", "20260102000000", "20260103000000"])
    #expect(history.migrations.compactMap { $0.up?.pieces.count } == [1, 2, 1])
    #expect(history.migrations.compactMap { $0.up?.transaction } == [.file, .file, TransactionScope.none])
    #expect(history.problems.count == 1)
  }

  @Test("stops at a file that is lower than an applied version, unless it is told to include it")
  func lower() throws {
    let history = try history()
    let applied = MigrationHistory(migrations: [history.migrations[0], history.migrations[2]])
    var target = try detected()
    #expect(tool.plan(for: history, applied: applied, target: target).refusal?.migration == "20260102000000")
    target.tool.outOfOrder = .run
    #expect(tool.plan(for: history, applied: applied, target: target).steps.map(\.migration) == ["20260102000000"])
  }

  @Test("stops where an applied version has no file, and passes over edited ones")
  func removed() throws {
    let history = try history()
    let without = MigrationHistory(migrations: Array(history.migrations.dropFirst()))
    let target = try detected()
    #expect(tool.plan(for: without, applied: history, target: target).refusal?.migration == "20260101000000")
    #expect(tool.plan(for: history, applied: history, target: target).refusal == nil)
  }
}
