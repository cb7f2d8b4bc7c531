package import EngineInterface
import Foundation
package import SchemagateModel

/// A private database file with one session, on a thread of its own.
package actor SQLiteScratchDatabase: ScratchDatabase {
  /// SQLite's main database needs no name.
  package nonisolated let defaultSchemas: Set<String> = []

  private let executor = QueueExecutor(label: "schemagate.sqlite")
  private let path: String
  private let request: ScratchRequest
  private let version: EngineVersion
  private var functions: [FunctionStandIn]
  private var collations: [String] = []
  private var session: Connection?
  private var keptPath: String?
  private var identities = NameIdentities()

  /// The queue that every statement runs on.
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(path: String, request: ScratchRequest, version: EngineVersion) {
    self.path = path
    self.request = request
    self.version = version
    functions = request.functions
  }

  /// Runs the setup scripts over a connection of their own, and begins the application's session.
  func setUp() throws {
    let administrator = try connect(.write)
    for script in request.setup {
      try Task.checkCancellation()
      let run = ScriptRun(connection: administrator, source: script, limit: Self.setupLimit)
      let outcome = try run.outcome(watch: Watch(limit: Self.setupLimit))
      if case .rejected(let rejection, _) = outcome { throw SQLiteError.setupRefused(rejection) }
    }
    session = try newSession()
  }

  /// Ends the session, and deletes or keeps the file.
  func giveBack() throws {
    session = nil
    if let keptPath { try move(to: keptPath) }
    for suffix in ["", "-journal", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  /// Runs the text as `sqlite3_exec` would.
  package func send(_ text: SourceText, limit: Duration) async throws -> SendOutcome {
    let watch = Watch(limit: limit)
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      let outcome = try ScriptRun(connection: open(), source: text, limit: limit).outcome(watch: watch)
      if case .applied = outcome { identities.note(text.text) }
      return outcome
    } onCancel: {
      watch.cancel()
    }
  }

  /// SQLite has no transactions that refuse everything but their end.
  package func transactionState() throws -> TransactionState { try open().isInTransaction ? .open : .idle }

  /// Closes the session's connection, which rolls back what is open, and opens another.
  package func renewSession() throws {
    session = nil
    session = try newSession()
  }

  /// Reads over the session itself, which knows the schema already, unless it has something uncommitted.
  package func introspect() throws -> Schema {
    let session = try open()
    let committed = session.isInTransaction ? try connect(.read) : session
    let schema = try SchemaReader(committed: committed, session: session, version: version).schema()
    return Schema(
      engine: schema.engine, objects: identities.identify(schema.objects), notCompared: schema.notCompared)
  }

  /// Each schema says it already.
  package func notCompared() -> [NotCompared] { [] }

  package func rows(of query: String) throws -> [[String?]] { try open().texts(query) }

  package func script(withRowsOf tables: [NamePattern]) throws -> String {
    try ScriptWriter(connection: open()).script(withRowsOf: tables)
  }

  package func proveAccess(_ claims: [AccessClaim]) -> [AccessProof] {
    claims.map { AccessProof(claim: $0, outcome: .notTried(why: "SQLite has no users")) }
  }

  /// SQLite takes any name for a type: this is the spelling that `introspect` gives it.
  package func resolveTypes(_ names: Set<String>) -> [String: String] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, TypeName(declared: $0).canonical) })
  }

  /// Registers a stand-in for a function or a collation; a module can't be provided.
  package func provide(_ piece: MissingPiece) throws -> Bool {
    let session = try open()
    switch piece.kind {
    case .function:
      let standIn = FunctionStandIn(name: piece.name, arity: -1)
      try session.register(standIn)
      functions.append(standIn)
    case .collation:
      try session.registerCollation(piece.name)
      collations.append(piece.name)
    case .extension, .role, .schema, .privilege, .serverVersion, .language, .other: return false
    }
    return true
  }

  package func programAccess() -> ProgramAccess { ProgramAccess(database: path) }

  /// Keeps the file; what the session hasn't committed is rolled back when the database is given back.
  package func keep() throws -> String {
    let kept = keptPath ?? "\(FileManager.default.temporaryDirectory.path)/schemagate-\(UUID().uuidString).sqlite"
    keptPath = kept
    return "sqlite3 \(Self.shellWord(kept))   # and in the end: rm \(Self.shellWord(kept))"
  }

  private static let setupLimit = Duration.seconds(600)

  private static func shellWord(_ path: String) -> String {
    let plain = path.utf8.allSatisfy {
      UInt8(ascii: "/") == $0 || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || isLetter($0)
    }
    return plain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func open() throws -> Connection {
    guard let session else { throw SQLiteError.closed }
    return session
  }

  private func connect(_ access: Connection.Access) throws -> Connection {
    let connection = try Connection(path: path, access: access)
    for function in functions { try connection.register(function) }
    for collation in collations { try connection.registerCollation(collation) }
    connection.confine()
    // The file doesn't outlive the machine, so that waiting for the disk would buy nothing.
    _ = try connection.rows("PRAGMA main.synchronous = OFF") { _ in }
    return connection
  }

  private func newSession() throws -> Connection {
    let connection = try connect(.write)
    for statement in request.session {
      let run = ScriptRun(
        connection: connection, source: SourceText(path: nil, text: statement), limit: Self.setupLimit)
      let outcome = try run.outcome(watch: Watch(limit: Self.setupLimit))
      if case .rejected(let rejection, _) = outcome {
        throw SQLiteError.sessionRefused(statement: statement, reason: rejection.message)
      }
    }
    return connection
  }

  /// Copies where the temporary folder is another file system.
  private func move(to kept: String) throws {
    do {
      try FileManager.default.copyItem(atPath: path, toPath: kept)
    } catch {
      throw SQLiteError.notKept(path: kept, reason: error.localizedDescription)
    }
  }
}
