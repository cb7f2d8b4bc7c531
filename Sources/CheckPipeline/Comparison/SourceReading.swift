import EngineInterface
import MigrationTools
import Rehearsing
import SchemagateModel
import ToolPrograms

/// A schema as it was read or built.
struct SourceReading: Sendable {
  var schema: Schema
  /// What stands there and can't be compared.
  var notCompared: [NotCompared]
  var defaultSchemas: Set<String> = []
  var provided: [MissingPiece] = []
  /// What the database said to the query that was given.
  var answer: QueryAnswer?

  var withoutRoles: SourceReading {
    var reading = self
    reading.schema = schema.removing { $0.kind == .role }
    return reading
  }
}

extension SchemaSource {
  /// The server on which the schema is built; `nil` where it is read from a living database, or where any will do.
  func serverRequest(_ choice: ServerChoice?, sharedServer: Bool) -> ServerRequest? {
    guard case .history(let target, _) = contents else { return nil }
    return ServerRequest(
      engine: engine, isAssumed: target.engineIsDetected, choice: choice ?? target.server,
      version: target.serverVersion, privileges: target.privileges,
      sharedServer: sharedServer)
  }

  /// Objects that are left out on both sides: the tool's own, and those that the configuration ignores.
  func hidden() throws -> [NamePattern] {
    guard case .history(let target, _) = contents else { return [] }
    return try ToolCatalog.tool(named: target.tool.name).bookkeeping(of: target) + target.ignore
  }

  /// What is to be run in a scratch database; `nil` for a living one.
  func plan(stepLimit: Duration, on server: ServerChoice) async throws -> RehearsalPlan? {
    switch contents {
    case .live: return nil
    case .script(let text):
      // A dump says who owns what, which only an administrator may; on somebody's server a script gets no such rights.
      let privileges = server == .embedded ? Privileges.administrator : .owner
      return try ScriptPlan(text: text, engine: engine, privileges: privileges).plan(stepLimit: stepLimit)
    case .history(let target, var files):
      let tool = try ToolCatalog.tool(named: target.tool.name)
      if let listing = tool.listing(of: target), let programs {
        let runner = ProgramRunner(world: programs, engine: target.engine)
        files.listed = try await runner.run(listing, on: nil, limit: stepLimit).lines()
      }
      let histories = TargetHistories(
        target: target, tool: tool, base: .empty, head: tool.history(of: target, in: files).restricted(to: only))
      if only == nil { try histories.refuseUnreadable() }
      let setup = try target.setupTexts(in: files)
      return histories.rehearsalPlan(
        setup: setup, typeNames: [], stepLimit: stepLimit, programs: programs, stepwise: only != nil)
    }
  }
}

extension MigrationHistory {
  /// Without the migrations that aren't among `ids`, and what is wrong with them.
  func restricted(to ids: Set<MigrationID>?) -> MigrationHistory {
    guard let ids else { return self }
    return MigrationHistory(migrations: migrations.filter { ids.contains($0.id) })
  }
}

extension TargetHistories {
  /// A history that its own tool would not run says nothing about a schema.
  fileprivate func refuseUnreadable() throws {
    for problem in head.problems {
      switch problem {
      case .unreadable(let location, let why): throw ComparisonError.unreadable(location, why: why)
      case .duplicateVersion(let id, let paths): throw ComparisonError.duplicate(id, paths: paths)
      case .downWithoutUp, .ignored, .headsDiverged, .staleChecksum: continue
      }
    }
    if let refusal = upgrade.refusal { throw ComparisonError.refused(refusal.reason, tool: tool.name) }
    guard !head.migrations.isEmpty else {
      throw ComparisonError.empty(folder: target.migrations.joined(separator: ", "))
    }
  }
}

/// Makes a file of SQL into a plan.
private struct ScriptPlan {
  let text: SourceText
  let engine: EngineKind
  let privileges: Privileges

  func plan(stepLimit: Duration) throws -> RehearsalPlan {
    let file = ScriptFile(text, engine: engine)
    if let command = file.metaCommand { throw ComparisonError.metaCommand(command.name, at: command.location) }
    let plan = file.plan
    let target = TargetDefinition(
      name: text.path ?? "SQL", engine: engine, migrations: [], tool: ToolSettings(name: "files"),
      privileges: privileges)
    return RehearsalPlan(
      target: target, setup: [], base: ToolPlan(steps: []), upgrade: plan, fresh: plan, freshDiffers: false,
      pending: Set(plan.steps.map(\.migration)), downs: [:], toolHasDowns: false, bookkeeping: [], typeNames: [],
      stepLimit: stepLimit)
  }
}
