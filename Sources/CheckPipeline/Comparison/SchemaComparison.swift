package import EngineInterface
import Rehearsing
package import SchemagateModel

/// Compares two schemas, wherever they are to be had.
package struct SchemaComparison: Sendable {
  private let from: SchemaSource
  private let to: SchemaSource
  private let server: ServerChoice?
  private let stepLimit: Duration
  private let engines: [any DatabaseEngine]
  private let events: CheckEvents

  /// `server` is where schemas are built that don't exist yet; without it, where their targets say.
  package init(
    from: SchemaSource, to: SchemaSource, server: ServerChoice?, stepLimit: Duration = .seconds(600),
    engines: [any DatabaseEngine], events: CheckEvents
  ) {
    self.from = from
    self.to = to
    self.server = server
    self.stepLimit = stepLimit
    self.engines = engines
    self.events = events
  }

  /// Throws where either schema can't be had.
  package func run() async throws -> Comparison {
    guard let engine = engines.first(where: { $0.kinds.contains(from.engine) }) else {
      throw ComparisonError.unsupported(from.engine)
    }
    let hidden = try from.hidden() + to.hidden()
    let (left, right) = try await readings(engine)
    return Comparison(from: left, to: right, hiding: hidden, withRoles: from.tellsOfRoles(like: to))
  }

  /// Both sides stand on one server where they may.
  private func readings(_ engine: any DatabaseEngine) async throws -> (SourceReading, SourceReading) {
    let (first, second) = (request(from, or: to), request(to, or: from))
    let plans = (
      try from.plan(stepLimit: stepLimit, on: first.choice), try to.plan(stepLimit: stepLimit, on: second.choice)
    )
    if let leftPlan = plans.0, let rightPlan = plans.1, first == second {
      return try await engine.withServer(first) { server in
        let builder = SourceBuilder(server: server, events: events)
        return (try await builder.build(leftPlan, of: from), try await builder.build(rightPlan, of: to))
      }
    }
    // Two servers, or two living databases: neither waits for the other.
    async let left = reading(from, plans.0, first, engine)
    async let right = reading(to, plans.1, second, engine)
    return try await (left, right)
  }

  private func request(_ source: SchemaSource, or other: SchemaSource) -> ServerRequest {
    source.serverRequest(server, sharedServer: false) ?? other.serverRequest(server, sharedServer: false)
      ?? ServerRequest(engine: source.engine, isAssumed: source.engineIsAssumed, choice: server ?? .embedded)
  }

  private func reading(
    _ source: SchemaSource, _ plan: RehearsalPlan?, _ request: ServerRequest, _ engine: any DatabaseEngine
  ) async throws -> SourceReading {
    if let plan {
      return try await engine.withServer(request) { server in
        try await SourceBuilder(server: server, events: events).build(plan, of: source)
      }
    }
    guard case .live(let url) = source.contents else { throw ComparisonError.unsupported(source.engine) }
    events.progress("reading \(source.name)")
    return SourceReading(living: try await engine.readSchema(at: url))
  }
}
