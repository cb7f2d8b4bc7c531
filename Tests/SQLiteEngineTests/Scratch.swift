import EngineInterface
import SQLiteEngine
import SchemagateModel

/// Lends a scratch database of an embedded engine to a test.
func withScratch<Result: Sendable>(
  _ request: ScratchRequest = ScratchRequest(), _ body: @Sendable (any ScratchDatabase) async throws -> Result
) async throws -> Result {
  try await SQLiteEngine().withServer(ServerRequest(engine: .sqlite, choice: .embedded)) { server in
    try await server.withScratchDatabase(request, body)
  }
}

extension ScratchDatabase {
  /// Sends a script that stands in `migration.sql`.
  func run(_ text: String, limit: Duration = .seconds(60)) async throws -> SendOutcome {
    try await send(SourceText(path: "migration.sql", text: text), limit: limit)
  }

  /// Sends a script that must be refused.
  func refusal(of text: String, limit: Duration = .seconds(60)) async throws -> Rejection {
    switch try await run(text, limit: limit) {
    case .applied: throw NotRefused()
    case .rejected(let rejection, _): rejection
    }
  }
}

struct NotRefused: Error {}

extension SendOutcome {
  /// How many statements were carried out; `nil` where one was refused.
  var statements: Int? {
    guard case .applied(let answers) = self else { return nil }
    return answers.count
  }
}

/// The schema that a script makes.
func schema(of script: String) async throws -> Schema {
  try await withScratch { database in
    if case .rejected(let rejection, _) = try await database.run(script) { throw Refused(rejection: rejection) }
    return try await database.introspect()
  }
}

struct Refused: Error {
  let rejection: Rejection
}

extension Schema {
  func object(_ kind: ObjectKind, _ name: String...) -> SchemaObject? {
    objects.first { $0.identity.kind == kind && $0.identity.name == name }
  }
}
