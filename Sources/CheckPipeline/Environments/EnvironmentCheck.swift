import EngineInterface
import MigrationTools
import Rehearsing
import SchemaDiffing
import SchemagateModel

/// Rehearses the tool's plan for head on each snapshot of an environment. Living databases are never written to.
struct EnvironmentCheck: Sendable {
  let server: any DatabaseServer
  let choice: ServerChoice
  let histories: TargetHistories
  let plan: RehearsalPlan
  let events: CheckEvents

  /// One result for each snapshot; `rehearsal` is what the same plans did on base's own state.
  func rehearse(_ environments: [EnvironmentSource], beside rehearsal: Rehearsal) async throws -> [EnvironmentRehearsal]
  {
    var results: [EnvironmentRehearsal] = []
    for environment in environments {
      try Task.checkCancellation()
      if let result = try await rehearse(environment, rehearsal) { results.append(result) }
    }
    return results
  }

  private func rehearse(
    _ environment: EnvironmentSource, _ rehearsal: Rehearsal
  ) async throws -> EnvironmentRehearsal? {
    switch environment.contents {
    case .living: return nil
    case .unavailable(let report):
      return EnvironmentRehearsal(name: environment.name, path: report.at ?? "", outcome: .notRun(why: report.what))
    case .snapshot(let source, let noted):
      events.progress("rehearsing on the snapshot of \(environment.name)")
      do {
        return try await rehearse(environment.name, source, noted, rehearsal)
      } catch let error as CancellationError {
        throw error
      } catch {
        let report = ErrorReport(error)
        let place = report.at.map { " (\($0))" } ?? ""
        return EnvironmentRehearsal(
          name: environment.name, path: source.name, outcome: .notRun(why: report.what + place))
      }
    }
  }

  private func rehearse(
    _ name: String, _ source: SchemaSource, _ noted: [MigrationID]?, _ rehearsal: Rehearsal
  ) async throws -> EnvironmentRehearsal {
    guard let snapshot = try await source.plan(stepLimit: .seconds(600), on: choice) else {
      throw ComparisonError.unsupported(source.engine)
    }
    let query = noted == nil ? histories.tool.appliedQuery(of: histories.target) : nil
    let rehearser = SnapshotRehearser(server: server, snapshot: snapshot, plan: plan, query: query)
    let histories = histories
    let (upgrade, outcome) = try await rehearser.rehearse { start in
      let reading = SourceReading(
        schema: start.whole, notCompared: [], defaultSchemas: start.defaultSchemas, answer: start.answer)
      let upgrade = EnvironmentUpgrade(try noted.map { .known($0) } ?? histories.applied(reading), histories)
      return (upgrade, upgrade.plan)
    }
    return EnvironmentRehearsal(
      name: name, path: source.name, outcome: try await judge(outcome, upgrade, rehearsal),
      applied: upgrade.count, behind: upgrade.behind, unknown: upgrade.unknown, why: upgrade.why)
  }

  private func judge(
    _ outcome: SnapshotRehearser.Outcome?, _ upgrade: EnvironmentUpgrade, _ rehearsal: Rehearsal
  ) async throws -> EnvironmentRehearsal.Outcome {
    guard let outcome else {
      return .refused(upgrade.plan.refusal?.reason ?? "", atBase: upgrade.isRefusedAtBase)
    }
    if let (migration, rejection) = outcome.path.rejected {
      guard case .environment(let piece) = rejection.cause else { return .rejected(migration, rejection) }
      return .notRun(why: "the scratch database lacks the \(piece.kind.rawValue) \(piece.name)")
    }
    for step in outcome.path.steps {
      if case .notRunnable(let language) = step.outcome { return .notRun(why: "\(step.migration) is \(language)") }
    }
    guard let after = outcome.after, let head = rehearsal.headSchema else {
      return .notRun(why: "the upgrade itself wasn't rehearsed to its end")
    }
    return .applied(try await differences(from: head, to: after, before: outcome.before, upgrade, rehearsal))
  }

  /// What differed before is the environment's own affair, and `schemagate drift` tells of it.
  private func differences(
    from head: Schema, to there: Schema, before: Schema, _ upgrade: EnvironmentUpgrade, _ rehearsal: Rehearsal
  ) async throws -> [SchemaChange] {
    let found = Self.changes(from: head, to: there)
    guard !found.isEmpty, let base = try await base(upgrade, rehearsal) else { return found }
    let known = Set(Self.changes(from: base, to: before).map(Difference.init))
    return found.filter { !known.contains(Difference($0)) }
  }

  /// Base's history as far as the environment has applied it.
  private func base(_ upgrade: EnvironmentUpgrade, _ rehearsal: Rehearsal) async throws -> Schema? {
    guard !upgrade.behind.isEmpty else { return rehearsal.baseSchema }
    let base = histories.base.restricted(to: Set(upgrade.applied.migrations.map(\.id)))
    let applied = TargetHistories(target: histories.target, tool: histories.tool, base: .empty, head: base)
      .rehearsalPlan(
        setup: plan.setup, typeNames: [], stepLimit: plan.stepLimit, programs: plan.programs, stepwise: true)
    return try await SchemaBuilder(server: server, plan: applied).build().schema
  }

  private static func changes(from one: Schema, to other: Schema) -> [SchemaChange] {
    let sides = [one, other].map { schema in schema.withoutOwners().removing { $0.kind == .role } }
    return SchemaDiff.changes(from: sides[0], to: sides[1], matchingServerIdentity: false)
      .filter { !$0.isCounterOnly && !$0.isOrderOnly }
  }
}

/// By which one difference is known again in another pair of schemas.
private struct Difference: Hashable {
  let verb: SchemaChange.Verb
  let identity: ObjectIdentity
  let attributes: [AttributeChange]

  init(_ change: SchemaChange) {
    verb = change.verb
    identity = change.identity
    attributes = change.attributes.filter { $0.attribute != .position }
  }
}

extension SchemaChange {
  fileprivate var isOrderOnly: Bool {
    verb == .alter && !attributes.isEmpty && attributes.allSatisfy { $0.attribute == .position }
  }
}
