import EngineInterface
import Foundation
import PostgreSQLEngine
import SQLiteEngine
import SchemagateModel
import TestSupport

@testable import Rehearsing

/// Real servers for the tests.
enum Lent {
  /// The engines of this run; PostgreSQL only where `SCHEMAGATE_TEST_ENGINES` names it.
  static let engines: [EngineKind] = [.postgresql, .sqlite].filter(TestEngines.includes)

  static func server<Result: Sendable>(
    _ kind: EngineKind, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    let engine: any DatabaseEngine =
      kind == .sqlite ? SQLiteEngine() : PostgreSQLEngine(environment: ProcessInfo.processInfo.environment)
    return try await engine.withServer(ServerRequest(engine: kind, choice: .embedded), body)
  }

  /// An empty database with a runner of steps on it.
  static func runner<Result: Sendable>(
    _ kind: EngineKind, limit: Duration = .seconds(30), _ body: @Sendable (StepRunner) async throws -> Result
  ) async throws -> Result {
    try await server(kind) { server in
      try await server.withScratchDatabase(ScratchRequest()) { database in
        try await body(StepRunner(database: database, limit: limit))
      }
    }
  }

  static func rehearse(_ kind: EngineKind, _ story: Story) async throws -> Rehearsal {
    try await server(kind) { try await Rehearser(server: $0, plan: story.plan(kind)).rehearse() }
  }
}

/// A target's histories and plans, in few words.
struct Story: Sendable {
  var base: [Step] = []
  var pending: [Step] = []
  var downs: [Step] = []
  /// Head's own history, where it isn't base followed by what is pending.
  var fresh: [Step]?
  var baseRefusal: String?
  var upgradeRefusal: String?
  var freshRefusal: String?
  var prepare: [String] = []
  var bookkeeping: [NamePattern] = []
  var stepLimit: Duration = .seconds(30)

  func plan(_ kind: EngineKind) -> RehearsalPlan {
    RehearsalPlan(
      target: TargetDefinition(name: "shop", engine: kind, migrations: ["db"], tool: ToolSettings(name: "files")),
      setup: [], base: toolPlan(base, baseRefusal), upgrade: toolPlan(pending, upgradeRefusal),
      fresh: toolPlan(fresh ?? base + pending, freshRefusal), freshDiffers: fresh != nil || baseRefusal != nil,
      pending: Set(pending.map(\.migration)),
      downs: Dictionary(downs.map { ($0.migration, $0) }) { first, _ in first }, toolHasDowns: true,
      bookkeeping: bookkeeping, typeNames: [], stepLimit: stepLimit)
  }

  private func toolPlan(_ steps: [Step], _ refusal: String?) -> ToolPlan {
    guard let refusal else { return ToolPlan(prepare: prepare, steps: steps) }
    return ToolPlan(prepare: prepare, steps: [], refusal: ToolPlan.Refusal(migration: nil, reason: refusal))
  }
}

extension Step {
  /// A step that sends these pieces.
  static func of(
    _ id: String, _ pieces: String..., transaction: TransactionScope = .file, session: SessionUse = .kept,
    direction: Direction = .up, bookkeeping: Bookkeeping = Bookkeeping()
  ) -> Step {
    let path = "db/\(id).\(direction.rawValue).sql"
    let script = MigrationScript(
      path: path, body: .sql(pieces.map { SourceText(path: path, text: $0) }), transaction: transaction,
      contentID: pieces.joined())
    return Step(
      migration: MigrationID(id), direction: direction, script: script, session: session, bookkeeping: bookkeeping)
  }

  static func down(_ id: String, _ pieces: String..., transaction: TransactionScope = .file) -> Step {
    of(id, pieces.joined(separator: ";\n"), transaction: transaction, direction: .down)
  }

  static func program(_ id: String, language: String) -> Step {
    let script = MigrationScript(
      path: "db/\(id).go", body: .program(language: language), transaction: .none, contentID: id)
    return Step(migration: MigrationID(id), direction: .up, script: script)
  }
}

extension Rejection {
  /// What the scratch world lacked; `nil` for the author's own mistakes.
  var lack: MissingPiece? {
    guard case .environment(let piece) = cause else { return nil }
    return piece
  }
}

extension StepOutcome {
  var rejection: Rejection? {
    guard case .rejected(let rejection) = self else { return nil }
    return rejection
  }
}

extension Schema {
  /// The names of its tables, without their schema.
  var tables: Set<String> { Set(objects.filter { $0.identity.kind == .table }.compactMap(\.identity.name.last)) }
}
