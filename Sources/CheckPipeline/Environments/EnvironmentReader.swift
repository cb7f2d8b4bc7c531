import EngineInterface
import MigrationTools
import Rehearsing
import SchemagateModel

/// Reads an environment: its schema, and what it says of the migrations that it has applied.
struct EnvironmentReader: Sendable {
  let target: TargetDefinition
  /// What may have been applied there.
  let history: MigrationHistory
  let engine: any DatabaseEngine
  let server: any DatabaseServer
  /// Where scratch databases are made.
  let choice: ServerChoice
  let stepLimit: Duration
  let events: CheckEvents

  struct Reading: Sendable {
    let source: SchemaSource
    let reading: SourceReading
    let applied: AppliedMigrations
  }

  func read(_ environment: EnvironmentSource) async throws -> Reading {
    let query = try ToolCatalog.tool(named: target.tool.name).appliedQuery(of: target)
    switch environment.contents {
    case .unavailable(let report): throw EnvironmentError.unavailable(report)
    case .living(let source, let url):
      events.progress("reading \(environment.name)")
      let schema = try await engine.readSchema(at: url)
      let answer = try await QueryAnswer(asking: query) { try await engine.rows(of: $0, at: url) }
      return try reading(of: source, SourceReading(living: schema, answer: answer), noted: nil)
    case .snapshot(let source, let header):
      guard let plan = try source.plan(stepLimit: stepLimit, on: choice) else {
        throw ComparisonError.unsupported(source.engine)
      }
      let built = try await SourceBuilder(server: server, events: events).build(plan, of: source, asking: query)
      return try reading(of: source, built, noted: header.applied)
    }
  }

  private func reading(
    of source: SchemaSource, _ found: SourceReading, noted: [MigrationID]?
  ) throws -> Reading {
    let applied =
      try noted.map { .known($0) } ?? AppliedMigrations(found.answer, in: found, of: target, history: history)
    return Reading(source: source, reading: found, applied: applied)
  }
}

/// Why an environment can't be read.
enum EnvironmentError: ReportedError, Hashable {
  case unavailable(ErrorReport)
}

extension EnvironmentError {
  var report: ErrorReport {
    switch self {
    case .unavailable(let report): report
    }
  }
}
