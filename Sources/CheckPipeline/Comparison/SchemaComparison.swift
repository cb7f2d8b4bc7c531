import Checking
package import EngineInterface
import Rehearsing
import SchemaDiffing
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
    let (left, right) = try await comparable(readings(engine))
    let (base, head) = (left.visible(without: hidden), right.visible(without: hidden))
    let changes = SchemaDiff.changes(from: base, to: head, matchingServerIdentity: false)
    let claims = AccessDiff.claims(changes, from: base, to: head)
    return Comparison(
      changes: changes.map { ChangeReport(betweenSchemas: $0) }, access: AccessReporting.reports(claims.map(\.untried)),
      notCompared: left.notCompared.besidesWhatIsEqual(in: right.notCompared),
      provided: left.provided + right.provided.filter { !left.provided.contains($0) })
  }

  /// Roles are the server's: two living databases tell the same of them, and so do two histories. A dump tells nothing.
  private func comparable(_ readings: (SourceReading, SourceReading)) -> (SourceReading, SourceReading) {
    switch (from.contents, to.contents) {
    case (.live, .live), (.history, .history): readings
    case (.live, _), (.script, _), (.history, _): (readings.0.withoutRoles, readings.1.withoutRoles)
    }
  }

  /// Both sides stand on one server where they may.
  private func readings(_ engine: any DatabaseEngine) async throws -> (SourceReading, SourceReading) {
    let (first, second) = (request(from, or: to), request(to, or: from))
    let plans = (
      try await from.plan(stepLimit: stepLimit, on: first.choice),
      try await to.plan(stepLimit: stepLimit, on: second.choice)
    )
    if let leftPlan = plans.0, let rightPlan = plans.1, first == second {
      return try await engine.withServer(first) { server in
        (try await build(leftPlan, of: from, on: server), try await build(rightPlan, of: to, on: server))
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
    if let plan { return try await engine.withServer(request) { try await build(plan, of: source, on: $0) } }
    guard case .live(let url) = source.contents else { throw ComparisonError.unsupported(source.engine) }
    events.progress("reading \(source.name)")
    let schema = try await engine.readSchema(at: url)
    return SourceReading(
      schema: schema, notCompared: schema.notCompared,
      defaultSchemas: schema.engine.name == .postgresql ? ["public"] : [])
  }

  private func build(
    _ plan: RehearsalPlan, of source: SchemaSource, on server: any DatabaseServer
  ) async throws -> SourceReading {
    events.progress("building \(source.name)")
    let built = try await SchemaBuilder(server: server, plan: plan).build()
    let notRun = built.notRun.isEmpty ? [] : [NotCompared(what: "step that isn't SQL", names: built.notRun)]
    var reading = SourceReading(
      schema: built.schema, notCompared: built.notCompared.joined(with: notRun), defaultSchemas: built.defaultSchemas,
      provided: built.provided)
    if case .script = source.contents { reading.schema = reading.schema.withoutCommonOwner() }
    return reading
  }
}

extension SourceReading {
  fileprivate func visible(without hidden: [NamePattern]) -> Schema {
    if hidden.isEmpty { return schema }
    return schema.removing { identity in
      identity.kind != .schema && identity.kind != .database
        && hidden.contains { $0.matches(identity.name, omitting: defaultSchemas) }
    }
  }
}

extension [NotCompared] {
  /// PostgreSQL's words for what stands beside all databases of a server. Its names tell everything of it.
  private static let serverWide: Set<String> = ["tablespace", "parameter ACL"]

  /// What stands in either list; of what is the whole server's only what the other server doesn't have just so.
  fileprivate func besidesWhatIsEqual(in others: [NotCompared]) -> [NotCompared] {
    let equal = Set(serverWideNames).intersection(others.serverWideNames)
    return joined(with: others).compactMap { group in
      guard Self.serverWide.contains(group.what) else { return group }
      let names = group.names.filter { !equal.contains([group.what, $0]) }
      return names.isEmpty ? nil : NotCompared(what: group.what, names: names)
    }
  }

  private var serverWideNames: [[String]] {
    filter { Self.serverWide.contains($0.what) }.flatMap { group in group.names.map { [group.what, $0] } }
  }
}

extension AccessClaim {
  /// Comparing only reads: nothing is ever run in the databases themselves.
  fileprivate var untried: AccessProof {
    AccessProof(claim: self, outcome: .notTried(why: "comparing two schemas runs nothing in them"))
  }
}
