package import EngineInterface
import MigrationTools
import Rehearsing
package import SchemagateModel

/// Compares what a target's history gives with what its environments hold.
package struct DriftCheck: Sendable {
  private let base: SchemaSource
  private let environments: [EnvironmentSource]
  private let server: ServerChoice?
  private let stepLimit: Duration
  private let engines: [any DatabaseEngine]
  private let events: CheckEvents

  /// `base` is a target's history. `server` is where schemas are built; without it, where the target says.
  package init(
    base: SchemaSource, environments: [EnvironmentSource], server: ServerChoice? = nil,
    stepLimit: Duration = .seconds(600), engines: [any DatabaseEngine], events: CheckEvents
  ) {
    self.base = base
    self.environments = environments
    self.server = server
    self.stepLimit = stepLimit
    self.engines = engines
    self.events = events
  }

  /// One result for each environment, in order. What can't be compared is a result as well.
  package func run() async throws -> [EnvironmentDrift] {
    do {
      guard let request = base.serverRequest(server, sharedServer: false),
        let engine = engines.first(where: { $0.kinds.contains(base.engine) })
      else { throw ComparisonError.unsupported(base.engine) }
      return try await engine.withServer(request) { server in
        let session = try DriftSession(
          base: base, engine: engine, server: server, choice: request.choice, stepLimit: stepLimit, events: events)
        var drifts: [EnvironmentDrift] = []
        for environment in environments { drifts.append(try await session.drift(of: environment)) }
        return drifts
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      return environments.map { EnvironmentDrift(environment: $0, outcome: .failed(ErrorReport(error))) }
    }
  }
}

/// One target's comparisons, all on one server.
private struct DriftSession: Sendable {
  private let base: SchemaSource
  private let target: TargetDefinition
  private let tool: any MigrationTool
  private let history: MigrationHistory
  private let reader: EnvironmentReader

  init(
    base: SchemaSource, engine: any DatabaseEngine, server: any DatabaseServer, choice: ServerChoice,
    stepLimit: Duration, events: CheckEvents
  ) throws {
    guard case .history(let target, let files) = base.contents else { throw ComparisonError.unsupported(base.engine) }
    self.base = base
    self.target = target
    tool = try ToolCatalog.tool(named: target.tool.name)
    history = tool.history(of: target, in: files)
    reader = EnvironmentReader(
      target: target, history: history, engine: engine, server: server, choice: choice, stepLimit: stepLimit,
      events: events)
  }

  func drift(of environment: EnvironmentSource) async throws -> EnvironmentDrift {
    do {
      let found = try await reader.read(environment)
      let difference = self.difference(found.applied)
      let built = try await build(as: found.applied)
      let comparison = Comparison(
        from: built, to: found.reading, hiding: try base.hidden(), withRoles: base.tellsOfRoles(like: found.source))
      return EnvironmentDrift(environment: environment, outcome: .compared(comparison, difference))
    } catch let error as CancellationError {
      throw error
    } catch {
      return EnvironmentDrift(environment: environment, outcome: .failed(ErrorReport(error)))
    }
  }

  private func difference(_ applied: AppliedMigrations) -> AppliedDifference {
    switch applied {
    case .unknown(let why): return AppliedDifference(applied: nil, why: why)
    case .known(let ids):
      let there = AppliedHistory(ids, of: history)
      let plan = tool.plan(for: history, applied: there.history, target: target)
      return AppliedDifference(
        applied: there.history.migrations.count - there.unknown.count,
        pending: history.migrations.filter { $0.kind != .baseline && !ids.contains($0.id) }.map(\.id),
        unknown: there.unknown,
        skipped: plan.skipped, refusal: plan.refusal?.reason)
    }
  }

  /// What is pending there is no drift: the history is built as far as the environment has applied it.
  private func build(as applied: AppliedMigrations) async throws -> SourceReading {
    var source = base
    if case .known(let ids) = applied, !Set(history.migrations.map(\.id)).isSubset(of: ids) { source.only = Set(ids) }
    guard let plan = try source.plan(stepLimit: reader.stepLimit, on: reader.choice) else {
      throw ComparisonError.unsupported(base.engine)
    }
    return try await SourceBuilder(server: reader.server, events: reader.events).build(plan, of: source)
  }
}
