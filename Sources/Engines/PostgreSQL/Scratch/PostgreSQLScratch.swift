import EngineInterface
import SchemagateModel

/// One scratch database with the application's session, and the administrator's beside it.
actor PostgreSQLScratch: ScratchDatabase {
  nonisolated let name: String
  nonisolated let defaultSchemas: Set<String>
  private let cluster: Cluster
  private let request: ScratchRequest
  private let administrator: PostgreSQLConnection
  private var application: PostgreSQLConnection?
  /// What was read last: the next reading starts from it.
  private var lastState: CatalogueState?
  private(set) var isKept = false
  /// Roles that were made for this database alone.
  private(set) var providedRoles: Set<String> = []

  /// Sets the database up and opens the application's session.
  init(name: String, cluster: Cluster, request: ScratchRequest) async throws {
    self.name = name
    self.cluster = cluster
    self.request = request
    administrator = try await PostgreSQLConnection(cluster.administrator.setting(["dbname": name]))
    try await ScratchSetup(cluster: cluster, connection: administrator).run(request.setup)
    let session = try await ApplicationSession(cluster: cluster, database: name, request: request).open()
    application = session
    defaultSchemas = try await SearchPath(connection: session).schemas()
  }

  func send(_ text: SourceText, limit: Duration) async throws -> SendOutcome {
    do {
      let session = try await session()
      let outcome = try await session.send(text, limit: limit)
      if await session.isClosed { try await abandon(session) }
      return outcome
    } catch {
      throw await cluster.explain(error)
    }
  }

  func transactionState() async throws -> TransactionState {
    guard let application else { return .idle }
    return try await application.transactionState()
  }

  func renewSession() async throws {
    await application?.close()
    application = nil
    _ = try await session()
  }

  func introspect() async throws -> Schema {
    do {
      return try await read(after: lastState).schema
    } catch {
      throw await cluster.explain(error)
    }
  }

  func notCompared() async throws -> [NotCompared] {
    do {
      let state = try await stateReadLast()
      return try await CatalogueReader(version: cluster.version, roles: roleScope).notCompared(administrator, in: state)
    } catch {
      throw await cluster.explain(error)
    }
  }

  /// What nobody has read yet is read now: nothing is to be called complete or proved unseen.
  private func stateReadLast() async throws -> CatalogueState {
    if let lastState { return lastState }
    return try await read(after: nil)
  }

  private func read(after earlier: CatalogueState?) async throws -> CatalogueState {
    let state = try await CatalogueReader(version: cluster.version, roles: roleScope).state(
      of: administrator, after: earlier)
    lastState = state
    return state
  }

  /// On a server that others use as well, the roles aren't ours to watch.
  private var roleScope: RoleScope? {
    cluster.isOurs ? RoleScope(application: cluster.applicationRole, provided: providedRoles) : nil
  }

  func rows(of query: String) async throws -> [[String?]] {
    do {
      return try await administrator.rows(query)
    } catch {
      throw await cluster.explain(error)
    }
  }

  func resolveTypes(_ names: Set<String>) async throws -> [String: String] {
    var spellings: [String: String] = [:]
    for name in names {
      if let spelling = try await administrator.spelling(ofType: name) { spellings[name] = spelling }
    }
    return spellings
  }

  func provide(_ piece: MissingPiece) async throws -> Bool {
    guard let setup = piece.setup else { return false }
    do {
      try await administrator.rows(setup)
    } catch let refused as QueryRefused {
      // Another scratch database of this server may have been provided with the same role.
      guard piece.kind == .role, refused.message.code == "42710" else { return false }
    } catch {
      throw await cluster.explain(error)
    }
    if piece.kind == .role { try await lendRole(piece.name) }
    return true
  }

  func proveAccess(_ claims: [AccessClaim]) async throws -> [AccessProof] {
    if claims.isEmpty { return [] }
    do {
      let schema = try await stateReadLast().schema
      let connection = try await PostgreSQLConnection(cluster.administrator.setting(["dbname": name]))
      let proofs = try await AccessTrial(
        connection: connection, schema: schema, databaseOwner: cluster.applicationRole
      ).prove(claims)
      await connection.close()
      return proofs
    } catch {
      throw await cluster.explain(error)
    }
  }

  func programAccess() -> ProgramAccess {
    let login = request.privileges == .owner ? cluster.application : cluster.administrator
    return ProgramAccess(
      host: login.value("host"), port: login.value("port").flatMap { Int($0) }, user: login.value("user"),
      password: login.value("password"), database: name)
  }

  func keep() async throws -> String {
    isKept = true
    return cluster.entry(to: cluster.keptName(of: name))
  }

  /// Gives everything that the migrations' role owns here to the administrator.
  func handOver() async throws {
    let role = SQLText.identifier(cluster.applicationRole)
    await application?.close()
    guard try await administrator.rows("SELECT current_user") != [[cluster.applicationRole]] else { return }
    try await administrator.rows("REASSIGN OWNED BY \(role) TO CURRENT_USER")
    try await administrator.rows("DROP OWNED BY \(role)")
  }

  /// Ends both sessions.
  func close() async {
    await application?.close()
    // The database's end says what is wrong where this can't be done.
    try? await Subscriptions(connection: administrator).drop()
    await administrator.close()
  }

  private func session() async throws -> PostgreSQLConnection {
    if let application { return application }
    let session = try await ApplicationSession(cluster: cluster, database: name, request: request).open()
    application = session
    return session
  }

  /// A session whose statement did not stop when it was told to is ended on the server's side.
  private func abandon(_ session: PostgreSQLConnection) async throws {
    application = nil
    try await administrator.rows("SELECT pg_terminate_backend($1::integer)", [String(await session.processID)])
  }

  /// Migrations hand objects to roles that the platform provides; only a member may.
  private func lendRole(_ role: String) async throws {
    providedRoles.insert(role)
    guard request.privileges == .owner else { return }
    try await administrator.rows(
      "GRANT \(SQLText.identifier(role)) TO \(SQLText.identifier(cluster.applicationRole))")
  }
}
