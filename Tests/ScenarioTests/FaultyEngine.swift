import EngineInterface
import SchemagateModel
import Synchronization

/// A call of the engines' interface that a test lets fail.
enum EngineCall: String, CaseIterable {
  case withServer, withScratchDatabase, send, transactionState, renewSession, introspect, notCompared, resolveTypes,
    provide, proveAccess, rows, programAccess, script, keep
}

/// A fault that is thrown once, at the nth call of one kind.
final class Fault: Sendable {
  struct Thrown: ReportedError {
    let call: EngineCall
    var report: ErrorReport { ErrorReport(what: "\(call.rawValue) failed", try: "take the fault out") }
  }

  private let call: EngineCall
  private let left: Mutex<Int>

  init(in call: EngineCall, at number: Int) {
    self.call = call
    left = Mutex(number)
  }

  /// Whether the check came as far as the fault.
  var wasThrown: Bool { left.withLock { $0 <= 0 } }

  func pass(_ call: EngineCall) throws {
    guard call == self.call else { return }
    let isHere = left.withLock { left in
      left -= 1
      return left == 0
    }
    if isHere { throw Thrown(call: call) }
  }
}

/// A real engine of which one call fails.
struct FaultyEngine: DatabaseEngine {
  let engine: any DatabaseEngine
  let fault: Fault

  var kinds: [EngineKind] { engine.kinds }

  func withServer<Result: Sendable>(
    _ request: ServerRequest, _ body: @Sendable (any DatabaseServer) async throws -> Result
  ) async throws -> Result {
    try fault.pass(.withServer)
    return try await engine.withServer(request) { try await body(FaultyServer(server: $0, fault: fault)) }
  }

  func rows(of query: String, at url: String) async throws -> [[String?]] {
    try fault.pass(.rows)
    return try await engine.rows(of: query, at: url)
  }
  func readSchema(at url: String) async throws -> Schema {
    try fault.pass(.introspect)
    return try await engine.readSchema(at: url)
  }
  func script(at url: String, withRowsOf tables: [NamePattern]) async throws -> SchemaScript {
    try fault.pass(.script)
    return try await engine.script(at: url, withRowsOf: tables)
  }
  func equipment(for request: ServerRequest?) async -> [Equipment] { await engine.equipment(for: request) }
}

private struct FaultyServer: DatabaseServer {
  let server: any DatabaseServer
  let fault: Fault

  var version: EngineVersion { server.version }

  func withScratchDatabase<Result: Sendable>(
    _ request: ScratchRequest, _ body: @Sendable (any ScratchDatabase) async throws -> Result
  ) async throws -> Result {
    try fault.pass(.withScratchDatabase)
    return try await server.withScratchDatabase(request) {
      try await body(FaultyScratch(database: $0, fault: fault))
    }
  }
}

private struct FaultyScratch: ScratchDatabase {
  let database: any ScratchDatabase
  let fault: Fault

  var defaultSchemas: Set<String> { database.defaultSchemas }

  func send(_ text: SourceText, limit: Duration) async throws -> SendOutcome {
    try fault.pass(.send)
    return try await database.send(text, limit: limit)
  }

  func transactionState() async throws -> TransactionState {
    try fault.pass(.transactionState)
    return try await database.transactionState()
  }

  func renewSession() async throws {
    try fault.pass(.renewSession)
    try await database.renewSession()
  }

  func introspect() async throws -> Schema {
    try fault.pass(.introspect)
    return try await database.introspect()
  }

  func notCompared() async throws -> [NotCompared] {
    try fault.pass(.notCompared)
    return try await database.notCompared()
  }

  func rows(of query: String) async throws -> [[String?]] {
    try fault.pass(.rows)
    return try await database.rows(of: query)
  }

  func script(withRowsOf tables: [NamePattern]) async throws -> String {
    try fault.pass(.script)
    return try await database.script(withRowsOf: tables)
  }

  func resolveTypes(_ names: Set<String>) async throws -> [String: String] {
    try fault.pass(.resolveTypes)
    return try await database.resolveTypes(names)
  }

  func programAccess() async throws -> ProgramAccess {
    try fault.pass(.programAccess)
    return try await database.programAccess()
  }

  func provide(_ piece: MissingPiece) async throws -> Bool {
    try fault.pass(.provide)
    return try await database.provide(piece)
  }

  func proveAccess(_ claims: [AccessClaim]) async throws -> [AccessProof] {
    try fault.pass(.proveAccess)
    return try await database.proveAccess(claims)
  }

  func keep() async throws -> String {
    try fault.pass(.keep)
    return try await database.keep()
  }
}
