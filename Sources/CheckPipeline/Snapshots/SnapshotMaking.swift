package import EngineInterface
import MigrationTools
import Rehearsing
package import SchemagateModel

/// Writes down a schema, wherever it is to be had.
package struct SnapshotMaking: Sendable {
  private let source: SchemaSource
  private let target: TargetDefinition?
  private let server: ServerChoice?
  private let stepLimit: Duration
  private let engines: [any DatabaseEngine]
  private let events: CheckEvents

  /// `target` says whose bookkeeping a living database holds. `server` is where a schema is built that doesn't exist yet.
  package init(
    of source: SchemaSource, target: TargetDefinition?, server: ServerChoice?, stepLimit: Duration = .seconds(600),
    engines: [any DatabaseEngine], events: CheckEvents
  ) {
    self.source = source
    self.target = target
    self.server = server
    self.stepLimit = stepLimit
    self.engines = engines
    self.events = events
  }

  /// Throws where the schema can't be had whole.
  package func run() async throws -> (snapshot: Snapshot, provided: [MissingPiece]) {
    guard let engine = engines.first(where: { $0.kinds.contains(source.engine) }) else {
      throw ComparisonError.unsupported(source.engine)
    }
    if case .live(let url) = source.contents { return (try await reading(url, engine), []) }
    let request =
      source.serverRequest(server, sharedServer: false)
      ?? ServerRequest(engine: source.engine, isAssumed: source.engineIsAssumed, choice: server ?? .embedded)
    guard let plan = try await source.plan(stepLimit: stepLimit, on: request.choice) else {
      throw ComparisonError.unsupported(source.engine)
    }
    return try await engine.withServer(request) { try await building(plan, on: $0) }
  }

  private func reading(_ url: String, _ engine: any DatabaseEngine) async throws -> Snapshot {
    events.progress("reading \(source.name)")
    let tables = try target.map { try ToolCatalog.tool(named: $0.tool.name).bookkeeping(of: $0) } ?? []
    let script = try await engine.script(at: url, withRowsOf: tables)
    return Snapshot(engine: script.engine.lasting, applied: nil, sql: script.sql)
  }

  private func building(
    _ plan: RehearsalPlan, on server: any DatabaseServer
  ) async throws -> (Snapshot, [MissingPiece]) {
    events.progress("building \(source.name)")
    let script = try await SchemaBuilder(server: server, plan: plan).script()
    if let path = script.notRun.first { throw ComparisonError.notRun(path: path) }
    let snapshot = Snapshot(engine: script.engine.lasting, applied: applied(script.applied), sql: script.sql)
    return (snapshot, script.provided)
  }

  /// A file says itself what had been applied, if anything does.
  private func applied(_ steps: [MigrationID]) -> [MigrationID]? {
    switch source.contents {
    case .script(let text): Snapshot(reading: text.text)?.applied
    case .history, .live: steps
    }
  }
}

extension EngineVersion {
  /// Without the parts that only repairs change.
  fileprivate var lasting: EngineVersion {
    let count = name == .postgresql ? 1 : 2
    return EngineVersion(name: name, version: version.split(separator: ".").prefix(count).joined(separator: "."))
  }
}
